package io.qkt.dsl.syntax.order;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Sizing;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;

/** Reads how much to trade. */
public final class SizingParser {
  private final Cursor cursor;
  private final ExprParser exprs;

  SizingParser(Cursor cursor, ExprParser exprs) {
    this.cursor = cursor;
    this.exprs = exprs;
  }

  public Sizing sizing() {
    int start = cursor.start();
    if (cursor.at(Word.RISK)) return cursor.made(risk(start));
    if (cursor.at(Word.POSITION)) return cursor.made(position(start));
    boolean notional = cursor.peek().isContextual("NOTIONAL")
        && cursor.peek(1).kind() == Kind.NUMBER;
    if (notional) {
      throw cursor.fail(Code.SIZING, "a size must have its unit behind it, was `NOTIONAL`",
          "write `SIZING %s USD`".formatted(Shown.clipped(cursor.peek(1).text())));
    }
    return cursor.made(measured(start, exprs.expr()));
  }

  private Sizing measured(int start, Expr amount) {
    if (cursor.take(Word.USD)) return new Sizing.Usd(amount, cursor.since(start));
    if (!cursor.at(Word.PCT) && !cursor.at("%")) {
      return new Sizing.Units(amount, cursor.since(start));
    }
    cursor.nextKeyword();
    if (cursor.take(Word.RISK)) {
      boolean ofBook = ofBook();
      return new Sizing.RiskPct(amount, ofBook, cursor.since(start));
    }
    var shown = amount instanceof Expr.Num(var value, _) && value.precision() < 20
        ? value.toString()
        : "1";
    var help = "write `%s PCT OF EQUITY` or `%s PCT RISK`".formatted(shown, shown);
    cursor.expect(Word.OF, Code.SIZING, "the percentage of a size", help);
    boolean equity = cursor.at(Word.EQUITY);
    if (!equity && !cursor.at(Word.BALANCE)) {
      throw cursor.fail(Code.SIZING, "`EQUITY` or `BALANCE` must follow OF, was " + cursor.shown(),
          help);
    }
    cursor.nextKeyword();
    return new Sizing.PctOf(amount, equity ? Sizing.Base.EQUITY : Sizing.Base.BALANCE,
        cursor.since(start));
  }

  private Sizing risk(int start) {
    cursor.nextKeyword();
    if (cursor.take("$")) {
      var amount = exprs.expr();
      return new Sizing.RiskMoney(amount, cursor.since(start));
    }
    var fraction = exprs.expr();
    boolean ofBook = ofBook();
    return new Sizing.RiskFraction(fraction, ofBook, cursor.since(start));
  }

  private boolean ofBook() {
    if (!cursor.take(Word.OF)) return false;
    if (cursor.takeContextual("BOOK")) return true;
    throw cursor.fail(Code.SIZING, "`BOOK` must follow RISK OF, was " + cursor.shown(),
        "write `OF BOOK`, or nothing for the strategy's own equity");
  }

  /** The form is whole: what one might compute with is a signed quantity, this one is not. */
  private Sizing position(int start) {
    cursor.nextKeyword();
    var help = cursor.at("(") && cursor.peek(1).isName()
        ? "write `SIZING POSITION.%s`".formatted(Shown.clipped(cursor.peek(1).text()))
        : "write it as in `SIZING POSITION.btc`";
    cursor.expect(".", Code.SIZING, "POSITION", help);
    var alias = cursor.name("the stream of POSITION", "POSITION.btc");
    boolean goesOn = cursor.peek().kind() == Kind.SIGN && "*/+-%.".contains(cursor.peek().text());
    if (goesOn) {
      throw cursor.fail(Code.SIZING, "the size of a position must stand alone, was followed by "
          + cursor.shown(),
          "compute with it as in `SIZING 0.5 * abs(POSITION.%s)`".formatted(
              Shown.clipped(alias.text())));
    }
    return new Sizing.PositionOf(alias, cursor.since(start));
  }
}
