package io.qkt.backtest.csv;

import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.DataProblem;
import io.qkt.backtest.store.DataStore;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.backtest.store.SeriesWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Makes one stored series of one or more files, in the order in which they are given. A row that is
 * doubtful ends it with nothing stored: whoever tests with money in mind must not be surprised.
 */
public final class CsvImport {
  private static final int TOLD_EVERY = 1 << 16;
  private static final int ROW_MAX = 8;

  private final SeriesKey key;
  private final Rows rows;
  private final SeriesWriter out;
  private final LongConsumer progress;
  private final long[] row = new long[ROW_MAX];
  private long count;
  private long firstTime;
  private long lastTime = Long.MIN_VALUE;
  private long lastPrice;

  private CsvImport(SeriesKey key, SeriesWriter out, LongConsumer progress) {
    this.key = key;
    this.out = out;
    this.progress = progress;
    rows = key.timeframe().<Rows>map(BarRows::new).orElseGet(TickRows::new);
  }

  /** What was stored: how many rows, and the times of the first and the last one. */
  public record Imported(SeriesKey key, long rows, long firstTime, long lastTime) {}

  /**
   * @param progress told now and then how many rows were read
   * @throws DataProblem that names the file, the line and what is wrong there
   */
  public static Imported run(DataStore store, SeriesKey key, List<Path> files,
      LongConsumer progress) {
    try (var out = store.replace(key)) {
      var running = new CsvImport(key, out, progress);
      files.forEach(running::read);
      out.commit();
      return new Imported(key, running.count, running.firstTime, running.lastTime);
    }
  }

  private void read(Path file) {
    long before = count;
    try (var lines = new CsvLines(file)) {
      readLines(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    if (count == before) {
      throw new DataProblem("%s must have at least one row, had none".formatted(file),
          "leave the file out, or export it again");
    }
  }

  private void readLines(Path file, CsvLines lines) throws IOException {
    try {
      var line = lines.next();
      if (line == null) return;
      boolean hasHeader = Layout.isHeader(line);
      var layout = hasHeader
          ? Layout.ofHeader(rows.columns(), rows.needed(), line)
          : Layout.inOrder(rows.columns(), rows.needed().size(), line);
      if (hasHeader) line = lines.next();
      if (line == null) return;
      var stamp = Stamp.of(line.text(layout.cell(Columns.TIME)));
      for (; line != null; line = lines.next())
        read(line, layout, stamp);
    } catch (IllegalArgumentException wrong) {
      throw new DataProblem("%s:%d: %s".formatted(file, Math.max(1, lines.number()),
          wrong.getMessage()), "correct or remove the line and import again; nothing was stored");
    }
  }

  private void read(CsvRow line, Layout layout, Stamp stamp) {
    layout.requireWidth(line);
    long time = stamp.read(line, layout.cell(Columns.TIME));
    if (time <= lastTime) throw notLater(time);
    row[Columns.TIME] = time;
    rows.read(line, layout, row);
    if (count > 0) Prices.requireNear(rows.first(row), lastPrice);
    else
      firstTime = time;
    lastPrice = rows.last(row);
    lastTime = time;
    out.add(row);
    if (++count % TOLD_EVERY == 0) progress.accept(count);
  }

  private IllegalArgumentException notLater(long time) {
    return new IllegalArgumentException(
        "each row of %s must be later than the one before, %s was %s %s".formatted(key,
            text(time), time == lastTime ? "a duplicate of" : "before", text(lastTime)));
  }

  private static String text(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
