package io.qkt.backtest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileStoreTest {
  private static final Instrument BTC = Instrument.parse("BACKTEST:BTCUSDT");
  private static final SeriesKey TICKS = SeriesKey.ticks(BTC);
  /** More rows than one block of a column holds. */
  private static final int ROWS = 70_000;

  @TempDir
  private Path root;
  private FileStore store;

  @BeforeEach
  void open() {
    store = new FileStore(root);
  }

  @Test
  void series_thatWasCommitted_isReadBackRowByRow() {
    write(TICKS, ROWS, 1);

    var read = store.open(TICKS).orElseThrow();

    assertThat(read.rows()).isEqualTo(ROWS);
    for (long row = 0; row < ROWS; row++)
      for (int column = 0; column < TickColumns.COUNT; column++)
        assertThat(read.at(column, row)).isEqualTo(cell(row, column, 1));
  }

  @Test
  void series_thatIsReplaced_leavesAnOpenReaderItsOwnRows() {
    write(TICKS, 3, 1);
    var before = store.open(TICKS).orElseThrow();

    write(TICKS, 5, 7);

    assertThat(before.at(TickColumns.BID, 2)).isEqualTo(cell(2, TickColumns.BID, 1));
    assertThat(store.open(TICKS).orElseThrow().rows()).isEqualTo(5);
  }

  @Test
  void writer_thatIsClosedWithoutCommit_leavesNoTrace() throws Exception {
    write(TICKS, 3, 1);
    try (var writer = store.replace(TICKS)) {
      writer.add(new long[TickColumns.COUNT]);
    }

    assertThat(store.open(TICKS).orElseThrow().rows()).isEqualTo(3);
    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void firstFrom_ofATime_isTheFirstRowNotEarlier() {
    write(TICKS, 100, 1);
    var read = store.open(TICKS).orElseThrow();

    assertThat(LongStream.of(Long.MIN_VALUE, 0, 1, 10, 989, 990, 991, Long.MAX_VALUE)
        .map(read::firstFrom)
        .toArray()).containsExactly(0, 0, 1, 1, 99, 99, 100, 100);
  }

  @Test
  void keys_ofAStore_areAllSeriesUnderTheirOwnNames() {
    var odd = Instrument.parse("BINANCE-SPOT:BTC/USDT");
    var dotted = Instrument.parse("X:..");
    write(SeriesKey.bars(odd, Timeframe.parse("5m")), 1, 1);
    write(SeriesKey.bars(dotted, Timeframe.parse("1d")), 1, 1);
    write(TICKS, 1, 1);

    assertThat(store.keys()).containsExactlyInAnyOrder(TICKS,
        SeriesKey.bars(odd, Timeframe.parse("5m")), SeriesKey.bars(dotted, Timeframe.parse("1d")));
    assertThat(store.open(SeriesKey.bars(dotted, Timeframe.parse("1d")))).isPresent();
    assertThat(new FileStore(root.resolve("nowhere")).keys()).isEqualTo(List.of());
  }

  /** Whatever byte has changed on the disk, nobody tests with it. */
  @Test
  void file_withAnyByteChanged_isRefused() throws Exception {
    write(TICKS, 10, 1);
    var path = onlyFile();
    var whole = Files.readAllBytes(path);
    for (int at = 0; at < whole.length; at++) {
      Files.write(path, with(whole, at));
      assertDamaged();
    }
  }

  private static byte[] with(byte[] bytes, int changed) {
    var copy = bytes.clone();
    copy[changed] ^= 0x10;
    return copy;
  }

  @Test
  void file_thatWasCutShort_isRefused() throws Exception {
    write(TICKS, 10, 1);
    for (long length : new long[]{0, 7, 40, 100}) {
      try (var file = new RandomAccessFile(onlyFile().toFile(), "rw")) {
        file.setLength(length);
      }
      assertDamaged();
    }
  }

  private void assertDamaged() {
    assertThatThrownBy(() -> store.open(TICKS)).isInstanceOf(DataProblem.class)
        .hasMessageContaining("BACKTEST:BTCUSDT ticks is damaged");
  }

  private Path onlyFile() throws Exception {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private void write(SeriesKey key, int rows, long seed) {
    try (var writer = store.replace(key)) {
      var row = new long[key.columns()];
      for (int i = 0; i < rows; i++) {
        for (int column = 0; column < row.length; column++)
          row[column] = cell(i, column, seed);
        writer.add(row);
      }
      writer.commit();
    }
  }

  private static long cell(long row, int column, long seed) {
    return column == Columns.TIME ? row * 10 : (row * 31 + column) * seed * 0x9E3779B97F4A7C15L;
  }
}
