package io.qkt.backtest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.backtest.csv.CsvImport.Imported;
import io.qkt.backtest.store.BarColumns;
import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.DataProblem;
import io.qkt.backtest.store.FileStore;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.backtest.store.TickColumns;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvImportTest {
  private static final Instrument BTC = Instrument.parse("BACKTEST:BTCUSDT");
  private static final SeriesKey BARS = SeriesKey.bars(BTC, Timeframe.parse("1m"));
  private static final SeriesKey TICKS = SeriesKey.ticks(BTC);
  private static final long T0 = 1_709_510_400_000_000L;

  @TempDir
  private Path dir;

  @Test
  void bars_withHeader_areStoredExactly() throws Exception {
    var stored = bars("timestamp,open,high,low,close,volume",
        "1709510400000,100.1,101.00000000,99.00000001,100.2,0.5", "1709510460000,100,100,100,100,");

    assertThat(stored.time(0)).isEqualTo(T0);
    assertThat(IntStream.range(1, BarColumns.COUNT).mapToObj(i -> Exact.text(stored.at(i, 0))))
        .containsExactly("100.1", "101", "99.00000001", "100.2", "0.5");
    assertThat(stored.at(BarColumns.VOLUME, 1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1709510400,1709510460", "1709510400000,1709510460000",
      "1709510400000000,1709510460000000", "2024-03-04T00:00:00Z,2024-03-04T00:01:00Z",
      "2024-03-04 00:00:00,2024-03-04 00:01", "2024-03-04T01:00:00+01:00,2024-03-03T23:01:00-01:00",
      "2024-03-04,2024-03-04T00:01:00.000Z"})
  void timestamps_inEachUnit_areTheSameInstants(String first, String second) throws Exception {
    var stored = bars(first + ",1,1,1,1", second + ",1,1,1,1");

    assertThat(List.of(stored.time(0), stored.time(1))).containsExactly(T0, T0 + 60_000_000);
  }

  @Test
  void bars_withColumnsInAnotherOrder_areReadByTheirNames() throws Exception {
    var stored = bars("Close,TIMESTAMP,low,high,open", "2,1709510400,1,4,3");

    assertThat(stored.at(BarColumns.OPEN, 0)).isEqualTo(3 * Exact.ONE);
    assertThat(stored.at(BarColumns.CLOSE, 0)).isEqualTo(2 * Exact.ONE);
  }

  @Test
  void file_withMarkBlankLinesAndCarriageReturns_isRead() throws Exception {
    var file = dir.resolve("odd.csv");
    Files.writeString(file, "\uFEFFtimestamp,open,high,low,close\r\n\r\n"
        + "1709510400, 1 ,1,1,1\r\n \r\n1709510460,1,1,1,1");

    assertThat(run(BARS, file).rows()).isEqualTo(2);
  }

  @Test
  void ticks_withEmptyCells_haveWhatIsThere() throws Exception {
    var stored = ticks("timestamp,symbol,price,volume,bid,ask,bidVolume,askVolume",
        "1709510400001,BTC,10,3,9.5,10.5,1,2", "1709510400002,BTC,,,9,11,,",
        "1709510400003,,8,,,,,");

    assertThat(IntStream.range(0, 3)
        .mapToObj(row -> IntStream.range(1, TickColumns.COUNT)
            .mapToObj(column -> Exact.text(stored.at(column, row)))
            .toList()))
        .containsExactly(List.of("9.5", "10.5", "10", "3"), List.of("9", "11", "0", "0"),
            List.of("0", "0", "8", "0"));
  }

  @Test
  void files_inOrderOfTime_becomeOneSeries() throws Exception {
    var first = file("a.csv", "1709510400,1,1,1,1");
    var second = file("b.csv", "1709510460,1,1,1,1");

    assertThat(run(BARS, first, second)).isEqualTo(new Imported(BARS, 2, T0, T0 + 60_000_000));
    assertThatThrownBy(() -> run(BARS, second, first)).isInstanceOf(DataProblem.class)
        .hasMessageContaining("a.csv:1")
        .hasMessageContaining("before 2024-03-04T00:01:00Z");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      1709510460,0,1,1,1           | open must be above 0 and at most 1000000000, was 0
      1709510460,-1,1,1,1          | open must be above 0
      1709510460,1,1,1,2000000000  | close must be above 0 and at most 1000000000, was 2000000000
      1709510460,1,99999999999999999999,1,1 | high:
      1709510460,1,0.9,1,1         | high must be at least low, was 0.9 under 1
      1709510460,1.5,1,1,1         | high must be at least open, was 1 under 1.5
      1709510460,1,1,1,1.5         | high must be at least close
      1709510460,0.5,2,1,1         | open must be at least low
      1709510460,1,2,1,0.5         | close must be at least low
      1709510460,20,20,20,20       | a price must be within a factor of 10 of the one before, was 20
      1709510460,0.05,1,0.05,1     | a price must be within a factor of 10
      1709510460,1,1,1             | close must be a price, was empty
      1709510460,1,,1,1            | high must be a price, was empty
      1709510460,1,1,1,1,-3        | volume must be 0 or more, was -3
      1709510460,1,1,1,1,1,1       | a row must have at most 6 cells, had 7
      1709510460,1,x,1,1           | high: a number must be a plain decimal
      1709510460,1,1e0,1,1         | high: a number must be a plain decimal
      1709510460,1,NaN,1,1         | high: a number must be a plain decimal
      1709510460,1.000000001,1,1,1 | open: a number must have at most 8 decimals
      1709510400,1,1,1,1           | was a duplicate of 2024-03-04T00:00:00Z
      1709510340,1,1,1,1           | was before 2024-03-04T00:00:00Z
      1709510461,1,1,1,1           | the open of a 1m bar must lie on the grid of 1m
      1709510460000,1,1,1,1        | a timestamp must be in epoch seconds as in the first row
      2024-03-04T00:01:00Z,1,1,1,1 | a timestamp must be in epoch seconds as in the first row
      ,1,1,1,1                     | a timestamp must be in epoch seconds
      """)
  void bars_withABadRow_areRefusedWithItsLine(String row, String why) throws Exception {
    var file = file("bad.csv", "timestamp,open,high,low,close,volume", "1709510400,1,1,1,1,1", row);

    assertThatThrownBy(() -> run(BARS, file)).isInstanceOf(DataProblem.class)
        .hasMessageContaining("bad.csv:3: ")
        .hasMessageContaining(why)
        .extracting(problem -> ((DataProblem) problem).remedy())
        .asString()
        .contains("correct or remove the line", "nothing was stored");
    assertThat(new FileStore(dir).open(BARS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      1709510400002,BTC,1,1,2,1.9 | bid must be at most ask, was 2 over 1.9
      1709510400002,BTC,1,1,2,    | a tick must have a price, or bid and ask, had bid alone
      1709510400002,BTC,1,1,,2    | had ask alone
      1709510400002,BTC,,1        | a tick must have a price, or bid and ask, had none
      1709510400002,BTC,0,1       | price must be above 0
      1709510400002,BTC,1,1,0,1   | bid must be above 0
      1709510400002,ETH,1,1       | all ticks must be of the symbol 'BTC', was 'ETH'
      1709510400001,BTC,1,1       | was a duplicate of
      """)
  void ticks_withABadRow_areRefusedWithItsLine(String row, String why) throws Exception {
    var file = file("bad.csv", "1709510400001,BTC,1,1,1,1,1,1", row);

    assertThatThrownBy(() -> run(TICKS, file)).isInstanceOf(DataProblem.class)
        .hasMessageContaining("bad.csv:2: ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      timestamp,open,high,low,closee | a column must be one of timestamp,open,high,low,close,volume
      timestamp,open,high,low,low    | a column must be named once
      timestamp,open,high,low        | the column 'close' must be named in the header
      1709510400;1;1;1;1             | a row must have the columns
      1709510400000000000,1,1,1,1    | a timestamp must be epoch s, ms or µs, or ISO-8601
      20240304,1,1,1,1               | a timestamp must be epoch s, ms or µs
      """)
  void file_withABadBeginning_isRefused(String first, String why) throws Exception {
    assertThatThrownBy(() -> run(BARS, file("bad.csv", first))).isInstanceOf(DataProblem.class)
        .hasMessageContaining("bad.csv:1: ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "timestamp,open,high,low,close"})
  void file_withoutARow_isRefused(String text) throws Exception {
    assertThatThrownBy(() -> run(BARS, file("empty.csv", text))).isInstanceOf(DataProblem.class)
        .hasMessageContaining("empty.csv must have at least one row, had none");
  }

  @Test
  void line_withoutAnEnd_isRefusedAndNotReadForEver() throws Exception {
    var file = file("long.csv", "1709510400,1,1,1,1", "1".repeat(10_000_000));

    assertThatThrownBy(() -> run(BARS, file)).isInstanceOf(DataProblem.class)
        .hasMessageContaining("a line must have at most");
  }

  @Test
  void importing_again_replacesTheSeries() throws Exception {
    run(BARS, file("a.csv", "1709510400,1,1,1,1", "1709510460,1,1,1,1"));
    run(BARS, file("b.csv", "1709510520,2,2,2,2"));

    var stored = new FileStore(dir).open(BARS).orElseThrow();
    assertThat(stored.rows()).isEqualTo(1);
    assertThat(stored.at(BarColumns.OPEN, 0)).isEqualTo(2 * Exact.ONE);
  }

  /** The lines of a big file lie across the borders of the buffer in every way. */
  @Test
  void file_largerThanTheBuffer_isReadLineByLine() throws Exception {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 30_000; i++)
      lines.add(1_709_510_400L + 60L * i + ",1.5,2,1,1." + i % 7_919);

    var stored = bars(lines.toArray(String[]::new));

    assertThat(stored.rows()).isEqualTo(30_000);
    for (int i = 0; i < 30_000; i++)
      assertThat(Exact.text(stored.at(BarColumns.CLOSE, i))).isEqualTo(
          Exact.text(Exact.parse("1." + i % 7_919)));
  }

  private Columns bars(String... lines) throws IOException {
    run(BARS, file("bars.csv", lines));
    return new FileStore(dir).open(BARS).orElseThrow();
  }

  private Columns ticks(String... lines) throws IOException {
    run(TICKS, file("ticks.csv", lines));
    return new FileStore(dir).open(TICKS).orElseThrow();
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(dir.resolve(name), String.join("\n", lines));
  }

  private Imported run(SeriesKey key, Path... files) {
    return CsvImport.run(new FileStore(dir), key, List.of(files), _ -> {});
  }
}
