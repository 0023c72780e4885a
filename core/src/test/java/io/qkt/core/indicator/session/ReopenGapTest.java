package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.UtcBars.NONE;
import static io.qkt.core.indicator.session.UtcBars.at;
import static io.qkt.core.indicator.session.UtcBars.bar;
import static io.qkt.core.indicator.session.UtcBars.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.session.UtcBars.Bar;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReopenGapTest {
  @Test
  void update_afterAWeekend_givesTheGoldenGap() {
    // Friday closes at 10, Sunday opens at 14: a gap of 4. Closes of 13, 10 and 8 have taken back
    // 1, 4 and 6 of the 4.
    var bars = List.of(flat(at(4, 20, 0), 11), flat(at(4, 21, 0), 10),
        bar(at(6, 22, 0), 14, 15, 13, 13), bar(at(6, 23, 0), 13, 13, 10, 10),
        bar(at(7, 0, 0), 10, 10, 8, 8));
    assertThat(UtcBars.run(ReopenGap.GAP, bars, 24)).containsExactly(NONE, NONE, 4, 4, 4);
    assertThat(UtcBars.run(ReopenGap.ORIGIN, bars, 24)).containsExactly(NONE, NONE, 10, 10, 10);
    assertThat(UtcBars.run(ReopenGap.FILL_FRACTION, bars, 24))
        .containsExactly(NONE, NONE, 0.25, 1, 1.5);
  }

  @Test
  void update_pauseOfExactlyTheHours_isNoGapAndOneMinuteMoreIs() {
    // The minute bar of 9:01 ends at 9:02, so 11:02 is two hours later.
    var bars = List.of(flat(at(0, 9, 0), 1), flat(at(0, 9, 1), 2), flat(at(0, 11, 2), 3),
        flat(at(0, 13, 4), 5));
    assertThat(UtcBars.run(ReopenGap.GAP, bars, 2)).containsExactly(NONE, NONE, NONE, 2);
  }

  @Test
  void update_barsLongerThanThePause_areNoGapsThemselves() {
    var bars = List.of(flat(at(0, 0, 0), 1), flat(at(0, 4, 0), 2), flat(at(0, 8, 0), 3),
        flat(at(0, 16, 0), 5));
    assertThat(UtcBars.run(ReopenGap.GAP, bars, 1)).containsExactly(NONE, NONE, NONE, 2);
  }

  @Test
  void update_gapOfNothing_hasNoFraction() {
    var bars = List.of(flat(at(4, 0, 0), 9), flat(at(4, 1, 0), 9), flat(at(6, 0, 0), 9),
        flat(at(6, 1, 0), 12));
    assertThat(UtcBars.run(ReopenGap.GAP, bars, 5)).containsExactly(NONE, NONE, 0, 0);
    assertThat(UtcBars.run(ReopenGap.FILL_FRACTION, bars, 5))
        .containsExactly(NONE, NONE, NONE, NONE);
  }

  @Test
  void update_thirdBarReopening_isDefinedAfterTheWarmUp() {
    var bars = List.of(flat(at(0, 0, 0), 8), flat(at(0, 1, 0), 8), flat(at(0, 9, 0), 9));
    for (var output : List.of(ReopenGap.GAP, ReopenGap.ORIGIN, ReopenGap.FILL_FRACTION))
      UtcBars.assertWarmUp(output, bars, 2);
    assertThat(ReopenGap.GAP.warmUpMinutes(2)).isEqualTo(120);
  }

  @Test
  void update_anyBars_agreesWithTheDefinition() {
    var cases = new Cases(34);
    for (int i = 0; i < 30; i++) {
      var bars = UtcBars.random(cases, 200);
      int hours = (int) cases.between(1, 60);
      UtcBars.assertAgrees(ReopenGap.GAP, bars, soFar -> {
        int at = reopening(soFar, hours);
        return at < 0 ? NONE : soFar.get(at).open() - soFar.get(at - 1).close();
      }, hours);
      UtcBars.assertAgrees(ReopenGap.ORIGIN, bars, soFar -> {
        int at = reopening(soFar, hours);
        return at < 0 ? NONE : soFar.get(at - 1).close();
      }, hours);
      UtcBars.assertAgrees(ReopenGap.FILL_FRACTION, bars, soFar -> {
        int at = reopening(soFar, hours);
        if (at < 0 || soFar.get(at).open() == soFar.get(at - 1).close())
          return NONE;
        double open = soFar.get(at).open();
        return (open - soFar.getLast().close()) / (open - soFar.get(at - 1).close());
      }, hours);
    }
  }

  /** The last bar before which there was nothing for so many hours, or -1. */
  private static int reopening(List<Bar> soFar, int hours) {
    var distances = IntStream.range(1, soFar.size())
        .mapToLong(i -> soFar.get(i).time() - soFar.get(i - 1).time())
        .toArray();
    int last = -1;
    long length = Long.MAX_VALUE;
    for (int i = 0; i < distances.length; i++) {
      length = Math.min(length, distances[i]);
      long endOfLast = soFar.get(i).time() + length;
      if (soFar.get(i + 1).time() > endOfLast + hours * 3_600_000_000L)
        last = i + 1;
    }
    return last;
  }
}
