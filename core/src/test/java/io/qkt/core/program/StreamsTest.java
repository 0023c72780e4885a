package io.qkt.core.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.indicator.Ema;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.order.Side;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.node.Constant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What streams may be together, and what they need. */
final class StreamsTest {
  private final ProgramBuilder builder = Program.builder("streams", key("SIM:A", "1m"));

  @Test
  void aBasket_mayBeDeclaredBeforeItsConstituents() {
    builder.basket("both", key("BASKET:both", "1m"), List.of(0, 2));
    builder.stream("b", key("SIM:B", "1m"));
    assertThat(builder.build().basket(1).constituents()).isEqualTo(2);
  }

  @Test
  void aBasket_ofAnotherTimeframe_isRefused() {
    builder.stream("b", key("SIM:B", "5m"));
    builder.basket("both", key("BASKET:both", "1m"), List.of(0, 1));
    assertThatThrownBy(builder::build).hasMessageContaining("one timeframe");
  }

  @Test
  void aBasket_ofABasketOrASeries_isRefused() {
    builder.series("eq", key("ACCOUNT:EQUITY", "1m"));
    builder.basket("both", key("BASKET:both", "1m"), List.of(0, 1));
    assertThatThrownBy(builder::build).hasMessageContaining("a market's stream, eq is none");
  }

  @Test
  void aBasket_ofAStreamThatIsNeverDeclared_isRefused() {
    builder.basket("both", key("BASKET:both", "1m"), List.of(0, 7));
    assertThatThrownBy(builder::build).hasMessageContaining("one of the 2 declared, was 7");
  }

  @Test
  void aBasket_ofOneStreamTwice_isRefused() {
    builder.basket("both", key("BASKET:both", "1m"), List.of(0, 0));
    assertThatThrownBy(builder::build).hasMessageContaining("two or more different streams");
  }

  @Test
  void aStream_inTwoGroups_isRefused() {
    builder.stream("b", key("SIM:B", "1m"));
    builder.stream("c", key("SIM:C", "1m"));
    builder.synchronize(List.of(0, 1), 0).synchronize(List.of(1, 2), 0);
    assertThatThrownBy(builder::build).hasMessageContaining("b must be in one");
  }

  @Test
  void anOrderOnABasket_withExitsOrOfUnits_isRefused() {
    builder.stream("b", key("SIM:B", "1m"));
    int basket = builder.basket("both", key("BASKET:both", "1m"), List.of(0, 1));
    var order = OrderPlan.market(basket, Side.BUY, new Sizing.Units(new Constant(1)));
    assertThatThrownBy(() -> builder.rule(0, _ -> 2, false, new int[0],
        List.of(new Action.Trade(order)))).hasMessageContaining("an amount of money");
  }

  @Test
  void feeds_areTheKeysOfMarketsAndSeries_eachOnce() {
    builder.stream("again", key("SIM:A", "1m"));
    builder.stream("b", key("SIM:B", "1m"));
    builder.basket("both", key("BASKET:both", "1m"), List.of(0, 2));
    builder.series("eq", key("ACCOUNT:EQUITY", "5m"));
    var program = builder.build();
    assertThat(program.feeds()).extracting(BarKey::toString)
        .containsExactly("SIM:A 1m", "SIM:B 1m", "ACCOUNT:EQUITY 5m");
    assertThat(program.instruments()).extracting(Instrument::toString)
        .containsExactly("SIM:A", "SIM:B");
  }

  @Test
  void history_isTheLargestThatWasAskedFor() {
    var program = builder.history(0, 20).history(0, 5).build();
    assertThat(program.history(0)).isEqualTo(20);
  }

  @Test
  void aTickIndicator_thatIsFedBars_isRefused() {
    assertThatThrownBy(() -> builder.tickIndicator(Ema.EMA, 0, List.of(3.0)))
        .hasMessageContaining("must be fed ticks, ema is not");
  }

  private static BarKey key(String instrument, String timeframe) {
    return new BarKey(Instrument.parse(instrument), Timeframe.parse(timeframe));
  }
}
