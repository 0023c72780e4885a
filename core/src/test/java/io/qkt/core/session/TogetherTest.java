package io.qkt.core.session;

import static io.qkt.core.session.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.calendar.Now;
import io.qkt.core.program.cell.Cells;
import io.qkt.core.program.cell.Sequence;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Facts.PositionField;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Fact;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Slot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two streams a and b of seconds, whose rules say their names and both closes when asked. */
final class TogetherTest {
  private static final int A = 0;
  private static final int B = 1;
  private static final int BASKET = 2;

  private final ProgramBuilder builder = Program.builder("together");
  private StrategySession session;

  TogetherTest() {
    builder.stream("a", key("SIM:A"));
    builder.stream("b", key("SIM:B"));
  }

  @Test
  void streams_ofNoGroup_areAskedAtTheirOwnBars() {
    asked(A, B);
    assertThat(on(A, 1, 10)).containsExactly("0: 10 NaN");
    assertThat(on(B, 1, 20)).containsExactly("1: 10 20");
  }

  @Test
  void aGroup_isAskedInItsOrder_atItsLastBarOfAWindow() {
    builder.synchronize(List.of(B, A), 0);
    asked(A, B);
    assertThat(on(A, 1, 10)).isEmpty();
    assertThat(on(B, 1, 20)).containsExactly("1: 10 20", "0: 10 20");
  }

  @Test
  void aGroup_isShownNoBarOfAnUnfinishedWindow() {
    builder.synchronize(List.of(A, B), 0);
    asked(A);
    on(A, 1, 10);
    on(A, 2, 11);
    assertThat(on(B, 1, 20)).containsExactly("0: 10 20");
    assertThat(on(B, 2, 21)).containsExactly("0: 11 21");
  }

  @Test
  void aWindow_thatLacksAMember_isNeverAsked() {
    builder.synchronize(List.of(A, B), 0);
    asked(A);
    on(A, 1, 10);
    on(A, 2, 11);
    assertThat(on(B, 2, 21)).containsExactly("0: 11 21");
    assertThat(on(B, 3, 22)).isEmpty();
  }

  @Test
  void aWindow_whoseTimeIsOver_isNeverAsked() {
    builder.synchronize(List.of(A, B), SECOND);
    asked(A);
    on(A, 1, 10);
    assertThat(late(B, 1, 20, SECOND + 1)).isEmpty();
    on(A, 2, 11);
    assertThat(late(B, 2, 21, SECOND)).containsExactly("0: 11 21");
  }

  @Test
  void bars_thatAreAllTooLate_makeNoWindow() {
    builder.synchronize(List.of(A, B), SECOND);
    asked(A);
    late(A, 1, 10, 2 * SECOND);
    assertThat(late(B, 1, 20, 2 * SECOND)).isEmpty();
  }

  @Test
  void stagesOfSequences_seeTheCellsOfTheWholeGroup() {
    builder.synchronize(List.of(A, B), 0);
    var cells = new Cells(builder, 2);
    var before = cells.lag(B, close(B), 1);
    var stage = new Sequence.Stage(new Comparison.Equal(before, new Constant(20)), 0);
    var sequence = cells.sequence(A, List.of(stage, stage));
    says(A, new Sequence.StageCount(sequence));
    on(A, 1, 10);
    assertThat(on(B, 1, 20)).containsExactly("0: 0");
    on(A, 2, 11);
    assertThat(on(B, 2, 21)).containsExactly("0: 1");
  }

  @Test
  void aBasket_comesBehindItsConstituents_fromTheSecondWindowOn() {
    basket();
    asked(A, B, BASKET);
    on(A, 1, 10);
    assertThat(on(B, 1, 20)).containsExactly("1: 10 20");
    assertThat(on(A, 2, 20)).containsExactly("0: 20 20");
    assertThat(on(B, 2, 40)).containsExactly("1: 20 40", "2: 20 40");
  }

  @Test
  void aBasket_showsTheIndexOfItsWindow() {
    basket();
    says(BASKET, close(BASKET));
    on(A, 1, 10);
    on(B, 1, 20);
    on(A, 2, 20);
    assertThat(on(B, 2, 40)).containsExactly("2: 200");
  }

  @Test
  void aBasketInAGroup_keepsTheOthersWaiting() {
    basket();
    builder.synchronize(List.of(BASKET, A, B), 0);
    asked(A, BASKET);
    on(A, 1, 10);
    assertThat(on(B, 1, 20)).isEmpty();
    on(A, 2, 20);
    assertThat(on(B, 2, 40)).containsExactly("2: 20 40", "0: 20 40");
  }

  @Test
  void anOrderOnABasket_ordersEachConstituentForItsPart() {
    basket();
    builder.when(BASKET, TRUE, trade(BASKET, new Sizing.Notional(new Constant(400))));
    start();
    on(A, 1, 10);
    on(B, 1, 20);
    on(A, 2, 10);
    assertThat(intents(session.on(closed(B, 2, 20, 0)))).extracting(OrderIntent::quantity)
        .containsExactly(20 * Exact.ONE, 10 * Exact.ONE);
  }

