package io.qkt.backtest;

import static io.qkt.backtest.Market.fills;
import static io.qkt.backtest.Market.program;
import static io.qkt.core.order.Side.BUY;
import static io.qkt.core.order.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.Hooks;
import io.qkt.core.program.action.Lasting;
import io.qkt.core.program.action.LatchPlan;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StackPlan;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.action.TierPlan;
import io.qkt.core.program.calendar.Schedule;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Facts;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Arithmetic;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Fact;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Occasion;
import io.qkt.core.program.node.Position;
import io.qkt.core.program.node.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small scenarios whose fills are known to the tick. */
final class GoldenScenariosTest {
  private static final NumberNode CLOSE = Slot.of(0, BarField.CLOSE);
  private static final ConditionNode FLAT = new Comparison.Equal(new Position(0), n(0));

  @Test
  void aRule_whoseConditionStaysTrue_ordersOnce() {
    assertThat(fills(program().when(0, above(110), buy(1)))).containsExactly("BUY 1 111@720");
  }

  @Test
  void aRule_trueFromTheBeginning_ordersOnTheFirstBar() {
    assertThat(fills(program().when(0, new Logic.Value(2), buy(1))))
        .containsExactly("BUY 1 100@60");
  }

  @Test
  void aLaterRule_ofTheSameBar_seesTheEarlierOnesOrder() {
    var held = new Logic.And(above(110), new Comparison.Greater(new Position(0), n(0)));
    assertThat(fills(program().when(0, above(110), buy(1)).when(0, held, sell(3))))
        .containsExactly("BUY 1 111@720", "SELL 3 111@720");
  }

  @Test
  void aMarketableLimit_isFilledOnArrivalAtTheBetterPrice() {
    assertThat(fills(program().when(0, above(110), at(order(BUY, 1), new Pricing.Limit(n(130))))))
        .containsExactly("BUY 1 111@720");
  }

  @Test
  void aLimit_thatWaits_isFilledAtThePriceOfItsTick() {
    assertThat(fills(program().when(0, is(110), at(order(BUY, 1), new Pricing.Limit(n(109.5))))))
        .containsExactly("BUY 1 109@675");
  }

  @Test
  void aStop_isFilledAtThePriceOfItsTick() {
    assertThat(fills(program().when(0, is(110), at(order(BUY, 1), new Pricing.Stop(n(112.3))))))
        .containsExactly("BUY 1 113@750");
  }

  @Test
  void fillOrKill_thatCannotBeFilledOnArrival_isCancelled() {
    assertThat(fills(program().when(0, is(110),
        lasting(SELL, new Pricing.Limit(n(120.5)), TimeInForce.FOK, null)))).isEmpty();
  }

  @Test
  void aDayOrder_livesThroughItsDay() {
    assertThat(fills(program().when(0, is(110),
        lasting(BUY, new Pricing.Stop(n(120.5)), TimeInForce.DAY, null))))
        .containsExactly("BUY 1 121@1230");
  }

  @Test
  void anOrder_goodTillADeadline_expiresAtIt() {
    assertThat(fills(program().when(0, is(110),
        lasting(BUY, new Pricing.Stop(n(120.5)), TimeInForce.GTD, n(780_000))))).isEmpty();
  }

  @Test
  void anOrder_goodTillADateOfToday_isPlaced() {
    assertThat(fills(program().when(0, is(110),
        lasting(BUY, new Pricing.Stop(n(120.5)), TimeInForce.GTD, n(1_767_225_600_000.0)))))
        .containsExactly("BUY 1 121@1230");
  }

  @Test
  void bothExits_atPrices_areLaidAfterTheEntryAndOneIsFilled() {
    var exits = new Exits(new StopPlan.Fixed(new Distance.At(n(105))), new Distance.At(n(113)));
    assertThat(fills(program().when(0, above(110), new Action.Trade(order(BUY, 1).with(exits)))))
        .containsExactly("BUY 1 111@720", "SELL 1 113@750");
  }

  @Test
  void twoEntries_thatExcludeEachOther_fillOnce() {
    var up = order(BUY, 1).at(new Pricing.Stop(n(112.5)), Lasting.GTC);
    var down = order(SELL, 1).at(new Pricing.Stop(n(100)), Lasting.GTC);
    assertThat(fills(program().when(0, is(110), new Action.EitherOf(up, down)), hill()))
        .containsExactly("BUY 1 113@750");
  }

  @Test
  void aBracket_isAnchoredAtTheFillAndReEntered() {
    assertThat(fills(program().when(0, new Logic.And(above(110), FLAT), bracket(5, 4))))
        .startsWith("BUY 1 111@720", "SELL 1 115@870", "BUY 1 114@900", "SELL 1 118@1050");
  }

  @Test
  void aNarrowBracket_isStoppedFirstWhereTheLowComesFirst() {
    assertThat(fills(program().when(0, is(110), bracket(0.9, 0.9))))
        .containsExactly("BUY 1 110@660", "SELL 1 109@675");
  }

