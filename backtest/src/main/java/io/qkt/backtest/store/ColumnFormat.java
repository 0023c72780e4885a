package io.qkt.backtest.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a series lies in its file, little-endian: eight letters, version, number of columns, number
 * of rows, length of the name, the name itself up to a whole number of eight bytes, the columns one
 * after the other, eight bytes a row, and the CRC-32C of all that.
 */
final class ColumnFormat {
  static final int WORD = Long.BYTES;

  /** A column is mapped in one piece, and a buffer holds no more. */
  static final long ROWS_MAX = Integer.MAX_VALUE / WORD;

  private static final byte[] MAGIC = "QKTCOLS\n".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int FIXED = MAGIC.length + 2 * Integer.BYTES + Long.BYTES + Long.BYTES;

  private ColumnFormat() {}

  static int headerBytes(SeriesKey key) {
    int name = nameOf(key).length;
    return FIXED + (name + WORD - 1) / WORD * WORD;
  }

  static long fileBytes(SeriesKey key, long rows) {
    return headerBytes(key) + rows * WORD * key.columns() + WORD;
  }

  static ByteBuffer header(SeriesKey key, long rows) {
    var name = nameOf(key);
    return buffer(headerBytes(key)).put(MAGIC)
        .putInt(VERSION)
        .putInt(key.columns())
        .putLong(rows)
        .putLong(name.length)
        .put(name)
        .clear();
  }

  /** How many rows a header announces that must be this series' own. */
  static long rows(SeriesKey key, ByteBuffer header) {
    var magic = new byte[MAGIC.length];
    header.get(magic);
    require(Arrays.equals(magic, MAGIC), key, "it must begin as a file of columns does");
    int version = header.getInt();
    require(version == VERSION, key, "its version must be 1, was " + version);
    int columns = header.getInt();
    require(columns == key.columns(), key, "its columns must be %d, were %d".formatted(
        key.columns(), columns));
    long rows = header.getLong();
    require(rows > 0 && rows <= ROWS_MAX, key, "it must have rows, had " + rows);
    var name = nameOf(key);
    boolean named = header.getLong() == name.length;
    var found = new byte[name.length];
    header.get(found);
    require(named && Arrays.equals(found, name), key, "it must be of " + key + ", was not");
    return rows;
  }

  static void require(boolean whole, SeriesKey key, String why) {
    if (!whole) {
      throw new DataProblem("the stored file of %s is damaged: %s".formatted(key, why),
          "import it again with `qkt data import`");
    }
  }

  static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] nameOf(SeriesKey key) {
    return key.toString().getBytes(StandardCharsets.UTF_8);
  }
}
