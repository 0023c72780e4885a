package io.qkt.dsl.syntax.order;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.OrderOption;
import io.qkt.dsl.syntax.ast.OrderType;
import io.qkt.dsl.syntax.ast.Stack;
import io.qkt.dsl.syntax.ast.TimeSpan;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads entries in layers: STACK and STACK_AT. */
final class StackParser {
  private static final int LAYERS_MAX = 1_000;
  private static final String SPACED = "write `STACK 3 SPACING 5` or `STACK [1, 1 AT entry - 5]`";
  private static final String STACK_AT = "write `STACK_AT MFE >= 5 WITHIN 30m SIZING 1 BRACKET {"
      + " STOP LOSS BY 1, TAKE PROFIT BY 2 }`";

  private final Cursor cursor;
  private final Values values;
  private final ExprParser exprs;
  private final SizingParser sizings;
  private final OrderTypeParser types;
  private final BracketParser brackets;

  StackParser(Cursor cursor, Values values, ExprParser exprs, SizingParser sizings,
      OrderTypeParser types, BracketParser brackets) {
    this.cursor = cursor;
    this.values = values;
    this.exprs = exprs;
    this.sizings = sizings;
    this.types = types;
    this.brackets = brackets;
  }

  OrderOption stack() {
    int start = cursor.start();
    cursor.nextKeyword();
    var stack = cursor.made(cursor.take("[") ? layered(start) : spaced(start));
    return new OrderOption.Stacked(stack, cursor.since(start));
  }

  private Stack spaced(int start) {
    int layers = values.whole(Code.STACK, "the number of layers", 1, LAYERS_MAX, SPACED);
    cursor.expect(Word.SPACING, Code.STACK, "the number of layers", SPACED);
    var spacing = exprs.expr();
    var direction = Stack.Direction.WITH_THE_TRADE;
    if (cursor.take(Word.ABOVE)) direction = Stack.Direction.ABOVE;
    else if (cursor.take(Word.BELOW)) direction = Stack.Direction.BELOW;
    var within = within();
    boolean shared = cursor.takeContextual("SHARED");
    return new Stack.Spaced(layers, spacing, direction, within, shared, cursor.since(start));
  }

  private Stack layered(int start) {
    if (cursor.at("]")) {
      throw cursor.fail(Code.STACK, "a stack must have a layer, had none", SPACED);
    }
    var layers = new ArrayList<Stack.Layer>();
    do
      layers.add(layer(layers.isEmpty()));
    while (cursor.take(",") && !cursor.at("]"));
    exprs.close("]");
    var within = within();
    boolean shared = cursor.takeContextual("SHARED");
    return new Stack.Layered(List.copyOf(layers), within, shared, cursor.since(start));
  }

  private Stack.Layer layer(boolean first) {
    int start = cursor.start();
    var sizing = sizings.sizing();
    Optional<OrderType> type = cursor.at(Word.MARKET, Word.LIMIT, Word.STOP)
        ? Optional.of(types.type(false))
        : Optional.empty();
    Optional<Expr> at = cursor.take(Word.AT) ? Optional.of(exprs.expr()) : Optional.empty();
    var layer = cursor.made(new Stack.Layer(sizing, type, at, cursor.since(start)));
    boolean priced = at.isPresent() || type.filter(t -> !(t instanceof OrderType.Market))
        .isPresent();
    if (!first && !priced) {
      cursor.report(Code.STACK, layer.span(), "a layer behind the first must have a price",
          "write it as in `1 AT entry - 5`");
    }
    return layer;
  }

  private Optional<TimeSpan> within() {
    return cursor.take(Word.WITHIN)
        ? Optional.of(values.duration("the time for a stack"))
        : Optional.empty();
  }

  OrderOption stackAt() {
    int start = cursor.start();
    cursor.nextKeyword();
    if (!cursor.at(Word.MFE, Word.MAE)) {
      throw cursor.fail(Code.STACK_AT, "`MFE` or `MAE` must follow STACK_AT, was "
          + cursor.shown(), STACK_AT);
    }
    var word = cursor.nextKeyword();
    cursor.expect(">=", Code.STACK_AT, word.word().name(), STACK_AT);
    var excursion = exprs.additive();
    Optional<Expr> recover = Optional.empty();
    if (word.is(Word.MAE)) {
      cursor.expect(Word.RECOVER, Code.STACK_AT, "the excursion of MAE",
          "write `MAE >= 5 RECOVER 2`");
      recover = Optional.of(exprs.additive());
    }
    return rest(start, excursion, recover);
  }

  private OrderOption rest(int start, Expr excursion, Optional<Expr> recover) {
    cursor.expect(Word.WITHIN, Code.STACK_AT, "the excursion", STACK_AT);
    var within = values.duration("the time of STACK_AT");
    cursor.expect(Word.SIZING, Code.STACK_AT, "the time of STACK_AT", STACK_AT);
    var sizing = sizings.sizing();
    if (!cursor.at(Word.BRACKET)) {
      throw cursor.fail(Code.STACK_AT, "`BRACKET` must follow the size of STACK_AT, was "
          + cursor.shown(), STACK_AT);
    }
    var bracket = brackets.bracket(false);
    return new OrderOption.StackAt(excursion, recover, within, sizing, bracket,
        cursor.since(start));
  }
}