  @Test
  void aBasket_isHeld_whileAllItsConstituentsAre() {
    basket();
    builder.when(A, TRUE, trade(A, units(1)));
    builder.when(B, TRUE, trade(B, units(1)));
    says(BASKET, new Fact.OfPosition(BASKET, PositionField.QUANTITY));
    on(A, 1, 10);
    assertThat(on(B, 1, 20)).isEmpty();
    on(A, 2, 10);
    assertThat(on(B, 2, 20)).containsExactly("2: 1");
  }

  @Test
  void aBasket_ofWhichSomeIsNotHeld_isNotHeld() {
    basket();
    builder.when(A, TRUE, trade(A, units(1)));
    says(BASKET, new Fact.OfPosition(BASKET, PositionField.QUANTITY));
    on(A, 1, 10);
    on(B, 1, 20);
    on(A, 2, 10);
    assertThat(on(B, 2, 20)).containsExactly("2: 0");
  }

  @Test
  void closingABasket_closesEachConstituent() {
    basket();
    builder.when(A, TRUE, trade(A, units(1)));
    builder.when(B, TRUE, trade(B, units(2)));
    builder.when(BASKET, TRUE, new Action.Close(BASKET));
    start();
    fill(session.on(closed(A, 1, 10, 0)));
    fill(session.on(closed(B, 1, 20, 0)));
    session.on(closed(A, 2, 10, 0));
    assertThat(intents(session.on(closed(B, 2, 20, 0)))).extracting(OrderIntent::side)
        .containsExactly(Side.SELL, Side.SELL);
  }

  @Test
  void twoNamesOfOneStream_areBothAsked() {
    builder.stream("again", key("SIM:A"));
    asked(A, 2);
    assertThat(on(A, 1, 10)).containsExactly("0: 10 NaN", "2: 10 NaN");
  }

  @Test
  void anOrder_countsItsTimeFromTheTickThatClosedTheBar_andNowIsTheBarsEnd() {
    builder.when(A, TRUE, trade(A, units(1)));
    says(A, new Now(Now.Part.EPOCH_MS));
    start();
    var step = session.on(closed(A, 1, 10, 3 * SECOND));
    assertThat(intents(step).getFirst().decidedAt()).isEqualTo(5 * SECOND);
    assertThat(texts(step)).containsExactly("0: 2000");
  }

  private static final Logic TRUE = new Logic.Value(Truth.TRUE);

  private void basket() {
    builder.basket("both", key("BASKET:both"), List.of(A, B));
  }

  /** Each of these streams says both closes whenever it is asked. */
  private void asked(int... streams) {
    for (int stream : streams)
      says(stream, close(A), close(B));
  }

  private void says(int stream, NumberNode... numbers) {
    var fields = Stream.of(numbers)
        .map(number -> new Action.Field("x", frame -> text(number.eval(frame))))
        .toList();
    builder.rule(stream, TRUE, true, new int[0],
        List.of(new Action.Log(Action.Level.INFO, stream + ":", fields)));
  }

  private static String text(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private List<String> on(int stream, long n, long price) {
    return late(stream, n, price, 0);
  }

  private List<String> late(int stream, long n, long price, long micros) {
    start();
    return texts(session.on(closed(stream, n, price, micros)));
  }

  private void start() {
    if (session == null) session = new StrategySession(builder.build(), Fixture.IDENTITY);
  }

  private void fill(Step step) {
    for (var intent : intents(step)) {
      session.on(new Input.OrderUpdated(new Filled(intent.cid(), intent.cid(),
          intent.instrument(), intent.side(), intent.quantity(), 10 * Exact.ONE, 0, 0, true), 0));
    }
  }

  private static Input.BarClosed closed(int stream, long n, long price, long late) {
    long exact = price * Exact.ONE;
    var bar = new Bar(key(stream == A ? "SIM:A" : "SIM:B"), n * SECOND, Bar.NONE, exact, exact,
        exact, exact, Exact.ONE, Bar.ClosedBy.TICK, 0);
    return new Input.BarClosed(bar, bar.endTime() + late);
  }

  private static List<String> texts(Step step) {
    return step.decisions()
        .stream()
        .filter(Decision.Log.class::isInstance)
        .map(decision -> ((Decision.Log) decision).text().replace("x=", ""))
        .toList();
  }

  private static List<OrderIntent> intents(Step step) {
    return step.decisions()
        .stream()
        .filter(Decision.Place.class::isInstance)
        .map(decision -> ((Decision.Place) decision).intent())
        .toList();
  }

  private static Action trade(int stream, Sizing sizing) {
    return new Action.Trade(OrderPlan.market(stream, Side.BUY, sizing));
  }

  private static Sizing units(int quantity) {
    return new Sizing.Units(new Constant(quantity));
  }

  private static NumberNode close(int stream) {
    return Slot.of(stream, BarField.CLOSE);
  }

  private static BarKey key(String instrument) {
    return new BarKey(Instrument.parse(instrument), Timeframe.parse("1s"));
  }
}
