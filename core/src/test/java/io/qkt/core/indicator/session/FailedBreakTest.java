package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.UtcBars.NONE;
import static io.qkt.core.indicator.session.UtcBars.at;
import static io.qkt.core.indicator.session.UtcBars.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.session.UtcBars.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailedBreakTest {
  @Test
  void update_closeBackInsideInTime_isOneForTheArmedBars() {
    // Two bars of 10; the third pokes to 12; the fourth closes at 9, below 10: it and the next are
    // armed, the sixth is not.
    var highs = new double[]{10, 10, 12, 11, 11, 11};
    var closes = new double[]{9, 9, 11, 9, 9, 9};
    assertThat(high(highs, closes, 2, 2, 2)).containsExactly(NONE, NONE, 0, 1, 1, 0);
    assertThat(low(highs, closes, 2, 2, 2)).containsExactly(NONE, NONE, 0, 1, 1, 0);
  }

  @Test
  void update_closeBackInsideOnThePokingBar_doesNotCount() {
    assertThat(high(new double[]{10, 10, 12, 13}, new double[]{9, 9, 9, 11}, 2, 1, 3))
        .containsExactly(NONE, NONE, 0, 0);
  }

  @Test
  void update_closeOnTheLevel_isNotInside() {
    assertThat(high(new double[]{10, 10, 12, 10, 10}, new double[]{9, 9, 11, 10, 9.5}, 2, 2, 1))
        .containsExactly(NONE, NONE, 0, 0, 1);
  }

  @Test
  void update_closeBackInsideTooLate_doesNotCount() {
    // With one bar to reclaim, the fourth ends the poke; its own high of 11 is no new one.
    assertThat(high(new double[]{10, 10, 12, 11, 11}, new double[]{9, 9, 11, 11, 9}, 2, 1, 3))
        .containsExactly(NONE, NONE, 0, 0, 0);
  }

  @Test
  void update_timedOutByABarThatPokesAgain_beginsTheNextPokeWithItsOwnLevel() {
    // The fourth bar ends the first poke and pokes over 12; a close of 11 is inside that.
    assertThat(high(new double[]{10, 10, 12, 14, 12}, new double[]{9, 9, 11, 13, 11}, 2, 1, 1))
        .containsExactly(NONE, NONE, 0, 0, 1);
  }

  @Test
  void update_pokeWhileArmed_isIgnored() {
    // Armed at the fourth for two bars; the fifth would poke over 12 and be reclaimed by the sixth.
    assertThat(high(new double[]{10, 10, 12, 11, 15, 11, 11},
        new double[]{9, 9, 11, 9, 14, 9, 9}, 2, 1, 2))
        .containsExactly(NONE, NONE, 0, 1, 1, 0, 0);
  }

  @Test
  void update_touchOfTheExtreme_isNoPoke() {
    assertThat(high(new double[]{10, 10, 10, 10}, new double[]{9, 9, 9, 9}, 2, 2, 2))
        .containsExactly(NONE, NONE, 0, 0);
  }

  @Test
  void update_anyBars_isDefinedAfterTheWarmUp() {
    for (int range = 1; range < 9; range++) {
      UtcBars.assertWarmUp(FailedBreak.HIGH, UtcBars.random(new Cases(1), 12), range, 2, 2);
      UtcBars.assertWarmUp(FailedBreak.LOW, UtcBars.random(new Cases(1), 12), range, 2, 2);
    }
  }

  @Test
  void update_anyBars_agreesWithTheDefinition() {
    var cases = new Cases(35);
    int ones = 0;
    for (int i = 0; i < 300; i++) {
      var bars = UtcBars.random(cases, 200);
      int range = (int) cases.between(1, 25);
      int reclaim = (int) cases.between(1, 6);
      int arm = (int) cases.between(1, 6);
      var high = naive(bars, 1, range, reclaim, arm);
      var low = naive(bars, -1, range, reclaim, arm);
      assertThat(UtcBars.run(FailedBreak.HIGH, bars, range, reclaim, arm)).isEqualTo(high);
      assertThat(UtcBars.run(FailedBreak.LOW, bars, range, reclaim, arm)).isEqualTo(low);
      ones += (int) Arrays.stream(high).filter(v -> v == 1).count();
    }
    assertThat(ones).as("bars that are armed").isGreaterThan(1_000);
  }

  /** Goes from poke to poke and looks ahead for what becomes of it, instead of counting bars. */
  private static double[] naive(List<Bar> bars, int sign, int range, int reclaim, int arm) {
    var values = new double[bars.size()];
    Arrays.fill(values, 0, Math.min(range, values.length), NONE);
    int next = range;
    while (next < values.length) {
      int poke = next;
      double level = level(bars, sign, poke, range);
      if (high(bars.get(poke), sign) <= level) {
        next++;
        continue;
      }
      next = poke + reclaim;
      for (int i = poke + 1; i <= poke + reclaim && i < values.length; i++) {
        if (sign * bars.get(i).close() < level) {
          Arrays.fill(values, i, Math.min(i + arm, values.length), 1);
          next = i + arm;
          break;
        }
      }
    }
    return values;
  }

  private static double level(List<Bar> bars, int sign, int at, int range) {
    return bars.subList(at - range, at)
        .stream()
        .mapToDouble(b -> high(b, sign))
        .max()
        .getAsDouble();
  }

  private static double high(Bar bar, int sign) {
    return sign > 0 ? bar.high() : -bar.low();
  }

  private static double[] high(double[] highs, double[] closes, double... args) {
    return run(FailedBreak.HIGH, 1, highs, closes, args);
  }

  /** The same story told upside down. */
  private static double[] low(double[] highs, double[] closes, double... args) {
    return run(FailedBreak.LOW, -1, highs, closes, args);
  }

  private static double[] run(Indicator indicator, int sign, double[] highs, double[] closes,
      double... args) {
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < highs.length; i++) {
      double close = 100 + sign * closes[i];
      double edge = 100 + sign * highs[i];
      bars.add(bar(at(0, i, 0), close, Math.max(close, edge), Math.min(close, edge), close));
    }
    return UtcBars.run(indicator, bars, args);
  }
}
