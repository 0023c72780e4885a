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

import io.qkt.core.order.TimeInForce;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.Lasting;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.function.ScalarFunction;
import io.qkt.core.program.node.Fact;
import io.qkt.core.program.node.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order without followers becomes. */
final class OrdersTest {
  private static final Slot CLOSE = Slot.of(BTC, BarField.CLOSE);
  private static final OrderPlan ONE = OrderPlan.market(BTC, BUY, units(1));

  @Test
  void anOrder_withASizeAlone_isAtMarket() {
    assertThat(order("BUY btc SIZING 1")).isEqualTo(ONE);
  }

  @Test
  void sizes_haveEachTheirForm() {
    var bracket = " BRACKET { STOP LOSS BY 5, TAKE PROFIT BY 9 }";
    assertThat(sizeOf("100 USD")).isEqualTo(new Sizing.Notional(n(100)));
    assertThat(sizeOf("5 % OF BALANCE"))
        .isEqualTo(new Sizing.PercentOf(n(5), Sizing.Base.BALANCE));
    assertThat(sizeOf("RISK $ 50" + bracket)).isEqualTo(new Sizing.Risk(n(50)));
    assertThat(sizeOf("RISK 0.02 OF BOOK" + bracket))
        .isEqualTo(new Sizing.RiskFraction(n(0.02), Sizing.Base.BOOK));
    assertThat(sizeOf("(1 + 1) PCT RISK" + bracket))
        .isEqualTo(new Sizing.RiskFraction(n(0.02), Sizing.Base.EQUITY));
    assertThat(sizeOf("POSITION.eth")).isEqualTo(new Sizing.PositionOf(ETH));
    assertThat(sizeOf("POSITION.pair")).isEqualTo(new Sizing.Units(
        ScalarFunction.ABS.of(List.of(new Fact.OfBasket(List.of(BTC, ETH))))));
  }

