package io.qkt.dsl.syntax.lex;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Takes a text apart. What it does not understand it reports, and goes on behind it. */
public final class Lexer {
  private static final String SIGNS_OF_TWO = "== != <> >= <= ->";
  private static final String SIGNS_OF_ONE = "=><+-*/%@:${}[](),.;";

  private final String source;
  private final Issues issues;
  private final List<Token> tokens = new ArrayList<>();
  private List<Comment> comments = List.of();
  private int at;

  private Lexer(String source, Issues issues) {
    this.source = source;
    this.issues = issues;
  }

  /** The last token is of kind END and stands right behind the one before it. */
  public static List<Token> tokens(String source, Issues issues) {
    return new Lexer(source, issues).all();
  }

  private List<Token> all() {
    if (source.startsWith("\uFEFF")) at = 1;
    for (skipBlank(); at < source.length(); skipBlank())
      next();
    int end = tokens.isEmpty() ? Math.min(at, source.length()) : tokens.getLast().end();
    if (tokens.isEmpty() && !comments.isEmpty()) end = comments.getLast().span().end();
    add(Kind.END, end, end);
    return List.copyOf(tokens);
  }

  private void next() {
    int c = source.codePointAt(at);
    if (Character.isLetter(c) || c == '_') word();
    else if (isDigit(at)) number();
    else if (c == '"' || c == '\'') string((char) c);
    else
      sign();
  }

  private void word() {
    int start = at;
    while (at < source.length() && isPartOfWord(source.codePointAt(at))) {
      at += Character.charCount(source.codePointAt(at));
    }
    add(Kind.WORD, start, at);
  }

  private static boolean isPartOfWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void number() {
    int start = at;
    digits();
    boolean whole = !(charAt(at) == '.' && isDigit(at + 1));
    if (!whole) {
      at++;
      digits();
    }
    boolean exponent = charAt(at) == 'e' || charAt(at) == 'E';
    if (whole && !exponent && charAt(at) > 0 && "smhd".indexOf(charAt(at)) >= 0) {
      duration(start);
      return;
    }
    if (exponent) exponent(start);
    add(Kind.NUMBER, start, at);
    if (!Numbers.isInRange(source.substring(start, at))) {
      report(Code.NUMBER_RANGE, start, at,
          "a number must be below 1e308 and have at most 60 digits, was `%s`".formatted(shown(
              start, at)),
          "write a smaller number");
    }
  }

  private void exponent(int start) {
    int sign = charAt(at + 1) == '+' || charAt(at + 1) == '-' ? 1 : 0;
    if (isDigit(at + 1 + sign)) {
      at += 1 + sign;
      digits();
      return;
    }
    at += 1;
    report(Code.NUMBER_FORM, start, at, "an exponent must have digits, was `%s`".formatted(shown(
        start, at)), "write `%s` or `%s3`".formatted(shown(start, at - 1), shown(start, at)));
  }

  private void duration(int start) {
    at++;
    add(Kind.DURATION, start, at);
    long millis = Numbers.millis(source.substring(start, at));
    if (millis == 0) {
      report(Code.ZERO_DURATION, start, at, "a duration must be above zero, was `%s`".formatted(
          shown(start, at)), "write `1%s` or more".formatted(source.charAt(at - 1)));
    } else if (millis < 0) {
      report(Code.NUMBER_RANGE, start, at, "a duration must be at most 36500d, was `%s`".formatted(
          shown(start, at)), "write a shorter one");
    }
  }

  private void digits() {
    while (isDigit(at))
      at++;
  }

  private void string(char quote) {
    int start = at++;
    while (at < source.length() && !endsLine(at) && source.charAt(at) != quote) {
      if (source.charAt(at) == '\\') escape();
      at++;
    }
    at = Math.min(at, source.length());
    if (charAt(at) == quote && at < source.length()) at++;
    else {
      report(Code.UNTERMINATED_STRING, start, at, "a string must end on the line it begins on",
          "close it with `%s`; write \\n for a new line within".formatted(quote));
    }
    add(Kind.STRING, start, at);
  }

