package io.qkt.backtest.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A series as the file holds it. It is mapped, so a run costs no more memory than it reads; an
 * import that replaces the file meanwhile leaves this one as it was.
 */
final class MappedColumns implements Columns {
  private static final int BLOCK = 1 << 18;

  private final LongBuffer[] columns;
  private final long rows;

  private MappedColumns(LongBuffer[] columns, long rows) {
    this.columns = columns;
    this.rows = rows;
  }

  static MappedColumns open(Path file, SeriesKey key) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var header = ColumnFormat.buffer(ColumnFormat.headerBytes(key));
      ColumnFormat.require(channel.read(header, 0) == header.capacity(), key,
          "it must have a header, ended before");
      long rows = ColumnFormat.rows(key, header.flip());
      long bytes = ColumnFormat.fileBytes(key, rows);
      ColumnFormat.require(channel.size() == bytes, key,
          "it must have %d bytes, had %d".formatted(bytes, channel.size()));
      requireSum(channel, key, bytes - ColumnFormat.WORD);
      return new MappedColumns(map(channel, key, rows), rows);
    }
  }

  private static void requireSum(FileChannel channel, SeriesKey key, long bytes)
      throws IOException {
    var sum = new CRC32C();
    var block = ColumnFormat.buffer(BLOCK);
    for (long at = 0; at < bytes; at += block.limit()) {
      block.clear().limit((int) Math.min(BLOCK, bytes - at));
      readFully(channel, block, at);
      sum.update(block.flip());
    }
    var stored = ColumnFormat.buffer(ColumnFormat.WORD);
    readFully(channel, stored, bytes);
    ColumnFormat.require(stored.flip().getLong() == sum.getValue(), key,
        "its checksum must agree, did not");
  }

  private static void readFully(FileChannel channel, ByteBuffer into, long from)
      throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, from + into.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
  }

  private static LongBuffer[] map(FileChannel channel, SeriesKey key, long rows)
      throws IOException {
    var mapped = new LongBuffer[key.columns()];
    long bytes = rows * ColumnFormat.WORD;
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = channel.map(MapMode.READ_ONLY, ColumnFormat.headerBytes(key) + i * bytes, bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asLongBuffer();
    }
    return mapped;
  }

  @Override
  public long rows() {
    return rows;
  }

  /** Hot: read for each price of a replay. */
  @Override
  public long at(int column, long row) {
    return columns[column].get((int) row);
  }
}
