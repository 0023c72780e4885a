package io.qkt.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    assertThat(sources(Bar.NONE)).containsExactly(PriceSource.BAR_OPEN, PriceSource.BAR_PATH,
        PriceSource.BAR_PATH, PriceSource.BAR_PATH);
    assertThat(sources(60 * SECOND)).startsWith(PriceSource.BAR_OPEN);
    assertThat(sources(0)).startsWith(PriceSource.BAR_GAP);
  }

  private static Stream<PriceSource> sources(long prevOpenTime) {
    return IntStream.range(0, BarPath.CORNERS)
        .mapToObj(corner -> BarPath.source(bar(prevOpenTime), corner));
  }

  private static Bar bar(long prevOpenTime) {
    var key = new BarKey(Instrument.parse("SIM:A"), Timeframe.parse("1m"));
    return new Bar(key, 120 * SECOND, prevOpenTime, 1, 1, 1, 1, 0, Bar.ClosedBy.TICK, 0);
  }

  @Test
  void anyCornerOutsideTheBar_isRefused() {
    assertThatThrownBy(() -> BarPath.time(0, SECOND, 4)).hasMessageContaining("was 4");
    assertThatThrownBy(() -> BarPath.price(1, 1, 1, 1, false, -1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> BarPath.source(bar(0), 4)).hasMessageContaining("was 4");
  }

  private static long[] prices(boolean shortPosition) {
    return IntStream.range(0, BarPath.CORNERS)
        .mapToLong(corner -> BarPath.price(100, 120, 90, 110, shortPosition, corner))
        .toArray();
  }
}
