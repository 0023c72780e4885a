package io.qkt.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BarPathTest {
  private static final long SECOND = 1_000_000;

  @Test
  void time_ofAMinute_isAtTheQuartersAndOneMillisecondBeforeTheEnd() {
    long open = 120 * SECOND;
    assertThat(IntStream.range(0, BarPath.CORNERS)
        .mapToLong(corner -> BarPath.time(open, 60 * SECOND, corner) - open))
        .containsExactly(0L, 15 * SECOND, 30 * SECOND, 59_999_000L);
  }

  @Test
  void time_ofTheShortestBar_isStillInOrder() {
    assertThat(IntStream.range(0, BarPath.CORNERS)
        .mapToLong(corner -> BarPath.time(-SECOND, SECOND, corner)))
        .containsExactly(-1_000_000L, -750_000L, -500_000L, -1_000L);
  }

  @Test
  void price_longOrFlat_comesByTheLowFirst() {
    assertThat(prices(false)).containsExactly(100, 90, 120, 110);
  }

  @Test
  void price_short_comesByTheHighFirst() {
    assertThat(prices(true)).containsExactly(100, 120, 90, 110);
  }

  @Test
  void source_onlyTheOpenMayHaveJumped() {
    assertThat(IntStream.range(0, BarPath.CORNERS).mapToObj(BarPath::source)).containsExactly(
        PriceSource.BAR_OPEN, PriceSource.BAR_PATH, PriceSource.BAR_PATH, PriceSource.BAR_PATH);
  }

  @Test
  void anyCornerOutsideTheBar_isRefused() {
    assertThatThrownBy(() -> BarPath.time(0, SECOND, 4)).hasMessageContaining("was 4");
    assertThatThrownBy(() -> BarPath.price(1, 1, 1, 1, false, -1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> BarPath.source(4)).hasMessageContaining("was 4");
  }

  private static long[] prices(boolean shortPosition) {
    return IntStream.range(0, BarPath.CORNERS)
        .mapToLong(corner -> BarPath.price(100, 120, 90, 110, shortPosition, corner))
        .toArray();
  }
}