  @Test
  void aBracket_inPercent_isOfTheFill() {
    var exits = new Exits(new StopPlan.Fixed(new Distance.Percent(n(5))),
        new Distance.Percent(n(2)));
    assertThat(fills(program().when(0, is(110), new Action.Trade(order(BUY, 1).with(exits)))))
        .containsExactly("BUY 1 110@660", "SELL 1 113@750");
  }

  @Test
  void aTrailingStop_armedByAnExcursion_followsTheHigh() {
    var exits = new Exits(new StopPlan.Trailing(3, 5), null);
    assertThat(fills(program().when(0, is(110), new Action.Trade(order(BUY, 1).with(exits))),
        hill())).containsExactly("BUY 1 110@660", "SELL 1 122@1515");
  }

  @Test
  void sizes_inMoneyAndRisk_areRoundedDownToTheGrid() {
    assertThat(sized(new Sizing.PercentOf(n(50), Sizing.Base.EQUITY), 5)).startsWith("BUY 45.45");
    assertThat(sized(new Sizing.Notional(n(1000)), 5)).startsWith("BUY 9.09");
    assertThat(sized(new Sizing.RiskFraction(n(0.01), Sizing.Base.EQUITY), 40))
        .startsWith("BUY 2.5 ");
    assertThat(sized(new Sizing.Risk(n(100)), 4)).startsWith("BUY 25 ");
  }

  @Test
  void aRiskMultiple_countsFromTheStop() {
    var exits = new Exits(new StopPlan.Fixed(new Distance.By(n(4))),
        new Distance.RiskMultiple(n(2)));
    var plan = OrderPlan.market(0, BUY, new Sizing.Risk(n(100))).with(exits);
    assertThat(fills(program().when(0, is(110), new Action.Trade(plan))))
        .containsExactly("BUY 25 110@660", "SELL 25 118@1050");
  }

  @Test
  void aSize_beyondTheLimitOrOfNothing_isRefusedAndTheRunGoesOn() {
    assertThat(fills(program().when(0, is(110), buy(101))
        .when(0, is(111), buy(0))
        .when(0, is(112), buy(1)))).containsExactly("BUY 1 112@780");
  }

  @Test
  void aRefusedOrder_letsItsRuleFireAgain() {
    var zeroUntil112 = new Arithmetic.Sub(CLOSE, n(111));
    var plan = OrderPlan.market(0, BUY, new Sizing.Units(zeroUntil112));
    assertThat(fills(program().when(0, above(110), new Action.Trade(plan))))
        .containsExactly("BUY 1 112@780");
  }

  @Test
  void aStack_laysItsLayersFromTheSeedWithExitsOfTheirOwn() {
    var entry = new Occasion.Number(Given.ENTRY);
    var one = new Sizing.Units(n(1));
    var layers = List.of(
        new StackPlan.Layer(one, new Pricing.Stop(new Arithmetic.Add(entry, n(2)))),
        new StackPlan.Layer(one, new Pricing.Stop(new Arithmetic.Add(entry, n(4)))));
    var plan = order(BUY, 1).with(exits(5, 6))
        .with(new StackPlan(layers, StackPlan.WITHIN_DEFAULT, false));
    assertThat(fills(program().when(0, is(110), new Action.Trade(plan))))
        .extracting(fill -> fill.replaceAll("@.*", ""))
        .containsExactly("BUY 1 110", "BUY 1 112", "BUY 1 114", "SELL 1 116", "SELL 1 118",
            "SELL 1 120");
  }

  @Test
  void resize_movesTheSizeAndKeepsTheSide() {
    assertThat(fills(program().when(0, is(110), buy(1))
        .when(0, is(112), resize(3))
        .when(0, is(114), resize(0.5))))
        .containsExactly("BUY 1 110@660", "BUY 2 112@780", "SELL 2.5 114@900");
  }

  @Test
  void children_areOrderedWhenTheParentIsFilled() {
    var entry = new Occasion.Number(Given.ENTRY);
    var limit = order(SELL, 1).at(new Pricing.Limit(new Arithmetic.Add(entry, n(5))), Lasting.GTC);
    var plan = order(BUY, 1).with(List.of(), List.of(limit), Hooks.NONE);
    assertThat(fills(program().when(0, is(110), new Action.Trade(plan))))
        .containsExactly("BUY 1 110@660", "SELL 1 115@870");
  }

  @Test
  void aHook_onTheTarget_isDoneOnceWithTheExitsQuantity() {
    var twice = new Arithmetic.Mul(new Occasion.Number(Given.EXIT_QUANTITY), n(2));
    var hook = new Action.Trade(OrderPlan.market(0, SELL, new Sizing.Units(twice)));
    var plan = order(BUY, 1).with(exits(5, 4))
        .with(List.of(), List.of(),
            new Hooks(List.of(), List.of(hook), List.of()));
    assertThat(fills(program().when(0, is(110), new Action.Trade(plan))))
        .extracting(fill -> fill.replaceAll("@.*", ""))
        .containsExactly("BUY 1 110", "SELL 1 114", "SELL 2 114");
  }

