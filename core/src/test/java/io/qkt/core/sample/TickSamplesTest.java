package io.qkt.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.session.TickVwap;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TickSamplesTest {
  private static final Instrument BTC = Instrument.parse("SIM:BTCUSDT");
  private static final Instrument ETH = Instrument.parse("SIM:ETHUSDT");

  private final ProgramBuilder builder = Program.builder("ticks",
      new BarKey(BTC, Timeframe.parse("1m")));

  @Test
  void aProgram_withoutTickIndicators_hasNoValues() {
    var samples = new TickSamples(builder.build());
    assertThat(samples.wants(BTC)).isFalse();
    assertThat(samples.values()).isEmpty();
  }

  @Test
  void values_areUndefinedUntilTheirWindowIsFull() {
    var samples = vwap(2);
    samples.see(BTC, tick(10, 1));
    assertThat(samples.values()).containsExactly(Double.NaN);
    samples.see(BTC, tick(20, 3));
    assertThat(samples.values()).containsExactly(17.5);
  }

  @Test
  void ticks_ofAnotherInstrument_andBadOnes_arePassedOver() {
    var samples = vwap(1);
    samples.see(BTC, tick(10, 1));
    samples.see(ETH, tick(20, 1));
    samples.see(BTC, tick(-5, 1));
    assertThat(samples.wants(ETH)).isFalse();
    assertThat(samples.values()).containsExactly(10.0);
  }

  @Test
  void equalUses_areOne_andHaveOneValue() {
    builder.tickIndicator(TickVwap.VWAP, 0, List.of(1.0));
    builder.tickIndicator(TickVwap.VWAP, 0, List.of(1.0));
    builder.tickIndicator(TickVwap.VWAP, 0, List.of(2.0));
    assertThat(new TickSamples(builder.build()).values()).hasSize(2);
  }

  private TickSamples vwap(double n) {
    builder.tickIndicator(TickVwap.VWAP, 0, List.of(n));
    return new TickSamples(builder.build());
  }

  private static Quote tick(long price, long volume) {
    return new Quote(0, 0, 0, price * Exact.ONE, volume * Exact.ONE);
  }
}
