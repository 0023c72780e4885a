package io.qkt.core.session;

import static io.qkt.core.order.Side.BUY;
import static io.qkt.core.order.Side.SELL;
import static io.qkt.core.session.Fixture.KEY;
import static io.qkt.core.session.Fixture.SECOND;
import static io.qkt.core.session.Fixture.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.program.Program;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Hooks;
import io.qkt.core.program.action.Lasting;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StackPlan;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Occasion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of entries that are more than one order; the close is 100. */
final class EntriesTest {
  private static final Occasion.Number ENTRY = new Occasion.Number(Given.ENTRY);
  private static final Hooks NONE = Hooks.NONE;

  @Test
  void children_areAllGivenTheirParentsEntry() {
    var sell = order(SELL).at(new Pricing.Limit(n(120)), Lasting.GTC);
    var atEntry = order(SELL).at(new Pricing.Limit(ENTRY), Lasting.GTC);
    var parent = order(BUY).at(new Pricing.Limit(n(90)), Lasting.GTC)
        .with(List.of(), List.of(sell, atEntry), NONE);
    var session = session(new Action.Trade(parent));
    assertThat(texts(fill(session, onBar(session).getFirst(), 90)))
        .containsExactly("SELL LIMIT 120", "SELL LIMIT 90");
  }

  @Test
  void aPriceToBeTouched_isAStopOrALimitByWhereItLies() {
    assertThat(texts(onBar(session(touched(BUY, 105, 0))))).containsExactly("BUY STOP 105");
    assertThat(texts(onBar(session(touched(BUY, 95, 0))))).containsExactly("BUY LIMIT 95");
    assertThat(texts(onBar(session(touched(SELL, 95, 0))))).containsExactly("SELL STOP 95");
    assertThat(texts(onBar(session(touched(SELL, 105, 0))))).containsExactly("SELL LIMIT 105");
  }

  @Test
  void aPriceToBeTouched_withALimit_acceptsNothingWorse() {
    var stopLimit = onBar(session(touched(BUY, 105, 106))).getFirst().terms();
    assertThat(List.of(stopLimit.stop(), stopLimit.limit()))
        .containsExactly(105 * Exact.ONE, 106 * Exact.ONE);
    assertThat(texts(onBar(session(touched(BUY, 95, 94))))).containsExactly("BUY LIMIT 94");
    assertThat(texts(onBar(session(touched(SELL, 105, 106))))).containsExactly("SELL LIMIT 106");
  }

  @Test
  void aDeadline_isOneForAllLayers() {
    var layer = new StackPlan.Layer(one(), new Pricing.Limit(n(80)));
    var plan = order(BUY).at(new Pricing.Limit(n(90)), new Lasting(TimeInForce.GTD, n(60_000)))
        .with(new StackPlan(List.of(layer), StackPlan.WITHIN_DEFAULT, false));
    var session = session(new Action.Trade(plan));
    var terms = fill(session, onBar(session).getFirst(), 90).getFirst().terms();
    assertThat(terms.tif()).isEqualTo(TimeInForce.GTD);
    assertThat(terms.expiresAt()).isEqualTo(60 * SECOND);
  }

  @Test
  void anEntryThatTrails_isGivenUpWhenItsSiblingIsExecuted() {
    var trails = order(SELL).at(new Pricing.TrailBy(n(5)), Lasting.GTC);
    var waits = order(BUY).at(new Pricing.Limit(n(90)), Lasting.GTC);
    var session = session(new Action.EitherOf(trails, waits));
    var limit = onBar(session).getFirst();
    var step = session.on(filled(limit, 90)).decisions();
    assertThat(step).hasAtLeastOneElementOfType(Decision.Disarm.class);
  }

  @Test
  void aLog_fillsItsPlaceholdersAndAddsTheRest() {
    var session = session(new Action.Log(Action.Level.INFO, "{a} of {b}",
        List.of(field("a", "1"), field("c", "3"), field("b", "{a}"))));
    assertThat(session.on(new Input.BarClosed(bar(0, 100))).decisions()).singleElement()
        .isEqualTo(new Decision.Log(1, Action.Level.INFO, "1 of {a} c=3"));
  }

  private static Action.Field field(String name, String value) {
    return new Action.Field(name, _ -> value);
  }

  private static Action touched(Side side, double price, double limit) {
    return new Action.Trade(order(side).at(
        new Pricing.Touched(n(price), limit == 0 ? null : n(limit)), Lasting.GTC));
  }

  private static StrategySession session(Action action) {
    return new StrategySession(
        Program.builder("entries", KEY).when(0, new Logic.Value(2), action).build(),
        Fixture.IDENTITY);
  }

  private static List<OrderIntent> onBar(StrategySession session) {
    return placed(session.on(new Input.BarClosed(bar(0, 100))));
  }

  private static List<OrderIntent> fill(StrategySession session, OrderIntent order, long price) {
    return placed(session.on(filled(order, price)));
  }

  private static Input filled(OrderIntent order, long price) {
    return new Input.OrderUpdated(Fixture.filled(order, price), SECOND);
  }

  private static List<OrderIntent> placed(Step step) {
    return step.decisions()
        .stream()
        .filter(Decision.Place.class::isInstance)
        .map(decision -> ((Decision.Place) decision).intent())
        .toList();
  }

  private static List<String> texts(List<OrderIntent> orders) {
    return orders.stream()
        .map(order -> "%s %s %s".formatted(order.side(), order.terms().type(),
            Exact.text(order.terms().price())))
        .toList();
  }

  private static Constant n(double value) {
    return new Constant(value);
  }

  private static Sizing one() {
    return new Sizing.Units(n(1));
  }

  private static OrderPlan order(Side side) {
    return OrderPlan.market(0, side, one());
  }
}
