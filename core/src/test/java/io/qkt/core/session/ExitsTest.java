package io.qkt.core.session;

import static io.qkt.core.order.Side.BUY;
import static io.qkt.core.order.Side.SELL;
import static io.qkt.core.session.Fixture.KEY;
import static io.qkt.core.session.Fixture.SECOND;
import static io.qkt.core.session.Fixture.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.money.Exact;
import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.Lasting;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bracket of a stop 10 below and a target 20 above, on an entry of 2 when the close is 100. */
final class ExitsTest {
  private final StrategySession session = new StrategySession(
      rules().when(0, is(100), bracket())
          .when(0, is(101), new Action.Close(0))
          .when(0, is(102), new Action.Trade(order(SELL, 1)))
          .when(0, is(103), new Action.EitherOf(limit(BUY, 95), limit(SELL, 110)))
          .build(),
      Fixture.IDENTITY);
  private final List<Decision> decisions = new ArrayList<>();
  private long time;

  @Test
  void anEntry_executedInParts_getsAPairOfExitsForEach() {
    var entry = onBar(100).getFirst();
    var first = fill(entry, 1, 100);
    var second = fill(entry, 1, 104);
    assertThat(texts(first)).containsExactly("SELL 1 LIMIT 120", "SELL 1 STOP 90");
    assertThat(texts(second)).containsExactly("SELL 1 LIMIT 124", "SELL 1 STOP 94");
    assertThat(first.getFirst().terms().group()).isEqualTo(first.get(1).terms().group())
        .isNotEqualTo(second.getFirst().terms().group());
  }

  @Test
  void exits_areReducing_soThatNoLimitOnEntriesRefusesThem() {
    assertThat(fill(onBar(100).getFirst(), 2, 100)).allMatch(OrderIntent::reducing);
  }

  @Test
  void close_asksTheExitsBackAndClosesOnlyWhenTheyHaveEnded() {
    var exits = fill(onBar(100).getFirst(), 2, 100);
    assertThat(onBar(101)).isEmpty();
    assertThat(cancelled()).containsExactly(exits.getFirst().cid(), exits.get(1).cid());
    assertThat(session.workingPosition()).isZero();
    assertThat(cancel(exits.getFirst(), CancelReason.ASKED)).isEmpty();
    assertThat(texts(cancel(exits.get(1), CancelReason.ASKED)))
        .containsExactly("SELL 2 MARKET 0");
  }

  @Test
  void close_overtakenByAnExit_sellsNothingTwice() {
    var exits = fill(onBar(100).getFirst(), 2, 100);
    onBar(101);
    assertThat(fill(exits.get(1), 2, 90)).isEmpty();
    assertThat(cancel(exits.getFirst(), CancelReason.GROUP)).isEmpty();
    assertThat(session.position()).isZero();
    assertThat(session.openOrders()).isZero();
  }

  @Test
  void aPositionMadeSmallerByARule_hasItsExitsTrimmed() {
    var exits = fill(onBar(100).getFirst(), 2, 100);
    var trimmed = fill(onBar(102).getFirst(), 1, 102);
    assertThat(cancelled()).contains(exits.getFirst().cid(), exits.get(1).cid());
    assertThat(texts(trimmed)).containsExactly("SELL 1 LIMIT 120", "SELL 1 STOP 90");
  }

  @Test
  void aTargetExecutedInPart_leavesNoRestWithoutAStop() {
    var exits = fill(onBar(100).getFirst(), 2, 100);
    fill(exits.getFirst(), 1, 120);
    assertThat(texts(cancel(exits.get(1), CancelReason.GROUP)))
        .containsExactly("SELL 1 LIMIT 120", "SELL 1 STOP 90");
    assertThat(cancelled()).contains(exits.getFirst().cid());
  }

  @Test
  void theSecondOfTwoEntries_followsOnlyAnAcceptedFirst() {
    var first = onBar(103);
    assertThat(texts(first)).containsExactly("BUY 1 LIMIT 95");
    assertThat(texts(tell(new OrderUpdate.Accepted(first.getFirst().cid(), "v"))))
        .containsExactly("SELL 1 LIMIT 110");
  }

  @Test
  void theSecondOfTwoEntries_isNeverSentAfterARejectedFirst() {
    var first = onBar(103).getFirst();
    assertThat(tell(new OrderUpdate.Rejected(first.cid(), "NO"))).isEmpty();
    assertThat(tell(new OrderUpdate.Accepted(first.cid(), "v"))).isEmpty();
    assertThat(session.openOrders()).isZero();
  }

  @Test
  void aRejectedStop_isSaidAloud() {
    var exits = fill(onBar(100).getFirst(), 2, 100);
    tell(new OrderUpdate.Rejected(exits.get(1).cid(), "STOPS_LEVEL"));
    assertThat(decisions).filteredOn(Decision.Log.class::isInstance)
        .singleElement()
        .asString()
        .contains("ERROR", "its position is without it");
  }

  private List<OrderIntent> onBar(long close) {
    return step(new Input.BarClosed(bar(time++, close)));
  }

  private List<OrderIntent> fill(OrderIntent order, long quantity, long price) {
    return tell(new OrderUpdate.Filled(order.cid(), order.cid() + time++, KEY.instrument(),
        order.side(), quantity * Exact.ONE, price * Exact.ONE, 0, time * SECOND, false));
  }

  private List<OrderIntent> cancel(OrderIntent order, CancelReason why) {
    return tell(new OrderUpdate.Cancelled(order.cid(), why));
  }

  private List<OrderIntent> tell(OrderUpdate update) {
    return step(new Input.OrderUpdated(update, time * SECOND));
  }

  private List<OrderIntent> step(Input input) {
    var step = session.on(input).decisions();
    decisions.addAll(step);
    return step.stream()
        .filter(Decision.Place.class::isInstance)
        .map(decision -> ((Decision.Place) decision).intent())
        .toList();
  }

  private List<String> cancelled() {
    return decisions.stream()
        .filter(Decision.Cancel.class::isInstance)
        .map(decision -> ((Decision.Cancel) decision).cid())
        .toList();
  }

  private static List<String> texts(List<OrderIntent> orders) {
    return orders.stream()
        .map(order -> "%s %s %s %s".formatted(order.side(), Exact.text(order.quantity()),
            order.terms().type(),
            Exact.text(order.terms().price())))
        .toList();
  }

  private static ProgramBuilder rules() {
    return Program.builder("exits", KEY);
  }

  private static ConditionNode is(double price) {
    return new Comparison.Equal(Slot.of(0, BarField.CLOSE), new Constant(price));
  }

  private static OrderPlan order(Side side, double quantity) {
    return OrderPlan.market(0, side, new Sizing.Units(new Constant(quantity)));
  }

  private static OrderPlan limit(Side side, double price) {
    return order(side, 1).at(new Pricing.Limit(new Constant(price)), Lasting.GTC);
  }

  private static Action bracket() {
    var stop = new StopPlan.Fixed(new Distance.By(new Constant(10)));
    var exits = new Exits(stop, new Distance.By(new Constant(20)));
    return new Action.Trade(order(BUY, 2).with(exits));
  }
}
