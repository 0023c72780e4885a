package io.qkt.backtest.store;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file for each series below a root: {@code BACKTEST/BTCUSDT/1m.cols},
 * {@code BACKTEST/BTCUSDT/ticks.cols}.
 */
public final class FileStore implements DataStore {
  private static final String SUFFIX = ".cols";
  private static final int LEVELS = 3;

  private final Path root;

  public FileStore(Path root) {
    this.root = root.resolve("series");
  }

  @Override
  public Optional<Columns> open(SeriesKey key) {
    var file = file(key);
    if (!Files.exists(file)) return Optional.empty();
    try {
      return Optional.of(MappedColumns.open(file, key));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  @Override
  public List<SeriesKey> keys() {
    if (!Files.isDirectory(root)) return List.of();
    try (var files = Files.walk(root, LEVELS)) {
      var keys = new ArrayList<SeriesKey>();
      for (var file : files.map(root::relativize).filter(FileStore::isSeries).sorted().toList())
        keys.add(key(file));
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  @Override
  public SeriesWriter replace(SeriesKey key) {
    try {
      return new ColumnWriter(key, file(key));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write below " + root, e);
    }
  }

  private Path file(SeriesKey key) {
    return root.resolve(key.instrument().broker())
        .resolve(folder(key.instrument().symbol()))
        .resolve(key.kind() + SUFFIX);
  }

  private static boolean isSeries(Path file) {
    return file.getNameCount() == LEVELS && file.toString().endsWith(SUFFIX);
  }

  private static SeriesKey key(Path file) {
    var instrument = new Instrument(file.getName(0).toString(), symbol(file.getName(1).toString()));
    var name = file.getName(2).toString();
    var kind = name.substring(0, name.length() - SUFFIX.length());
    return kind.equals(SeriesKey.TICKS)
        ? SeriesKey.ticks(instrument)
        : SeriesKey.bars(instrument, Timeframe.parse(kind));
  }

  /** A symbol may hold slashes and dots, which in a path would lead somewhere else. */
  private static String folder(String symbol) {
    var escaped = symbol.replace("/", "%2F");
    return escaped.startsWith(".") ? "%2E" + escaped.substring(1) : escaped;
  }

  private static String symbol(String folder) {
    return folder.replace("%2E", ".").replace("%2F", "/");
  }
}
