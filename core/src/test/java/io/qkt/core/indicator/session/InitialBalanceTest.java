package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.UtcBars.NONE;
import static io.qkt.core.indicator.session.UtcBars.at;
import static io.qkt.core.indicator.session.UtcBars.bar;
import static io.qkt.core.indicator.session.UtcBars.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.session.UtcBars.Bar;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InitialBalanceTest {
  @Test
  void update_edgeTradedThroughAndHeld_isOneUntilTheSessionEnds() {
    // The balance of 8:00 to 9:00 is 8 to 12. 9:00 does not reach it; 9:30 trades 13 and closes at
    // 11; what follows changes nothing until 8:00 of the next day.
    var bars = List.of(bar(at(0, 8, 0), 9, 11, 8, 10), bar(at(0, 8, 30), 10, 12, 9, 10),
        bar(at(0, 9, 0), 10, 11, 9, 10), bar(at(0, 9, 30), 10, 13, 9, 11),
        bar(at(1, 7, 30), 14, 20, 14, 20), bar(at(1, 8, 0), 20, 21, 20, 20),
        bar(at(1, 9, 0), 20, 20, 20, 20));
    assertThat(UtcBars.run(InitialBalance.DEFENDED_HIGH, bars, 8, 60))
        .containsExactly(NONE, NONE, 0, 1, 1, NONE, 0);
    assertThat(UtcBars.run(InitialBalance.DEFENDED_LOW, bars, 8, 60))
        .containsExactly(NONE, NONE, 0, 0, 0, NONE, 0);
  }

  @Test
  void update_lowTradedThroughAndHeld_isOne() {
    var bars = List.of(bar(at(0, 8, 0), 9, 11, 8, 10), bar(at(0, 9, 0), 9, 9, 7, 7),
        bar(at(0, 10, 0), 7, 9, 6, 9));
    assertThat(UtcBars.run(InitialBalance.DEFENDED_LOW, bars, 8, 60)).containsExactly(NONE, 0, 1);
    assertThat(UtcBars.run(InitialBalance.DEFENDED_HIGH, bars, 8, 60))
        .containsExactly(NONE, 0, 0);
  }

  @Test
  void update_touchOfTheEdge_isEnoughAndACloseOnItIsNot() {
    var bars = List.of(bar(at(0, 8, 0), 9, 12, 8, 10), bar(at(0, 9, 0), 11, 12, 11, 12),
        bar(at(0, 10, 0), 11, 12, 11, 11));
    assertThat(UtcBars.run(InitialBalance.DEFENDED_HIGH, bars, 8, 60)).containsExactly(NONE, 0, 1);
  }

  @Test
  void update_sessionJoinedLate_isUndefinedUntilTheNext() {
    var bars = List.of(flat(at(0, 8, 15), 9), flat(at(0, 9, 0), 9), flat(at(1, 8, 0), 9),
        flat(at(1, 9, 0), 9));
    assertThat(UtcBars.run(InitialBalance.DEFENDED_HIGH, bars, 8, 60))
        .containsExactly(NONE, NONE, NONE, 0);
  }

  @Test
  void update_secondBarAfterTheBalance_isDefinedAfterTheWarmUp() {
    var bars = List.of(flat(at(0, 0, 0), 8), flat(at(0, 4, 0), 9));
    UtcBars.assertWarmUp(InitialBalance.DEFENDED_HIGH, bars, 0, 240);
    UtcBars.assertWarmUp(InitialBalance.DEFENDED_LOW, bars, 0, 240);
    assertThat(InitialBalance.DEFENDED_LOW.warmUpMinutes(0, 240)).isEqualTo(1_440);
  }

  @Test
  void update_anyBarsAndBalances_agreesWithTheDefinition() {
    var cases = new Cases(38);
    double ones = 0;
    for (int i = 0; i < 40; i++) {
      var bars = UtcBars.random(cases, 300);
      int hour = (int) cases.between(0, 24);
      int minutes = (int) cases.between(1, 20) * 15;
      UtcBars.assertAgrees(InitialBalance.DEFENDED_HIGH, bars,
          soFar -> naive(soFar, hour, minutes, 1), hour, minutes);
      UtcBars.assertAgrees(InitialBalance.DEFENDED_LOW, bars,
          soFar -> naive(soFar, hour, minutes, -1), hour, minutes);
      ones += Arrays.stream(UtcBars.run(InitialBalance.DEFENDED_LOW, bars, hour, minutes))
          .filter(v -> v == 1)
          .count();
    }
    assertThat(ones).as("bars with a defended edge").isGreaterThan(300);
  }

  @Test
  void misfit_impossibleBalance_namesIt() {
    assertThat(InitialBalance.DEFENDED_HIGH.misfit(24, 60))
        .isEqualTo("the hour must be an hour of the day from 0 to 23, was 24");
    assertThat(InitialBalance.DEFENDED_HIGH.misfit(8, 1_440))
        .isEqualTo("the minutes must be less than a day, 1440, was 1440");
  }

  private static double naive(List<Bar> soFar, int hour, int minutes, int sign) {
    var session = UtcBars.days(soFar, hour * 60, 1_440).getLast();
    var balanceEnd = session.bars().getFirst().opened().plusMinutes(minutes);
    var balance = session.bars().stream().filter(b -> b.opened().isBefore(balanceEnd)).toList();
    var after = session.bars().subList(balance.size(), session.bars().size());
    if (!session.whole() || after.isEmpty())
      return NONE;
    double edge = balance.stream().mapToDouble(b -> high(b, sign)).max().getAsDouble();
    return after.stream().anyMatch(b -> high(b, sign) >= edge && sign * b.close() < edge) ? 1 : 0;
  }

  private static double high(Bar bar, int sign) {
    return sign > 0 ? bar.high() : -bar.low();
  }
}
