package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.UtcBars.NONE;
import static io.qkt.core.indicator.session.UtcBars.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.session.UtcBars.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionVwapTest {
  @Test
  void update_sinceTheHour_givesTheGoldenMeanAndSpread() {
    // Typical prices 10 and 14 with volumes 3 and 1: mean 44 / 4 = 11, squares 3 * 1 + 1 * 9 = 12,
    // spread sqrt(12 / 4). Then 11 with 4: mean 88 / 8 = 11, sqrt(12 / 8). A new session at 8:00.
    var bars = List.of(trade(at(0, 8, 0), 9, 12, 9, 3), trade(at(0, 9, 0), 13, 17, 12, 1),
        trade(at(0, 10, 0), 11, 11, 11, 4), trade(at(1, 8, 0), 20, 20, 20, 2));
    assertThat(UtcBars.run(SessionVwap.VWAP, bars, 8)).containsExactly(10, 11, 11, 20);
    assertThat(UtcBars.run(SessionVwap.STDEV, bars, 8))
        .containsExactly(0, Math.sqrt(3), Math.sqrt(1.5), 0);
  }

  @Test
  void update_barWithoutVolume_changesNothingAndStartsTheSession() {
    var bars = List.of(price(at(0, 8, 0), 5, 0), price(at(0, 9, 0), 6, 2),
        price(at(0, 10, 0), 50, 0), price(at(0, 11, 0), 50, NONE), price(at(0, 12, 0), 10, 2));
    assertThat(UtcBars.run(SessionVwap.VWAP, bars, 8)).containsExactly(NONE, 6, 6, 6, 8);
  }

  @Test
  void update_sessionJoinedLate_isUndefinedUntilTheNext() {
    var bars = List.of(price(at(0, 8, 15), 5, 1), price(at(0, 9, 0), 6, 2),
        price(at(1, 8, 0), 7, 2), price(at(2, 8, 1), 7, 2));
    assertThat(UtcBars.run(SessionVwap.VWAP, bars, 8)).containsExactly(NONE, NONE, 7, NONE);
    assertThat(UtcBars.run(SessionVwap.STDEV, bars, 8)).containsExactly(NONE, NONE, 0, NONE);
  }

  @Test
  void update_volumesFarApart_hasASpreadAndNoNan() {
    var cases = new Cases(3);
    for (int i = 0; i < 2_000; i++) {
      var bars = List.of(price(at(0, 0, 0), cases.between(1, 1 << 30) / 7.0, 1e-9),
          price(at(0, 1, 0), cases.between(1, 1 << 30) / 11.0, 1e15));
      assertThat(UtcBars.run(SessionVwap.STDEV, bars, 0)[1]).isFinite().isNotNegative();
    }
  }

  @Test
  void update_firstBarOnTheHour_isDefinedAfterTheWarmUp() {
    var bars = List.of(price(at(0, 8, 0), 5, 1), price(at(0, 9, 0), 6, 2));
    UtcBars.assertWarmUp(SessionVwap.VWAP, bars, 8);
    UtcBars.assertWarmUp(SessionVwap.STDEV, bars, 8);
    assertThat(SessionVwap.VWAP.warmUpMinutes(8)).isEqualTo(1_440);
  }

  @Test
  void update_anyBars_agreesWithTheDefinition() {
    var cases = new Cases(39);
    for (int i = 0; i < 40; i++) {
      var bars = UtcBars.random(cases, 300);
      int hour = (int) cases.between(0, 24);
      UtcBars.assertAgrees(SessionVwap.VWAP, bars, soFar -> mean(session(soFar, hour)), hour);
      UtcBars.assertAgrees(SessionVwap.STDEV, bars, soFar -> {
        var session = session(soFar, hour);
        double mean = mean(session);
        return Math.sqrt(session.stream()
            .mapToDouble(
                b -> b.volume() * (b.typical() - mean) * (b.typical() - mean))
            .sum()
            / session.stream().mapToDouble(Bar::volume).sum());
      }, hour);
    }
  }

  @Test
  void misfit_impossibleHour_namesIt() {
    assertThat(SessionVwap.VWAP.misfit(24))
        .isEqualTo("the hour must be an hour of the day from 0 to 23, was 24");
  }

  private static List<Bar> session(List<Bar> soFar, int hour) {
    var session = UtcBars.days(soFar, hour * 60, 1_440).getLast();
    return session.whole() ? session.bars() : List.of();
  }

  /** Nothing over nothing is undefined, as it should be. */
  private static double mean(List<Bar> bars) {
    return bars.stream().mapToDouble(b -> b.volume() * b.typical()).sum()
        / bars.stream().mapToDouble(Bar::volume).sum();
  }

  private static Bar price(long time, double price, double volume) {
    return trade(time, price, price, price, volume);
  }

  private static Bar trade(long time, double low, double high, double close, double volume) {
    return new Bar(time, low, high, low, close, volume);
  }
}