  /** Stops on the escaped character, so that a quote there does not end the string. */
  private void escape() {
    if (at + 1 >= source.length() || endsLine(at + 1)) return;
    at++;
    if ("'\"\\nt".indexOf(source.charAt(at)) >= 0) return;
    int end = at + Character.charCount(source.codePointAt(at));
    report(Code.UNKNOWN_ESCAPE, at - 1, end, "an escape must be one of \\' \\\" \\\\ \\n \\t, was"
        + " `%s`".formatted(shown(at - 1, end)), "write \\\\ for a backslash");
    at = end - 1;
  }

  private void sign() {
    int start = at;
    if (at + 1 < source.length() && SIGNS_OF_TWO.contains(source.substring(at, at + 2))
        && source.charAt(at) != ' ' && source.charAt(at + 1) != ' ') {
      at += 2;
    } else if (SIGNS_OF_ONE.indexOf(source.charAt(at)) >= 0) at++;
    else {
      unknown();
      return;
    }
    add(Kind.SIGN, start, at);
  }

  /** The same character over and over, and && and ||, are one mistake. */
  private void unknown() {
    int start = at;
    int c = source.codePointAt(at);
    while (at < source.length() && source.codePointAt(at) == c)
      at += Character.charCount(c);
    report(Code.UNKNOWN_CHARACTER, start, at,
        "a character must be one that the language uses, was %s".formatted(named(c)), remedy(c));
    add(Kind.BAD, start, at);
  }

  private static String named(int c) {
    boolean shows = !Character.isISOControl(c) && !Character.isWhitespace(c)
        && Character.isDefined(c) && Character.getType(c) != Character.FORMAT
        && Character.getType(c) != Character.SURROGATE;
    return shows ? "`" + Character.toString(c) + "`" : "U+%04X".formatted(c);
  }

  private static String remedy(int c) {
    return switch (c) {
      case '&' -> "write `AND`";
      case '|' -> "write `OR`";
      case '!' -> "write `NOT`, or `!=` for unequal";
      case '^' -> "write `pow(x, y)`";
      case '?' -> "write `CASE WHEN … THEN … ELSE … END`";
      case '\u201C', '\u201D', '\u2018', '\u2019', '`' -> "write \" or ' around a string";
      case '\u2013', '\u2014', '\u2212' -> "write `-` for minus";
      default -> "remove it";
    };
  }

  private void skipBlank() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') at++;
      else if (c == '#' || source.startsWith("--", at)) lineComment();
      else if (source.startsWith("/*", at)) blockComment();
      else
        return;
    }
  }

  private void lineComment() {
    int start = at;
    while (at < source.length() && !endsLine(at))
      at++;
    comment(start, true);
  }

  private void blockComment() {
    int start = at;
    int close = source.indexOf("*/", at + 2);
    at = close < 0 ? source.length() : close + 2;
    comment(start, false);
    if (close >= 0) return;
    report(Code.UNTERMINATED_COMMENT, start, start + 2, "a comment must be closed, this one is not",
        "close it with `*/`");
    add(Kind.BAD, start, at);
  }

  private void comment(int start, boolean toLineEnd) {
    if (comments.isEmpty()) comments = new ArrayList<>();
    comments.add(new Comment(source.substring(start, at), toLineEnd, new Span(start, at)));
  }

  private void add(Kind kind, int start, int end) {
    var text = source.substring(start, end);
    var word = kind == Kind.WORD ? Word.of(text) : null;
    tokens.add(new Token(kind, text, word, new Span(start, end), List.copyOf(comments)));
    comments = List.of();
  }

  private void report(Code code, int start, int end, String message, String help) {
    issues.add(Issue.error(code, new Span(start, end), message, help));
  }

  private String shown(int start, int end) {
    return Shown.clipped(source.substring(start, end));
  }

  private char charAt(int index) {
    return index < source.length() ? source.charAt(index) : 0;
  }

  private boolean isDigit(int index) {
    return charAt(index) >= '0' && charAt(index) <= '9';
  }

  private boolean endsLine(int index) {
    return source.charAt(index) == '\n' || source.charAt(index) == '\r';
  }
}
