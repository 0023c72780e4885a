package io.qkt.backtest.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file one after the other, without those that are blank. */
final class CsvLines implements Closeable {
  static final int LINE_BYTES_MAX = 1 << 16;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[4 * LINE_BYTES_MAX];
  private final CsvRow row = new CsvRow();
  private int at;
  private int filled;
  private boolean isAtEnd;
  private long number;

  CsvLines(Path file) throws IOException {
    in = Files.newInputStream(file);
    fill();
    if (startsWithMark()) at = BYTE_ORDER_MARK.length;
  }

  private boolean startsWithMark() {
    return filled >= BYTE_ORDER_MARK.length && buffer[0] == BYTE_ORDER_MARK[0]
        && buffer[1] == BYTE_ORDER_MARK[1] && buffer[2] == BYTE_ORDER_MARK[2];
  }

  /** The next line that is not blank, or null at the end; it holds until the next call. */
  CsvRow next() throws IOException {
    while (true) {
      int end = endOfLine();
      if (end < 0) return null;
      number++;
      row.cut(buffer, at, end);
      at = end + 1;
      if (row.cells() > 1 || !row.isEmpty(0)) return row;
    }
  }

  /** The number of the line that {@link #next} gave, from 1. */
  long number() {
    return number;
  }

  private int endOfLine() throws IOException {
    int search = at;
    while (true) {
      for (; search < filled; search++) {
        if (buffer[search] == '\n') return search;
      }
      if (isAtEnd) return at < filled ? filled : -1;
      if (filled - at > LINE_BYTES_MAX) {
        throw new IllegalArgumentException(
            "a line must have at most %d bytes, had more".formatted(LINE_BYTES_MAX));
      }
      search -= at;
      fill();
    }
  }

  /** Moves what is left to the front and reads on behind it. */
  private void fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    filled -= at;
    at = 0;
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) isAtEnd = true;
    else
      filled += read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
