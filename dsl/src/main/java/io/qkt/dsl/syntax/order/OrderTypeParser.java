package io.qkt.dsl.syntax.order;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.OrderOption.Tif;
import io.qkt.dsl.syntax.ast.OrderType;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.lex.Word;
import java.util.Optional;

/** Reads at which price an order may fill, and for how long. */
public final class OrderTypeParser {
  private final Cursor cursor;
  private final ExprParser exprs;

  OrderTypeParser(Cursor cursor, ExprParser exprs) {
    this.cursor = cursor;
    this.exprs = exprs;
  }

  /** @param relative whether prices may be distances from an exit */
  public OrderType type(boolean relative) {
    int start = cursor.start();
    var word = cursor.peek().word();
    return cursor.made(switch (word) {
      case MARKET -> new OrderType.Market(cursor.nextKeyword().span());
      case LIMIT -> limit(start, relative);
      case STOP -> stop(start, relative);
      case TRAILING -> trailing(start);
      case null, default -> throw cursor.fail(Code.ORDER_TYPE,
          "an order type must be MARKET, LIMIT, STOP or TRAILING, was " + cursor.shown(),
          "write it as in `ORDER_TYPE = LIMIT AT btc.close - 1`");
    });
  }

  private OrderType limit(int start, boolean relative) {
    cursor.nextKeyword();
    if (isRelative(relative)) return new OrderType.LimitFrom(relative(), cursor.since(start));
    return new OrderType.Limit(at("LIMIT"), cursor.since(start));
  }

  private OrderType stop(int start, boolean relative) {
    cursor.nextKeyword();
    if (isRelative(relative)) return new OrderType.StopFrom(relative(), cursor.since(start));
    var price = at("STOP");
    Optional<Expr> limit = cursor.take(Word.LIMIT) ? Optional.of(at("LIMIT")) : Optional.empty();
    return new OrderType.Stop(price, limit, cursor.since(start));
  }

  private OrderType trailing(int start) {
    cursor.nextKeyword();
    if (!cursor.at(Word.BY, Word.PCT)) {
      throw cursor.fail(Code.ORDER_TYPE, "`BY` or `PCT` must follow TRAILING, was "
          + cursor.shown(), "write `TRAILING BY 5` for a price distance, `TRAILING PCT 2` for %");
    }
    boolean percent = cursor.nextKeyword().is(Word.PCT);
    var distance = exprs.expr();
    return new OrderType.Trailing(distance, percent, cursor.since(start));
  }

  private Expr at(String word) {
    cursor.expect(Word.AT, Code.ORDER_TYPE, word, "write `%s AT price`".formatted(word));
    return exprs.expr();
  }

  private boolean isRelative(boolean allowed) {
    if (!cursor.at(Word.WITH, Word.AGAINST, Word.RETRACE)) return false;
    if (allowed) return true;
    throw cursor.fail(Code.ORDER_TYPE, cursor.shown()
        + " must stand in LATCH, ON_STOP, ON_TP or ON_CLOSE only", "write `AT` and a price");
  }

  /** {@code WITH}, {@code AGAINST} or {@code RETRACE}, and a distance. */
  OrderType.Relative relative() {
    int start = cursor.start();
    if (!cursor.at(Word.WITH, Word.AGAINST, Word.RETRACE)) {
      throw cursor.fail(Code.LATCH, "`WITH`, `AGAINST` or `RETRACE` must come here, was "
          + cursor.shown(),
          "write `WITH 5` for a distance in the direction, `AGAINST 5` against it");
    }
    boolean against = !cursor.nextKeyword().is(Word.WITH);
    var distance = exprs.expr();
    return cursor.made(new OrderType.Relative(against, distance, cursor.since(start)));
  }

  /** The word TIF is consumed, or stands in a DEFAULTS clause. */
  public Tif tif(int start) {
    var kind = switch (cursor.peek().word()) {
      case GTC -> Tif.Kind.GTC;
      case IOC -> Tif.Kind.IOC;
      case FOK -> Tif.Kind.FOK;
      case DAY -> Tif.Kind.DAY;
      case GTD -> Tif.Kind.GTD;
      case null, default -> throw cursor.fail(Code.TIF,
          "a time in force must be GTC, IOC, FOK, DAY or GTD, was " + cursor.shown(),
          "write it as in `TIF IOC` or `TIF GTD UNTIL NOW + 10m`");
    };
    cursor.nextKeyword();
    if (kind != Tif.Kind.GTD) {
      return cursor.made(new Tif(kind, Optional.empty(), cursor.since(start)));
    }
    cursor.take(Word.UNTIL);
    var deadline = exprs.expr();
    return cursor.made(new Tif(kind, Optional.of(deadline), cursor.since(start)));
  }
}
