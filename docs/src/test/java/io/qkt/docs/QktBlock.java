package io.qkt.docs;

import static java.util.stream.Collectors.joining;

import io.qkt.dsl.issue.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A block of the language on a page. Its fence says {@code qkt} and what is special about it:
 *
 * <ul>
 * <li>nothing: it compiles;
 * <li>{@code refused E0102}: it is refused with that code, among others or not;
 * <li>{@code warned W0105}: it compiles and is told that code;
 * <li>{@code file=trend.qkt}: it compiles, and portfolios of the same page import it by that name.
 * </ul>
 *
 * <p>A block that begins with STRATEGY or PORTFOLIO is a whole file. Any other is a fragment, and is
 * put into a standard file by the word that it begins with: a block of a strategy as it stands, a
 * rule under RULES, an action behind the THEN of a rule; anything else are expressions, one a line.
 * The standard file has the streams {@code btc} and {@code eth}, unless the fragment has SYMBOLS.
 */
record QktBlock(String where, String marks, String text) {
  static final String LANGUAGE = "qkt";

  private static final String HEAD = "STRATEGY page VERSION 1\n";
  private static final String STREAMS = """
      SYMBOLS
        btc = BINANCE:BTCUSDT EVERY 5m
        eth = BINANCE:ETHUSDT EVERY 5m
      """;
  private static final List<String> FILES = List.of("STRATEGY", "PORTFOLIO");
  private static final List<String> BLOCKS = List.of("DEFAULTS", "SYMBOLS", "LET", "PARAM",
      "SCHEDULE", "SEQUENCE", "RULES");
  private static final List<String> RULES = List.of("WHEN", "WHILE", "FOR");
  private static final List<String> ACTIONS = List.of("BUY", "SELL", "CLOSE", "CLOSE_ALL",
      "FLATTEN", "RESIZE", "CANCEL", "CANCEL_ALL", "LOG", "OCO_ENTRY", "LATCH");
  private static final Pattern SYMBOLS = Pattern.compile("(?mi)^SYMBOLS\\b");

  static List<QktBlock> of(Page page) {
    var blocks = new ArrayList<QktBlock>();
    var text = new StringBuilder();
    for (var line : page.lines()) {
      if (isQkt(line.fence())) {
        text.append(line.text()).append('\n');
        var next = page.lines().get(line.number());
        if (next.fence().equals(line.fence())) continue;
        var marks = line.fence().substring(LANGUAGE.length()).strip();
        var whole = new Explanation.Example(text.toString().stripIndent()).source();
        blocks.add(new QktBlock(page.at(line), marks, whole));
        text.setLength(0);
      }
    }
    return blocks;
  }

  static boolean isQkt(String fence) {
    return fence.equals(LANGUAGE) || fence.startsWith(LANGUAGE + " ");
  }

  Optional<String> file() {
    return marked("file=");
  }

  Optional<String> refused() {
    return marked("refused ");
  }

  Optional<String> warned() {
    return marked("warned ");
  }

  private Optional<String> marked(String mark) {
    return marks.startsWith(mark) ? Optional.of(marks.substring(mark.length())) : Optional.empty();
  }

  boolean isFile() {
    return FILES.contains(firstWord());
  }

  private String firstWord() {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("--") && !line.startsWith("#"))
        .findFirst()
        .orElse("")
        .split("[^A-Za-z_]", 2)[0].toUpperCase(Locale.ROOT);
  }

  /** The whole file that this block is, or is a part of. */
  String source() {
    var first = firstWord();
    if (isFile()) return text;
    if (BLOCKS.contains(first)) return head() + text;
    if (RULES.contains(first)) return head() + "RULES\n" + text;
    if (ACTIONS.contains(first)) return head() + "RULES\nWHEN btc.close > 100 THEN\n" + text;
    return head() + expressions();
  }

  private String head() {
    return SYMBOLS.matcher(text).find() ? HEAD : HEAD + STREAMS;
  }

  private String expressions() {
    var lines = text.lines().filter(line -> !line.isBlank()).toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> "LET e%d = %s\n".formatted(i, lines.get(i)))
        .collect(joining());
  }
}