  private static Sizing sizeOf(String text) {
    return order("BUY btc SIZING " + text).sizing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORDER_TYPE = LIMIT AT 5", "LIMIT AT 5", "STOP AT 4 LIMIT AT 5"})
  void anOrderType_needsNoWordBefore(String text) {
    var expected = text.startsWith("STOP")
        ? new Pricing.StopLimit(n(4), n(5))
        : new Pricing.Limit(n(5));
    assertThat(order("BUY btc SIZING 1 " + text)).isEqualTo(ONE.at(expected, Lasting.GTC));
  }

  @Test
  void trails_areByADistanceOrAPercentage() {
    assertThat(order("SELL btc SIZING 1 TRAILING BY btc.close").pricing())
        .isEqualTo(new Pricing.TrailBy(CLOSE));
    assertThat(order("SELL btc SIZING 1 ORDER_TYPE = TRAILING PCT 5").pricing())
        .isEqualTo(new Pricing.TrailPercent(n(5)));
  }

  @Test
  void aTimeInForce_isKeptAndADeadlineNeedsNoUntil() {
    assertThat(order("BUY btc SIZING 1 TIF IOC").lasting())
        .isEqualTo(new Lasting(TimeInForce.IOC, null));
    assertThat(order("BUY btc SIZING 1 LIMIT AT 5 TIF GTD 60000").lasting())
        .isEqualTo(order("BUY btc SIZING 1 LIMIT AT 5 TIF GTD UNTIL 60000").lasting())
        .isEqualTo(new Lasting(TimeInForce.GTD, n(60_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BRACKET { STOP LOSS BY 5, TAKE PROFIT RR 2 }",
      "BRACKET { STOP_LOSS BY 5 TAKE_PROFIT RR 2 }", "BRACKET STOP_LOSS BY 5 TAKE_PROFIT RR 2",
      "STOP_LOSS BY 5 TAKE_PROFIT RR 2", "STOP_LOSS BY 5 TIF GTC TAKE_PROFIT RR 2",
      "BRACKET { STOP LOSS BY 7, STOP LOSS BY 5, TAKE PROFIT RR 2 }"})
  void aBracket_isTheSameWithoutBracesCommasAndWord(String text) {
    var exits = new Exits(new StopPlan.Fixed(new Distance.By(n(5))),
        new Distance.RiskMultiple(n(2)));
    assertThat(order("BUY btc SIZING 1 " + text)).isEqualTo(ONE.with(exits));
  }

  @Test
  void legs_takeAnyExpressionAndOneIsEnough() {
    assertThat(order("BUY btc SIZING 1 BRACKET { STOP LOSS AT btc.close }").exits())
        .isEqualTo(new Exits(new StopPlan.Fixed(new Distance.At(CLOSE)), null));
    assertThat(order("BUY btc SIZING 1 BRACKET { TAKE PROFIT PCT 150 }").exits())
        .isEqualTo(new Exits(null, new Distance.Percent(n(150))));
  }

  @Test
  void movingStops_haveTheirNumbers() {
    assertThat(stopOf("TRAILING 3 AFTER MFE >= 5")).isEqualTo(new StopPlan.Trailing(3, 5));
    assertThat(stopOf("BY 50 STEP TO BREAKEVEN AFTER MFE >= 30 STEP TO ENTRY + 40 AFTER MFE >= 70"))
        .isEqualTo(new StopPlan.Stepped(new Distance.By(n(50)),
            List.of(new StopPlan.Step(0, 30), new StopPlan.Step(40, 70))));
    assertThat(stopOf("BY 60 TIGHTEN BY 10 EVERY 15m FLOOR 20"))
        .isEqualTo(new StopPlan.Tightening(new Distance.By(n(60)), 10, 900_000_000L, 20));
  }

  private static StopPlan stopOf(String text) {
    return order("BUY btc SIZING 1 BRACKET { STOP LOSS " + text + ", TAKE PROFIT BY 99 }").exits()
        .stop();
  }

  @Test
  void oco_placesTheEntryAndBothExits() {
    assertThat(order("BUY btc SIZING 1 OCO { STOP AT 95, LIMIT AT 110 }"))
        .isEqualTo(ONE.with(new Exits(new StopPlan.Fixed(new Distance.At(n(95))),
            new Distance.At(n(110)))));
  }

  @Test
  void defaults_fillWhatIsMissing_withTheStreamOfTheOrder() {
    var plan = order("DEFAULTS { SIZING = 1 STOP_LOSS = BY SYMBOL TAKE_PROFIT = RR 2 ORDER_TYPE ="
        + " LIMIT AT SYMBOL TRAILING = TRAILING BY 5 TIF = DAY }\nSELL eth TAKE_PROFIT BY 9");
    var close = Slot.of(ETH, BarField.CLOSE);
    assertThat(plan).isEqualTo(OrderPlan.market(ETH, SELL, units(1))
        .at(new Pricing.Limit(close), new Lasting(TimeInForce.DAY, null))
        .with(new Exits(new StopPlan.Fixed(new Distance.By(close)), new Distance.By(n(9)))));
  }

  @Test
  void defaults_ofATrail_standInForTheOrderType() {
    assertThat(order("DEFAULTS { SIZING = 1 TRAILING = TRAILING BY 5 }\nSELL btc").pricing())
        .isEqualTo(new Pricing.TrailBy(n(5)));
  }

  @Test
  void aBasket_isSpreadOverWhatItIsMadeOf() {
    assertThat(plans("SELL pair SIZING 100 USD")).containsExactly(
        new Action.Trade(OrderPlan.market(BTC, SELL, new Sizing.Notional(n(50)))),
        new Action.Trade(OrderPlan.market(ETH, SELL, new Sizing.Notional(n(50)))));
    assertThat(plans("CLOSE pair ; CANCEL pair")).containsExactly(new Action.Close(BTC),
        new Action.Close(ETH), new Action.Cancel(BTC), new Action.Cancel(ETH));
  }
}
