package io.qkt.dsl.syntax.expr;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.TimeSpan;
import io.qkt.dsl.syntax.lex.Numbers;
import io.qkt.dsl.syntax.lex.Token;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import io.qkt.dsl.text.Span;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads what is written out: numbers, strings, truths, durations and timeframes. */
public final class Values {
  private static final int INT_DIGITS_MAX = 9;

  private final Cursor cursor;

  public Values(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The text of a number that the lexer has let pass, or found fault with. */
  public static BigDecimal decimal(Token number) {
    var text = number.text();
    try {
      return text.length() > 80 ? BigDecimal.ZERO : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  public static String unescaped(Token string) {
    var text = string.text();
    boolean closed = text.length() > 1 && text.charAt(text.length() - 1) == text.charAt(0);
    var inner = text.substring(1, closed ? text.length() - 1 : text.length());
    if (inner.indexOf('\\') < 0) return inner;
    var value = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\' && i + 1 < inner.length()) c = escaped(inner.charAt(++i));
      value.append(c);
    }
    return value.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      default -> c;
    };
  }

  public Expr.Text text(Code code, String what, String help) {
    if (cursor.peek().kind() != Kind.STRING) {
      throw cursor.fail(code, "%s must be a string, was %s".formatted(what, cursor.shown()), help);
    }
    var token = cursor.next();
    return cursor.made(new Expr.Text(unescaped(token), token.span()));
  }

  public Expr.Num number(Code code, String what, String help) {
    if (cursor.peek().kind() != Kind.NUMBER) {
      throw cursor.fail(code, "%s must be a number, was %s".formatted(what, cursor.shown()), help);
    }
    var token = cursor.next();
    return cursor.made(new Expr.Num(decimal(token), token.span()));
  }

  /** A whole number written in digits; one out of its range is reported and taken as the least. */
  public int whole(Code code, String what, int least, int most, String help) {
    var token = cursor.peek();
    if (!token.isWhole()) {
      throw cursor.fail(code, "%s must be a whole number, was %s".formatted(what, cursor.shown()),
          help);
    }
    cursor.next();
    var digits = token.text();
    long value = digits.length() > INT_DIGITS_MAX + 1 ? Long.MAX_VALUE : Long.parseLong(digits);
    if (value >= least && value <= most) return (int) value;
    cursor.report(code, token.span(), "%s must be from %d to %d, was %s".formatted(what, least,
        most, Cursor.shown(token)), help);
    return least;
  }

  /** A literal: a number with or without a sign, TRUE, FALSE or a string. */
  public Expr.Literal literal(String help) {
    int start = cursor.start();
    boolean negative = cursor.take("-");
    var token = cursor.peek();
    if (token.kind() == Kind.NUMBER) {
      cursor.next();
      var value = negative ? decimal(token).negate() : decimal(token);
      return cursor.made(new Expr.Num(value, cursor.since(start)));
    }
    if (negative) throw notLiteral("after a sign a number", help);
    if (token.kind() == Kind.STRING) return text(Code.PARAM_VALUE, "a value", help);
    if (!cursor.at(Word.TRUE, Word.FALSE)) throw notLiteral("a value", help);
    cursor.nextKeyword();
    return cursor.made(new Expr.Bool(token.is(Word.TRUE), token.span()));
  }

  private Unwound notLiteral(String what, String help) {
    return cursor.fail(Code.PARAM_VALUE,
        "%s must be written out, was %s".formatted(what, cursor.shown()), help);
  }

  public TimeSpan duration(String what) {
    var token = cursor.peek();
    if (token.kind() != Kind.DURATION) {
      throw cursor.fail(Code.DURATION,
          "%s must be a duration, was %s".formatted(what, cursor.shown()),
          "write a whole number and s, m, h or d, as in `30m`");
    }
    cursor.next();
    return cursor.made(new TimeSpan(Math.max(1, Numbers.millis(token.text())), token.span()));
  }

  /**
   * {@code 5m} or {@code 5 m}. A form that other programs use is reported with ours and taken as a
   * minute, so that the stream stays declared.
   */
  public TimeSpan timeframe() {
    int start = cursor.start();
    var token = cursor.peek();
    if (token.kind() == Kind.DURATION) return wholeDuration(cursor.next());
    if (token.isWhole() && isUnit(cursor.peek(1))) return spelled(start);
    if (token.isName() && token.text().matches("(?i)(MN|M|H|D|W|S)[0-9]{1,4}")) {
      cursor.next();
      return wrong(start, Timeframes.remedy(token.text()));
    }
    throw cursor.fail(Code.TIMEFRAME,
        "a timeframe must be a whole number and s, m, h or d, was %s".formatted(cursor.shown()),
        "write it as in `5m`");
  }

  /** Some units of other programs are words of the language. */
  private static boolean isUnit(Token token) {
    return token.isName() || token.is(Word.MIN) || token.is(Word.HOUR) || token.is(Word.DAY);
  }

  /** Refuses {@code 15min}, which reads as {@code 15m} and {@code in}. */
  private TimeSpan wholeDuration(Token token) {
    long millis = Math.max(1, Numbers.millis(token.text()));
    if (!token.touches(cursor.peek()) || cursor.peek().kind() != Kind.WORD) {
      return cursor.made(new TimeSpan(millis, token.span()));
    }
    var rest = cursor.next();
    return wrong(token.start(), Timeframes.remedy(token.text() + rest.text()));
  }

  private TimeSpan spelled(int start) {
    var count = cursor.next();
    var unit = cursor.next();
    boolean known = unit.text().length() == 1 && "smhd".contains(unit.text());
    if (!known) return wrong(start, Timeframes.remedy(count.text() + unit.text()));
    long millis = count.text().length() > INT_DIGITS_MAX
        ? -1
        : Numbers.millis(Long.parseLong(count.text()), unit.text().charAt(0));
    if (millis > 0) return cursor.made(new TimeSpan(millis, cursor.since(start)));
    return wrong(start, "write a number above 0, as in `5m`");
  }

  private TimeSpan wrong(int start, String help) {
    Span span = cursor.since(start);
    cursor.report(Code.TIMEFRAME, span,
        "a timeframe must be a whole number above 0 and s, m, h or d, was `%s`".formatted(
            cursor.textOf(start)),
        help);
    return cursor.made(new TimeSpan(60_000, span));
  }

  /** Forms of other programs, and what they are here. */
  private static final class Timeframes {
    private static String remedy(String written) {
      var text = written.toUpperCase(Locale.ROOT);
      var digits = text.replaceAll("[^0-9]", "");
      var letters = text.replaceAll("[0-9]", "");
      if (digits.isEmpty() || digits.length() > INT_DIGITS_MAX) return "write it as in `5m`";
      int count = Integer.parseInt(digits);
      if (letters.startsWith("W")) return "write `%dd`; weeks do not exist".formatted(7L * count);
      if (letters.startsWith("MO") || letters.equals("MN")) {
        return "write `30d`; months differ in length and do not exist";
      }
      boolean known = !letters.isEmpty() && "SMHD".indexOf(letters.charAt(0)) >= 0 && count > 0;
      if (!known) return "write it as in `5m`";
      return "write `%d%s`".formatted(count, letters.substring(0, 1).toLowerCase(Locale.ROOT));
    }
  }
}
