package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads names for values: LET and PARAM. */
final class BindingParser {
  private final Cursor cursor;
  private final Values values;
  private final ExprParser exprs;
  private final Recovery recovery;

  BindingParser(Cursor cursor, Values values, ExprParser exprs, Recovery recovery) {
    this.cursor = cursor;
    this.values = values;
    this.exprs = exprs;
    this.recovery = recovery;
  }

  Block.Param param() {
    int start = cursor.start();
    cursor.nextKeyword();
    var name = cursor.name("the name of a PARAM", "PARAM n = 14");
    cursor.expect("=", Code.WORD_MISSING, "the name of a PARAM", "write `PARAM n = 14`");
    var value = values.literal("write a number, TRUE, FALSE or a string; use `LET` for the rest");
    var param = cursor.made(new Block.Param(name, value, cursor.since(start)));
    boolean goesOn = cursor.at("+", "-", "*", "/", "%", ".", "(");
    if (goesOn) {
      throw cursor.fail(Code.PARAM_VALUE, "the value of a PARAM must be written out, was followed"
          + " by " + cursor.shown(), "compute in a `LET`");
    }
    return param;
  }

  Block.Lets lets() {
    int start = cursor.start();
    cursor.nextKeyword();
    var lets = new ArrayList<Block.Let>();
    do
      recovery.attempt(this::let, this::isNext).ifPresent(lets::add);
    while (cursor.take(","));
    return cursor.made(new Block.Lets(List.copyOf(lets), cursor.since(start)));
  }

  private boolean isNext() {
    return cursor.at(",") && cursor.peek(1).kind() == Kind.WORD && cursor.peek(2).isSign("=");
  }

  private Block.Let let() {
    int start = cursor.start();
    var name = cursor.name("the name of a LET", "LET fast = ema(btc.close, 9)");
    cursor.expect("=", Code.WORD_MISSING, "the name of a LET", "write `LET name = value`");
    var value = exprs.expr();
    return cursor.made(new Block.Let(name, value, cursor.since(start)));
  }
}
