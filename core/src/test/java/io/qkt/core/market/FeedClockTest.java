package io.qkt.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qkt.core.Cases;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedClockTest {
  private static final long NOW = 1_764_000_000_000_000L;

  @Test
  void feedTime_startsAtTheWallAndRunsAtItsSpeed() {
    var clock = FeedClock.startingAt(NOW, 60);
    assertThat(clock.feedTime(NOW)).isEqualTo(NOW);
    assertThat(clock.feedTime(NOW + 1_000_000)).isEqualTo(NOW + 60_000_000);
    assertThat(clock.feedMicros(Duration.ofSeconds(2))).isEqualTo(120_000_000);
  }

  @Test
  void withSpeed_goesOnFromWhereTheOldOneHasCome() {
    var slower = FeedClock.startingAt(NOW, 60).withSpeed(1, NOW + 1_000_000);
    assertThat(slower.feedTime(NOW + 1_000_000)).isEqualTo(NOW + 60_000_000);
    assertThat(slower.feedTime(NOW + 2_000_000)).isEqualTo(NOW + 61_000_000);
  }

  @Test
  void withSpeed_ofTheSame_isTheSameClock() {
    var clock = FeedClock.startingAt(NOW, 60);
    assertThat(clock.withSpeed(60, NOW + 5)).isSameAs(clock);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void feedTime_overAnyChangesOfSpeed_neverGoesBackNorJumps(long seed) {
    var cases = new Cases(seed);
    var clock = FeedClock.startingAt(NOW, 1);
    long wall = NOW;
    for (int i = 0; i < 2_000; i++) {
      long before = clock.feedTime(wall);
      var changed = clock.withSpeed(Math.scalb(1.0, (int) cases.between(-10, 16)), wall);
      assertThat(changed.feedTime(wall)).isEqualTo(before);
      wall += cases.between(0, 60_000_000);
      assertThat(changed.feedTime(wall)).isGreaterThanOrEqualTo(before);
      clock = changed;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 100_001, Double.NaN, Double.POSITIVE_INFINITY})
  void clock_ofAnImpossibleSpeed_isNone(double speed) {
    assertThatIllegalArgumentException().isThrownBy(() -> FeedClock.startingAt(NOW, speed))
        .withMessage("a feed's speed must be above 0 and at most 100000, was " + speed);
  }
}
