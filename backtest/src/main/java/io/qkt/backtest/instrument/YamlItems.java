package io.qkt.backtest.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the one shape of YAML that instruments.yaml has: a word, and below it a list of items, each
 * a few {@code key: value} lines. Anything else is refused rather than guessed at.
 */
final class YamlItems {
  /** What a line says: a value under a key, and where. */
  record Entry(String key, String value, int line) {}

  /** One item of the list. */
  record Item(int line, Map<String, Entry> entries) {}

  private final String top;
  private final List<Item> items = new ArrayList<>();
  private boolean hasTop;
  private int dash = -1;
  private int indent = -1;

  private YamlItems(String top) {
    this.top = top;
  }

  /** The items below {@code top:}, in order. */
  static List<Item> read(String text, String top) {
    var reader = new YamlItems(top);
    int number = 0;
    for (var line : text.lines().toList())
      reader.read(line, ++number);
    return reader.items;
  }

  private void read(String line, int number) {
    var text = withoutComment(line).stripTrailing();
    if (text.isBlank() || number == 1 && text.equals("---")) return;
    int at = indentOf(text, number);
    var words = text.substring(at);
    if (!hasTop) readTop(words, at, number);
    else if (words.equals("-") || words.startsWith("- ")) readItem(words, at, number);
    else
      readEntry(words, at, number);
  }

  /** A comment begins the line or follows a blank, outside of quotes. */
  private static String withoutComment(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) quote = c == quote ? 0 : quote;
      else if (c == '"' || c == '\'') quote = c;
      else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1))))
        return line.substring(0, i);
    }
    return line;
  }

  private static int indentOf(String text, int number) {
    int at = 0;
    while (text.charAt(at) == ' ')
      at++;
    if (text.charAt(at) == '\t')
      throw new Wrong(number, "a line must be indented by blanks, was"
          + " by a tab");
    return at;
  }

  private void readTop(String words, int at, int number) {
    boolean empty = words.equals(top + ": []");
    if (at != 0 || !empty && !words.equals(top + ":")) {
      throw new Wrong(number, "the file must begin with '%s:', began with '%s'".formatted(top,
          words));
    }
    hasTop = true;
  }

  private void readItem(String words, int at, int number) {
    if (dash >= 0 && at != dash) {
      throw new Wrong(number,
          "a '-' must stand %d blanks in like the others, was %d".formatted(dash, at));
    }
    dash = at;
    var rest = words.substring(1);
    int inner = rest.length() - rest.stripLeading().length();
    indent = rest.isBlank() ? -1 : at + 1 + inner;
    items.add(new Item(number, new LinkedHashMap<>()));
    if (!rest.isBlank()) readEntry(rest.strip(), indent, number);
  }

  private void readEntry(String words, int at, int number) {
    if (items.isEmpty()) {
      throw new Wrong(number, "an item must begin with '- ', began with '%s'".formatted(words));
    }
    if (indent < 0 && at > dash) indent = at;
    if (at != indent) {
      throw new Wrong(number, "a key must stand %d blanks in like the others of its item, was %d"
          .formatted(indent, at));
    }
    int colon = words.indexOf(':');
    if (colon <= 0 || colon + 1 < words.length() && words.charAt(colon + 1) != ' ') {
      throw new Wrong(number, "a line must look like 'key: value', was '%s'".formatted(words));
    }
    var key = words.substring(0, colon).strip();
    var value = unquoted(words.substring(colon + 1).strip());
    if (items.getLast().entries().put(key, new Entry(key, value, number)) != null) {
      throw new Wrong(number, "a key must be given once for each item, '%s' was given twice"
          .formatted(key));
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.charAt(0) == value.charAt(value.length() - 1)
        && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** A line that is not understood. */
  static final class Wrong extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final int line;

    Wrong(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }
}
