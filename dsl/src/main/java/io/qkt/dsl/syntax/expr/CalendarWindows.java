package io.qkt.dsl.syntax.expr;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Expr;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The calendar predicates take whole numbers that are written out, each within its range. */
final class CalendarWindows {
  private record Part(String name, int least, int most) {}

  private static final Part MONTH = new Part("a month", 1, 12);
  private static final Part DAY = new Part("a day", 1, 31);
  private static final Part HOUR = new Part("an hour", 0, 23);
  private static final Part MINUTE = new Part("a minute", 0, 59);

  private CalendarWindows() {}

  static void check(Cursor cursor, Expr.Call call) {
    switch (call.function().text().toUpperCase(Locale.ROOT)) {
      case "CALENDAR_WINDOW" -> check(cursor, call, List.of(MONTH, DAY, MONTH, DAY),
          "write `CALENDAR_WINDOW(start_month, start_day, end_month, end_day)`");
      case "SESSION_WINDOW" -> check(cursor, call, List.of(HOUR, MINUTE, HOUR, MINUTE),
          "write `SESSION_WINDOW(start_hour, start_minute, end_hour, end_minute)`");
      case "LAST_TRADING_DAY_OF_MONTH" -> check(cursor, call, List.of(),
          "write `LAST_TRADING_DAY_OF_MONTH()`");
      default -> {
      }
    }
  }

  private static void check(Cursor cursor, Expr.Call call, List<Part> parts, String help) {
    int count = call.arguments().size();
    if (count != parts.size()) {
      cursor.report(Code.CALENDAR, call.span(), "%s must have %d arguments, had %d".formatted(
          call.function().text(), parts.size(), count), help);
      return;
    }
    for (int i = 0; i < count; i++) {
      var part = parts.get(i);
      var argument = call.arguments().get(i);
      if (fits(argument, part)) continue;
      cursor.report(Code.CALENDAR, argument.span(),
          "%s must be a whole number from %d to %d that is written out".formatted(part.name,
              part.least, part.most),
          help);
    }
  }

  private static boolean fits(Expr argument, Part part) {
    return argument instanceof Expr.Num(var value, _) && value.precision() < 10
        && Math.abs(value.scale()) < 10 && value.stripTrailingZeros().scale() <= 0
        && value.compareTo(BigDecimal.valueOf(part.least)) >= 0
        && value.compareTo(BigDecimal.valueOf(part.most)) <= 0;
  }
}
