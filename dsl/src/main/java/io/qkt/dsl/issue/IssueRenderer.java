package io.qkt.dsl.issue;

import io.qkt.dsl.text.LineMap;
import io.qkt.dsl.text.Span;
import java.util.List;

/** Tells issues to people: message, place, the line with a caret under it, and what to do. */
public final class IssueRenderer {
  /** Of a longer line, only what lies around the caret is shown. */
  private static final int EXCERPT_CHARS_MAX = 120;

  private static final int LEAD_CHARS = 40;

  private final String file;
  private final String source;
  private final LineMap lines;

  public IssueRenderer(String file, String source) {
    this.file = file;
    this.source = source;
    lines = new LineMap(source);
  }

  /** All issues, and a line that counts them; nothing for none. */
  public String render(List<Issue> issues) {
    if (issues.isEmpty()) return "";
    var text = new StringBuilder();
    issues.forEach(issue -> text.append(render(issue)));
    long errors = issues.stream().filter(Issue::isError).count();
    return text.append("%s, %s · `qkt explain %s` for the long form%n".formatted(
        count(errors, "error"), count(issues.size() - errors, "warning"),
        worst(issues).code()).replace("\r\n", "\n")).toString();
  }

  /** Warnings that stand before the first error are mostly read after it. */
  private static Issue worst(List<Issue> issues) {
    return issues.stream().filter(Issue::isError).findFirst().orElse(issues.getFirst());
  }

  private static String count(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  public String render(Issue issue) {
    int start = Math.min(issue.span().start(), source.length());
    int line = lines.line(start);
    var number = Integer.toString(line);
    var margin = " ".repeat(number.length() + 1);
    return issue.severity().word() + "[" + issue.code() + "]: " + issue.message() + "\n"
        + margin + "--> " + file + ":" + line + ":" + lines.column(start) + "\n"
        + margin + " |\n"
        + " " + number + " | " + excerpt(line, start, issue.span(), margin + " | ")
        + margin + " |\n"
        + margin + " = help: " + issue.help() + "\n";
  }

  private String excerpt(int line, int start, Span marked, String margin) {
    var whole = lines.span(line);
    start = Math.min(start, whole.end());
    int from = whole.start();
    if (whole.end() - from > EXCERPT_CHARS_MAX) from = Math.max(from, start - LEAD_CHARS);
    int to = Math.min(whole.end(), from + EXCERPT_CHARS_MAX);
    var before = (from > whole.start() ? "…" : "") + visible(source.substring(from, start));
    var after = visible(source.substring(start, to)) + (to < whole.end() ? "…" : "");
    int end = Math.clamp(marked.end(), start, to);
    int carets = Math.max(1, source.codePointCount(start, end));
    return (before + after).stripTrailing() + "\n"
        + margin + " ".repeat(before.codePointCount(0, before.length())) + "^".repeat(carets)
        + "\n";
  }

  /** One column a character, whatever a terminal would make of it. */
  private static String visible(String text) {
    var shown = new StringBuilder();
    text.codePoints().filter(c -> c != 0xFEFF).forEach(c -> shown.appendCodePoint(shown(c)));
    return shown.toString();
  }

  private static int shown(int c) {
    if (c == '\t') return ' ';
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
      default -> c;
    };
  }
}
