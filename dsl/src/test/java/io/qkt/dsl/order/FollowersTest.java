package io.qkt.dsl.order;

import static io.qkt.core.order.Side.BUY;
import static io.qkt.core.order.Side.SELL;
import static io.qkt.dsl.order.Sample.BTC;
import static io.qkt.dsl.order.Sample.ETH;
import static io.qkt.dsl.order.Sample.n;
import static io.qkt.dsl.order.Sample.order;
import static io.qkt.dsl.order.Sample.plans;
import static io.qkt.dsl.order.Sample.units;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.qkt.core.program.action.StackPlan.Layer;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.action.TierPlan;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.program.node.Arithmetic;
import io.qkt.core.program.node.Occasion;
import io.qkt.core.program.node.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hangs on orders, and what is neither BUY nor SELL. */
final class FollowersTest {
  private static final Occasion.Number ENTRY = new Occasion.Number(Given.ENTRY);
  private static final OrderPlan ONE = OrderPlan.market(BTC, BUY, units(1));
  private static final Exits EXITS = new Exits(new StopPlan.Fixed(new Distance.By(n(5))),
      new Distance.By(n(9)));
  private static final String BRACKET = " BRACKET { STOP LOSS BY 5, TAKE PROFIT BY 9 }";
  private static final long MINUTE = 60_000_000;

  @Test
  void aStack_inTheTradesDirection_isOfStops() {
    var layers = List.of(new Layer(units(1), new Pricing.Stop(new Arithmetic.Add(ENTRY, n(2)))),
        new Layer(units(1), new Pricing.Stop(new Arithmetic.Add(ENTRY, n(4)))));
    assertThat(order("BUY btc SIZING 1 STACK 3 SPACING 2"))
        .isEqualTo(ONE.with(new StackPlan(layers, StackPlan.WITHIN_DEFAULT, false)));
  }

  @Test
  void aStack_againstTheTrade_isOfLimits() {
    var layer = new Layer(units(1), new Pricing.Limit(new Arithmetic.Add(ENTRY, n(2))));
    assertThat(order("SELL btc SIZING 1 STACK 2 SPACING 2 ABOVE WITHIN 5m SHARED" + BRACKET))
        .isEqualTo(OrderPlan.market(BTC, SELL, units(1))
            .with(EXITS)
            .with(new StackPlan(List.of(layer), 5 * MINUTE, true)));
  }

  @Test
  void aStack_ofListedLayers_beginsWithTheFirst() {
    var layers = List.of(
        new Layer(units(2), new Pricing.Touched(new Arithmetic.Add(ENTRY, n(3)), null)),
        new Layer(units(3), new Pricing.Limit(new Arithmetic.Sub(ENTRY, n(4)))));
    assertThat(order("BUY btc STACK [ 1, 2 AT entry + 3, 3 LIMIT AT entry - 4, ] WITHIN 30m"))
        .isEqualTo(ONE.with(new StackPlan(layers, 30 * MINUTE, false)));
  }

  @Test
  void aStack_whoseFirstLayerHasAPrice_beginsThere() {
    assertThat(order("BUY btc STACK [ 1 LIMIT AT 90, 2 AT entry - 5 ]").pricing())
        .isEqualTo(new Pricing.Limit(n(90)));
    assertThat(order("BUY btc LIMIT AT 80 STACK [ 1, 2 AT entry - 5 ]").pricing())
        .isEqualTo(new Pricing.Limit(n(80)));
  }

  @Test
  void tiers_addUp() {
    var half = new Arithmetic.Mul(new Occasion.Number(Given.ENTRY_QUANTITY), n(0.5));
    var tiers = List.of(
        new TierPlan(false, 5, 0, 30 * MINUTE, new Sizing.Units(half), EXITS),
        new TierPlan(true, 7, 2, MINUTE, units(3), EXITS));
    assertThat(order("BUY btc SIZING 1 STACK_AT MFE >= 5 WITHIN 30m SIZING ENTRY_QTY * 0.5"
        + BRACKET + " STACK_AT MAE >= 7 RECOVER 2 WITHIN 1m SIZING 3" + BRACKET))
        .isEqualTo(ONE.with(tiers, List.of(), Hooks.NONE));
  }

  @Test
  void children_haveTheEntryAndNoDefaults() {
    var child = OrderPlan.market(ETH, SELL, units(2))
        .at(new Pricing.Limit(new Arithmetic.Add(ENTRY, n(5))), Lasting.GTC);
    assertThat(order("DEFAULTS { SIZING = 1 TIF = DAY }\n"
        + "BUY btc ON_FILL { SELL eth SIZING 2 LIMIT AT entry + 5 }").onFill())
        .containsExactly(child);
  }

