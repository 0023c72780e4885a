package io.qkt.dsl.syntax.order;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Latch;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.OrderType;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads LATCH: two wires, and what to enter behind the one that is touched. */
final class LatchParser {
  private static final String FORM = "write `LATCH btc OFFSET 5 ARM 10m { ENTER MARKET SIZING 1 }`";

  private final Cursor cursor;
  private final Values values;
  private final ExprParser exprs;
  private final SizingParser sizings;
  private final OrderTypeParser types;
  private final BracketParser brackets;

  LatchParser(Cursor cursor, Values values, ExprParser exprs, SizingParser sizings,
      OrderTypeParser types, BracketParser brackets) {
    this.cursor = cursor;
    this.values = values;
    this.exprs = exprs;
    this.sizings = sizings;
    this.types = types;
    this.brackets = brackets;
  }

  Latch latch() {
    int start = cursor.start();
    cursor.nextKeyword();
    var alias = cursor.name("the stream of LATCH", "LATCH btc");
    cursor.expect(Word.OFFSET, Code.LATCH, "the stream of LATCH", FORM);
    var offset = exprs.expr();
    Optional<Expr> from = cursor.take(Word.FROM) ? Optional.of(exprs.expr()) : Optional.empty();
    cursor.expect(Word.ARM, Code.LATCH, from.isPresent() ? "FROM" : "OFFSET", FORM);
    var arm = values.duration("the time of ARM");
    Optional<Name> name = cursor.take(Word.AS)
        ? Optional.of(cursor.name("the name of a latch", "AS breakout"))
        : Optional.empty();
    Optional<Latch.Confirm> confirm = cursor.take(Word.CONFIRM)
        ? Optional.of(confirm())
        : Optional.empty();
    var entries = entries();
    return cursor.made(new Latch(alias, offset, from, arm, name, confirm, entries,
        cursor.since(start)));
  }

  private Latch.Confirm confirm() {
    int start = cursor.start();
    if (cursor.take(Word.CLOSE_BEYOND)) return new Latch.CloseBeyond(cursor.since(start));
    if (cursor.take(Word.TIME_IN_BREACH)) {
      var time = values.duration("the time of TIME_IN_BREACH");
      return new Latch.TimeInBreach(time, cursor.since(start));
    }
    if (!cursor.take(Word.RETEST_HOLD)) {
      throw cursor.fail(Code.LATCH, "CONFIRM must be one of CLOSE_BEYOND, TIME_IN_BREACH and"
          + " RETEST_HOLD, was " + cursor.shown(), "write `CONFIRM CLOSE_BEYOND`");
    }
    var distance = exprs.expr();
    cursor.expect(Word.WITHIN, Code.LATCH, "the distance of RETEST_HOLD",
        "write `RETEST_HOLD 5 WITHIN 10m`");
    var within = values.duration("the time of RETEST_HOLD");
    return new Latch.RetestHold(distance, within, cursor.since(start));
  }

  private List<Latch.Entry> entries() {
    cursor.expect("{", Code.LATCH, "the terms of LATCH", FORM);
    var entries = new ArrayList<Latch.Entry>();
    do {
      entries.add(entry());
      cursor.take(";");
    } while (!cursor.take("}"));
    return List.copyOf(entries);
  }

  private Latch.Entry entry() {
    int start = cursor.start();
    if (!cursor.at(Word.ENTER)) {
      throw cursor.fail(Code.LATCH, "a latch must hold entries, was " + cursor.shown(),
          "write `ENTER MARKET SIZING 1`, or close with `}`");
    }
    cursor.nextKeyword();
    Optional<Name> on = cursor.take(Word.ON)
        ? Optional.of(cursor.name("the stream to enter on", "ENTER ON btc"))
        : Optional.empty();
    var type = type();
    var parts = new ArrayList<Latch.Part>();
    while (cursor.at(Word.BRACKET, Word.SIZING, Word.EXPIRE))
      parts.add(part());
    return cursor.made(new Latch.Entry(on, type, List.copyOf(parts), cursor.since(start)));
  }

  private OrderType type() {
    int start = cursor.start();
    if (cursor.at(Word.MARKET)) return types.type(true);
    if (!cursor.at(Word.LIMIT, Word.STOP)) {
      throw cursor.fail(Code.LATCH, "ENTER must be MARKET, LIMIT or STOP, was " + cursor.shown(),
          "write `ENTER LIMIT RETRACE 5` or `ENTER MARKET`");
    }
    boolean limit = cursor.nextKeyword().is(Word.LIMIT);
    var distance = types.relative();
    return limit
        ? new OrderType.LimitFrom(distance, cursor.since(start))
        : new OrderType.StopFrom(distance, cursor.since(start));
  }

  private Latch.Part part() {
    int start = cursor.start();
    if (cursor.at(Word.BRACKET)) {
      return new Latch.Exits(brackets.bracket(true), cursor.since(start));
    }
    if (cursor.nextKeyword().is(Word.SIZING)) {
      return new Latch.Size(sizings.sizing(), cursor.since(start));
    }
    return new Latch.Expire(values.duration("the time of EXPIRE"), cursor.since(start));
  }
}
