package io.qkt.dsl.text;

import java.util.Arrays;

/** Where the lines of a source begin, so that an offset can be told as line and column. */
public final class LineMap {
  private final String source;
  private final int[] starts;

  public LineMap(String source) {
    this.source = source;
    var found = new int[64];
    int lines = 1;
    for (int i = 0; i < source.length(); i++) {
      if (!endsLine(i)) continue;
      if (lines == found.length) found = Arrays.copyOf(found, lines * 2);
      found[lines++] = i + 1;
    }
    starts = Arrays.copyOf(found, lines);
  }

  /** CR and LF together end one line; either ends one alone. */
  private boolean endsLine(int at) {
    char c = source.charAt(at);
    if (c == '\n') return true;
    return c == '\r' && (at + 1 == source.length() || source.charAt(at + 1) != '\n');
  }

  public int lines() {
    return starts.length;
  }

  /** 1-based. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** 1-based, counted in characters as people see them, a tab being one. */
  public int column(int offset) {
    int start = starts[line(offset) - 1];
    int column = source.codePointCount(start, Math.min(offset, source.length())) + 1;
    boolean marked = start == 0 && offset > 0 && source.charAt(0) == '\uFEFF';
    return marked ? column - 1 : column;
  }

  /** Where a line begins, by its 1-based number. */
  public int start(int line) {
    return starts[line - 1];
  }

  /** A line by its 1-based number, without what ends it. */
  public Span span(int line) {
    int start = start(line);
    int end = line == starts.length ? source.length() : starts[line];
    while (end > start && (source.charAt(end - 1) == '\n' || source.charAt(end - 1) == '\r'))
      end--;
    return new Span(start, end);
  }
}
