package io.qkt.backtest.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes each column to a file of its own, since how many rows there will be is not known, and at
 * the commit puts them together beside the place of the series, into which that is moved.
 */
final class ColumnWriter implements SeriesWriter {
  private static final int BLOCK = 1 << 18;

  private final SeriesKey key;
  private final Path file;
  private final Path aside;
  private final List<FileChannel> parts = new ArrayList<>();
  private final ByteBuffer[] blocks;
  private long rows;

  ColumnWriter(SeriesKey key, Path file) throws IOException {
    this.key = key;
    this.file = file;
    Files.createDirectories(file.getParent());
    aside = Files.createTempDirectory(file.getParent(), ".import");
    blocks = new ByteBuffer[key.columns()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = ColumnFormat.buffer(BLOCK);
      parts.add(FileChannel.open(aside.resolve(Integer.toString(i)),
          StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }
  }

  @Override
  public void add(long[] row) {
    if (++rows > ColumnFormat.ROWS_MAX) {
      throw new DataProblem("a series must have at most %d rows, had more".formatted(
          ColumnFormat.ROWS_MAX), "import fewer years, or bars instead of ticks");
    }
    try {
      for (int i = 0; i < blocks.length; i++) {
        if (!blocks[i].hasRemaining()) flush(i);
        blocks[i].putLong(row[i]);
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private void flush(int column) throws IOException {
    writeFully(parts.get(column), blocks[column].flip());
    blocks[column].clear();
  }

  private static void writeFully(FileChannel channel, ByteBuffer from) throws IOException {
    while (from.hasRemaining())
      channel.write(from);
  }

  @Override
  public void commit() {
    var whole = aside.resolve("whole");
    try (var out = FileChannel.open(whole, StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE)) {
      var sum = new CRC32C();
      put(out, ColumnFormat.header(key, rows), sum);
      for (int i = 0; i < blocks.length; i++)
        copy(i, out, sum);
      writeFully(out, ColumnFormat.buffer(ColumnFormat.WORD).putLong(sum.getValue()).flip());
      out.force(true);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private void copy(int column, FileChannel out, CRC32C sum) throws IOException {
    flush(column);
    var part = parts.get(column).position(0);
    var block = blocks[column];
    while (part.read(block) >= 0 || block.position() > 0) {
      put(out, block.flip(), sum);
      block.clear();
    }
  }

  private static void put(FileChannel out, ByteBuffer block, CRC32C sum) throws IOException {
    sum.update(block.duplicate());
    writeFully(out, block);
  }

  @Override
  public void close() {
    try {
      for (var part : parts)
        part.close();
      try (var left = Files.list(aside)) {
        for (var path : left.toList())
          Files.delete(path);
      }
      Files.delete(aside);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private UncheckedIOException cannotWrite(IOException e) {
    return new UncheckedIOException("cannot write " + file, e);
  }
}