  @Test
  void aHook_onAnyOtherClose_needsNoExits() {
    var plan = order(BUY, 1).with(List.of(), List.of(),
        new Hooks(List.of(), List.of(), List.of(new Action.Trade(order(SELL, 2)))));
    assertThat(fills(program().when(0, is(110), new Action.Trade(plan))
        .when(0, is(112),
            new Action.Close(0))))
        .containsExactly("BUY 1 110@660", "SELL 1 112@780", "SELL 2 112@780");
  }

  @Test
  void aTier_opensBesideItsParentOnceItHasGoneSoFar() {
    var tier = new TierPlan(false, 3, 0, 3_600 * Market.SECOND, new Sizing.Units(n(2)),
        exits(50, 60));
    var plan = order(BUY, 1).with(exits(50, 60)).with(List.of(tier), List.of(), Hooks.NONE);
    assertThat(fills(program().when(0, is(110), new Action.Trade(plan))))
        .containsExactly("BUY 1 110@660", "BUY 2 113@750");
  }

  @Test
  void aLatch_givesTheDirectionOfTheWireThatIsTouched() {
    var entry = new LatchPlan.Entry(0, Pricing.MARKET, new Sizing.Units(n(1)), null, null, 0);
    var latch = new LatchPlan(0, n(2), null, 3_600 * Market.SECOND, LatchPlan.Confirm.NONE,
        List.of(entry));
    assertThat(fills(program().when(0, is(110), new Action.Latch(latch))))
        .containsExactly("BUY 1 112@690");
  }

  @Test
  void close_takesBackTheExitsAndClosesWhatIsHeld() {
    assertThat(fills(program().when(0, is(110), bracket(5, 6))
        .when(0, is(112),
            new Action.Close(0))))
        .containsExactly("BUY 1 110@660", "SELL 1 112@780");
  }

  @Test
  void close_afterAnOrderOfTheSameBar_closesThatToo() {
    assertThat(fills(program().when(0, is(110), buy(1), new Action.Close(0))))
        .containsExactly("BUY 1 110@660", "SELL 1 110@660");
  }

  @Test
  void aTrailingOrder_isFilledWhenTheMarketComesBack() {
    var sell = order(SELL, 1).at(new Pricing.TrailBy(n(3)), Lasting.GTC);
    assertThat(fills(program().when(0, is(110), new Action.Trade(sell)), hill()))
        .containsExactly("SELL 1 122@1515");
  }

  @Test
  void aSchedule_isDoneOnTheFirstTickOfItsTime() {
    assertThat(fills(program().schedule(Schedule.everyHour(5), buy(1))))
        .containsExactly("BUY 1 104@300");
  }

  @Test
  void theBestExcursion_isOfTheTicksSinceTheEntry() {
    var gone = new Fact.OfPosition(0, Facts.PositionField.MFE);
    assertThat(fills(program().watchExcursions()
        .when(0, is(110), buy(1))
        .when(0,
            new Comparison.AtLeast(gone, n(3)), new Action.Close(0))))
        .containsExactly("BUY 1 110@660", "SELL 1 112@780");
  }

  @Test
  void bars_giveStopsAtTheirLevelWhereTicksGiveTheirPrice() {
    var loop = Market.loop(program().when(0, is(110), bracket(0.9, 5)).build());
    Market.runBars(loop, Market.rising(20));
    assertThat(Market.texts(loop)).containsExactly("BUY 1 110@660", "SELL 1 109.1@675");
  }

  /** Up to 124, then down. */
  private static List<Double> hill() {
    var closes = new ArrayList<>(Market.rising(25));
    for (int i = 1; i < 15; i++)
      closes.add(124.0 - i);
    return closes;
  }

  private static String sized(Sizing sizing, double stop) {
    var plan = OrderPlan.market(0, BUY, sizing).with(exits(stop, 100));
    return fills(program().when(0, is(110), new Action.Trade(plan))).getFirst();
  }

  private static NumberNode n(double value) {
    return new Constant(value);
  }

  private static ConditionNode above(double price) {
    return new Comparison.Greater(CLOSE, n(price));
  }

  private static ConditionNode is(double price) {
    return new Comparison.Equal(CLOSE, n(price));
  }

  private static OrderPlan order(Side side, double quantity) {
    return OrderPlan.market(0, side, new Sizing.Units(n(quantity)));
  }

  private static Action buy(double quantity) {
    return new Action.Trade(order(BUY, quantity));
  }

  private static Action sell(double quantity) {
    return new Action.Trade(order(SELL, quantity));
  }

  private static Action at(OrderPlan plan, Pricing pricing) {
    return new Action.Trade(plan.at(pricing, Lasting.GTC));
  }

  private static Action lasting(Side side, Pricing pricing, TimeInForce tif, NumberNode until) {
    return new Action.Trade(order(side, 1).at(pricing, new Lasting(tif, until)));
  }

  private static Exits exits(double stop, double target) {
    return new Exits(new StopPlan.Fixed(new Distance.By(n(stop))), new Distance.By(n(target)));
  }

  private static Action bracket(double stop, double target) {
    return new Action.Trade(order(BUY, 1).with(exits(stop, target)));
  }

  private static Action resize(double to) {
    return new Action.Resize(0, new Sizing.Units(n(to)), null);
  }
}