  @Test
  void hooks_haveTheExitAndNoDefaults() {
    var limit = OrderPlan.market(BTC, SELL, new Sizing.Units(
        new Occasion.Number(Given.EXIT_QUANTITY)))
        .at(new Pricing.FromAnchor(true, true, n(3)), Lasting.GTC);
    var hooks = new Hooks(List.of(new Action.Trade(limit)), List.of(), List.of());
    assertThat(order("DEFAULTS { TIF = DAY }\nBUY btc SIZING 1 TIF GTC" + BRACKET
        + " ON_STOP { SELL btc SIZING EXIT.qty LIMIT WITH 3 }"))
        .isEqualTo(ONE.with(EXITS).with(List.of(), List.of(), hooks));
  }

  @Test
  void anOrder_withoutHooks_hasTheOneThatSaysSo() {
    assertThat(order("BUY btc SIZING 1").hooks()).isSameAs(Hooks.NONE);
  }

  @Test
  void twoEntries_withExits_haveALegEach() {
    assertThat(plans("OCO_ENTRY { BUY btc SIZING 1" + BRACKET + ", SELL btc SIZING 1 STOP AT 90 }"))
        .containsExactly(new Action.EitherOf(ONE.with(EXITS).onItsOwnLeg(),
            OrderPlan.market(BTC, SELL, units(1)).at(new Pricing.Stop(n(90)), Lasting.GTC)));
  }

  @Test
  void resize_hasATargetAndALeastStep() {
    assertThat(plans("RESIZE eth TO 100 USD MIN_STEP 0.05 ; RESIZE eth TO 0")).containsExactly(
        new Action.Resize(ETH, new Sizing.Notional(n(100)), units(0.05)),
        new Action.Resize(ETH, units(0), null));
  }

  @Test
  void aLatch_withoutASize_entersOne() {
    var entry = new LatchPlan.Entry(ETH, Pricing.MARKET, units(1), null, null, 0);
    assertThat(plans("LATCH eth OFFSET 2 ARM 10m { ENTER MARKET }")).containsExactly(
        new Action.Latch(new LatchPlan(ETH, n(2), null, 10 * MINUTE, LatchPlan.Confirm.NONE,
            List.of(entry))));
  }

  @Test
  void aLatch_hasItsEntriesInOrder() {
    var first = new LatchPlan.Entry(BTC, new Pricing.FromAnchor(true, false, n(1)), units(2),
        new LatchPlan.Exit(false, n(3)), new LatchPlan.Exit(true, n(4)), 5 * MINUTE);
    var second = new LatchPlan.Entry(ETH, new Pricing.FromAnchor(false, true, n(6)), units(1),
        null, null, 0);
    assertThat(plans("LATCH btc OFFSET 2 FROM btc.open ARM 10m AS x CONFIRM RETEST_HOLD 1 WITHIN 2m"
        + " { ENTER LIMIT RETRACE 1 SIZING 2 EXPIRE 5m BRACKET { STOP LOSS AGAINST 3, TAKE PROFIT"
        + " WITH 4 } ; ENTER ON eth STOP WITH 6 }")).containsExactly(
            new Action.Latch(new LatchPlan(BTC, n(2), Slot.of(BTC, BarField.OPEN), 10 * MINUTE,
                new LatchPlan.Confirm.RetestHold(n(1), 2 * MINUTE), List.of(first, second))));
  }

  @Test
  void aLog_hasItsLevelAndFields() {
    var log = (Action.Log) plans("LOG WARN \"at {p}\" p = 5").getFirst();
    assertThat(log.level()).isEqualTo(Action.Level.WARN);
    assertThat(log.text()).isEqualTo("at {p}");
    assertThat(log.fields()).singleElement()
        .extracting(field -> field.name() + field.value().apply(null))
        .isEqualTo("p5");
    assertThat(((Action.Log) plans("LOG INFO \"x\"").getFirst()).level())
        .isEqualTo(Action.Level.INFO);
  }

  @Test
  void actions_needNoSemicolons() {
    assertThat(plans("FLATTEN CLOSE_ALL CANCEL_ALL CLOSE btc LOG \"x\"")).startsWith(
        new Action.CloseAll(), new Action.CloseAll(), new Action.CancelAll(),
        new Action.Close(BTC)).hasSize(5);
  }
}
