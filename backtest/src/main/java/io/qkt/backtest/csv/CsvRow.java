package io.qkt.backtest.csv;

import io.qkt.core.money.Exact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One line of a file, cut at its commas; numbers are read from the bytes, without a text each. */
final class CsvRow {
  static final int CELLS_MAX = 16;

  /** So many digits fit into a long whatever they are. */
  private static final int DIGITS_SAFE = 18;

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000,
      100_000_000};

  private final int[] starts = new int[CELLS_MAX + 1];
  private final int[] ends = new int[CELLS_MAX + 1];
  private byte[] bytes;
  private int cells;

  /** Blanks around a cell do not count; of too many cells, one too many is kept to tell. */
  void cut(byte[] line, int from, int to) {
    bytes = line;
    cells = 0;
    int start = from;
    for (int at = from; at <= to && cells <= CELLS_MAX; at++) {
      if (at < to && line[at] != ',') continue;
      trim(start, at);
      start = at + 1;
    }
  }

  private void trim(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(bytes[start]))
      start++;
    while (start < end && isBlank(bytes[end - 1]))
      end--;
    starts[cells] = start;
    ends[cells++] = end;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  int cells() {
    return cells;
  }

  /** Also of a cell that the line does not have. */
  boolean isEmpty(int cell) {
    return cell < 0 || cell >= cells || starts[cell] == ends[cell];
  }

  String text(int cell) {
    if (isEmpty(cell)) return "";
    return new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
  }

  boolean holds(int cell, byte[] text) {
    return Arrays.equals(bytes, starts[cell], ends[cell], text, 0, text.length);
  }

  /** A number of digits alone; -1 if it is none. */
  long whole(int cell) {
    if (isEmpty(cell) || ends[cell] - starts[cell] > DIGITS_SAFE) return -1;
    long value = 0;
    for (int at = starts[cell]; at < ends[cell]; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Hot: an exact number at scale 8. */
  long decimal(int cell) {
    if (ends[cell] - starts[cell] > DIGITS_SAFE) return slowDecimal(cell);
    long value = 0;
    int decimals = -1;
    for (int at = starts[cell]; at < ends[cell]; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        if (decimals >= 0) decimals++;
      } else if (bytes[at] == '.' && decimals < 0 && at > starts[cell]) decimals = 0;
      else
        return slowDecimal(cell);
    }
    if (decimals == 0 || decimals > Exact.SCALE) return slowDecimal(cell);
    long shift = POWERS[Exact.SCALE - Math.max(decimals, 0)];
    return value > Long.MAX_VALUE / shift ? slowDecimal(cell) : value * shift;
  }

  /** Zeros behind the eighth decimal say nothing, and programs like to write them. */
  private long slowDecimal(int cell) {
    var text = text(cell);
    int point = text.indexOf('.');
    int end = text.length();
    while (point >= 0 && end > point + 1 + Exact.SCALE && text.charAt(end - 1) == '0')
      end--;
    return Exact.parse(text.substring(0, end));
  }
}
