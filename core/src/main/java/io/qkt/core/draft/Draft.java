package io.qkt.core.draft;

import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderType;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.watch.Watch.Trail;
import java.util.ArrayList;
import java.util.List;

/**
 * An order with all its numbers evaluated: it can be placed at once, or wait for something and be
 * placed then without asking the program again.
 *
 * @param plan where the program describes it, or {@link io.qkt.core.program.Plans#NONE}
 * @param trail how a trailing order follows the market, null for one that a venue can take
 * @param children what is placed when it has been executed
 */
public record Draft(int plan, int rule, int instrument, Side side, long quantity, OrderTerms terms,
    Trail trail, ExitTerms exits, boolean ownLeg, boolean reducing, List<Draft> children) {

  public Draft in(String group) {
    return new Draft(plan, rule, instrument, side, quantity, terms.in(group), trail, exits, ownLeg,
        reducing, children);
  }

  /** The same without a trail, due at the level to which the trail has come. */
  public Draft stoppedAt(long level) {
    var due = OrderTerms.due(level).in(terms.group());
    return new Draft(plan, rule, instrument, side, quantity, due, null, exits, ownLeg, reducing,
        children);
  }

  public void write(StateWriter out) {
    out.add(plan).add(rule).add(instrument).add(side.ordinal()).add(quantity);
    write(out, terms);
    writeTrail(out);
    ExitTerms.write(out, exits);
    out.add(ownLeg).add(reducing).add(children.size());
    children.forEach(child -> child.write(out));
  }

  public static Draft read(StateReader in) {
    return new Draft(in.count(), in.count(), in.count(), Side.values()[in.count()], in.word(),
        readTerms(in), readTrail(in), ExitTerms.read(in), in.flag(), in.flag(), readAll(in));
  }

  public static List<Draft> readAll(StateReader in) {
    var drafts = new ArrayList<Draft>();
    for (int left = in.count(); left > 0; left--)
      drafts.add(read(in));
    return drafts;
  }

  public static void write(StateWriter out, OrderTerms terms) {
    out.add(terms.type().ordinal()).add(terms.limit()).add(terms.stop());
    out.add(terms.tif().ordinal()).add(terms.expiresAt()).add(terms.group());
  }

  public static OrderTerms readTerms(StateReader in) {
    return new OrderTerms(OrderType.values()[in.count()], in.word(), in.word(),
        TimeInForce.values()[in.count()], in.word(), in.text());
  }

  private void writeTrail(StateWriter out) {
    switch (trail) {
      case null -> out.add(0);
      case Trail.By(var distance) -> out.add(1).add(distance);
      case Trail.Percent(var percent) -> out.add(2).add(percent);
      case Trail.Armed _,Trail.Stepped _,Trail.Tightening _ ->
          throw new IllegalStateException("an order must trail by a distance or a percentage");
    }
  }

  private static Trail readTrail(StateReader in) {
    return switch (in.count()) {
      case 0 -> null;
      case 1 -> new Trail.By(in.word());
      default -> new Trail.Percent(in.word());
    };
  }
}
