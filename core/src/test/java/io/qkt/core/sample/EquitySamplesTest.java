package io.qkt.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.market.Timeframe;
import org.junit.jupiter.api.Test;

final class EquitySamplesTest {
  private static final long SECOND = 1_000_000;
  private static final BarKey KEY = new BarKey(Instrument.parse("ACCOUNT:EQUITY"),
      Timeframe.parse("1m"));
  private static final Instrument BTC = Instrument.parse("SIM:BTCUSDT");

  private final EquitySamples samples = new EquitySamples(KEY);

  @Test
  void aBar_hasTheFirstTheExtremesAndTheLastOfItsSamples() {
    samples.sample(0, 5);
    samples.sample(10 * SECOND, 9);
    samples.sample(20 * SECOND, -3);
    samples.sample(59 * SECOND, 4);
    assertThat(samples.sample(60 * SECOND, 100))
        .isEqualTo(new Bar(KEY, 0, Bar.NONE, 5, 9, -3, 4, 0, Bar.ClosedBy.TICK, 0));
  }

  @Test
  void aWindow_withoutASample_makesNoBar() {
    samples.sample(0, 5);
    assertThat(samples.sample(600 * SECOND, 6).openTime()).isZero();
    assertThat(samples.sample(660 * SECOND, 7).prevOpenTime()).isZero();
  }

  @Test
  void theSample_thatClosesABar_begins_theNext() {
    samples.sample(0, 5);
    samples.sample(90 * SECOND, 6);
    assertThat(samples.sample(120 * SECOND, 7).open()).isEqualTo(6);
  }

  @Test
  void aPrice_isTheLastOneThatWasNotBad() {
    assertThat(samples.price(BTC)).isZero();
    samples.see(BTC, Quote.at(0, 7));
    samples.see(BTC, Quote.at(1, -1));
    assertThat(samples.price(BTC)).isEqualTo(7);
  }
}
