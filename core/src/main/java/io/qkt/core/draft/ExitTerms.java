package io.qkt.core.draft;

import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;

/** What closes a position, as it was when the rule fired; either may be null, not both. */
public record ExitTerms(StopTerms stop, Reach target) {

  /** How far the stop lies from an entry, 0 where there is none. */
  public long stopDistance(long entry) {
    return stop == null ? 0 : stop.reach().distance(entry, 0);
  }

  /** The same exits at the prices that they have for this entry, whatever the next one is. */
  public ExitTerms fixedAt(Side side, long entry) {
    var fixedStop = stop == null ? null
        : new StopTerms(new Reach(Reach.Kind.AT, stop.reach().below(side, entry)), stop.manner(),
            stop.numbers());
    var fixedTarget = target == null ? null
        : new Reach(Reach.Kind.AT, target.above(side, entry, stopDistance(entry)));
    return new ExitTerms(fixedStop, fixedTarget);
  }

  public static void write(StateWriter out, ExitTerms exits) {
    out.add(exits != null);
    if (exits == null) return;
    out.add(exits.stop != null).add(exits.target != null);
    if (exits.stop != null) exits.stop.write(out);
    if (exits.target != null) exits.target.write(out);
  }

  public static ExitTerms read(StateReader in) {
    if (!in.flag()) return null;
    boolean hasStop = in.flag();
    boolean hasTarget = in.flag();
    var stop = hasStop ? StopTerms.read(in) : null;
    return new ExitTerms(stop, hasTarget ? Reach.read(in) : null);
  }
}
