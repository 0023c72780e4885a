package io.qkt.backtest.csv;

import io.qkt.dsl.issue.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which cell of a file holds which column: as its header says, else in the order of the columns.
 */
final class Layout {
  private static final int NONE = -1;

  private final int[] cells;
  private final int width;

  private Layout(int[] cells, int width) {
    this.cells = cells;
    this.width = width;
  }

  static boolean isHeader(CsvRow first) {
    var text = first.text(0);
    return !text.isEmpty() && Character.isLetter(text.charAt(0));
  }

  /** Whoever leaves columns out leaves out the last ones. */
  static Layout inOrder(List<String> columns, int needed, CsvRow first) {
    var cells = new int[columns.size()];
    for (int i = 0; i < cells.length; i++)
      cells[i] = i < first.cells() ? i : NONE;
    if (first.cells() < needed) {
      throw new IllegalArgumentException("a row must have the columns %s, had %d cells".formatted(
          String.join(",", columns), first.cells()));
    }
    return new Layout(cells, columns.size());
  }

  static Layout ofHeader(List<String> columns, List<String> needed, CsvRow header) {
    var cells = new int[columns.size()];
    Arrays.fill(cells, NONE);
    for (int cell = 0; cell < header.cells(); cell++) {
      int column = columns.indexOf(columns.stream()
          .filter(header.text(cell)::equalsIgnoreCase)
          .findFirst()
          .orElseThrow(unknown(columns, header.text(cell))));
      if (cells[column] != NONE) throw twice(columns.get(column));
      cells[column] = cell;
    }
    for (var column : needed)
      if (cells[columns.indexOf(column)] == NONE) throw missing(column);
    return new Layout(cells, header.cells());
  }

  private static Supplier<IllegalArgumentException> unknown(
      List<String> columns, String name) {
    var meant = Nearest.to(name, columns).map(near -> ", was probably meant to be " + near);
    return () -> new IllegalArgumentException("a column must be one of %s, was '%s'%s".formatted(
        String.join(",", columns), name, meant.orElse("")));
  }

  private static IllegalArgumentException twice(String column) {
    return new IllegalArgumentException(
        "a column must be named once, '%s' was named twice".formatted(column));
  }

  private static IllegalArgumentException missing(String column) {
    return new IllegalArgumentException(
        "the column '%s' must be named in the header, was not".formatted(column));
  }

  int cell(int column) {
    return cells[column];
  }

  boolean has(CsvRow row, int column) {
    return !row.isEmpty(cells[column]);
  }

  /** A row that has more cells than columns was cut wrong, for example at a decimal comma. */
  void requireWidth(CsvRow row) {
    if (row.cells() > width) {
      throw new IllegalArgumentException("a row must have at most %d cells, had %d".formatted(width,
          row.cells()));
    }
  }
}
