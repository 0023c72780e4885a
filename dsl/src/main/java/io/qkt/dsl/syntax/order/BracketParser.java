package io.qkt.dsl.syntax.order;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Bracket;
import io.qkt.dsl.syntax.ast.Bracket.ExitPrice;
import io.qkt.dsl.syntax.ast.Bracket.Kind;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.expr.Unwound;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.syntax.lex.Token;
import io.qkt.dsl.syntax.lex.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads stop losses and take profits. */
public final class BracketParser {
  private static final String FORMS = "write `AT price`, `BY distance`, `BY 2 PCT` or `RR 2`";

  private final Cursor cursor;
  private final Values values;
  private final ExprParser exprs;
  private final OrderTypeParser types;

  BracketParser(Cursor cursor, Values values, ExprParser exprs, OrderTypeParser types) {
    this.cursor = cursor;
    this.values = values;
    this.exprs = exprs;
    this.types = types;
  }

  /** BRACKET and its legs, braces and commas being optional. */
  Bracket bracket(boolean inLatch) {
    int start = cursor.start();
    cursor.nextKeyword();
    var legs = cursor.take("{") ? braced(inLatch) : bareLegs(inLatch);
    return finish(start, legs);
  }

  /** Legs that stand among the options of an order without BRACKET. */
  Bracket bare() {
    int start = cursor.start();
    return finish(start, bareLegs(false));
  }

  private Bracket finish(int start, List<Bracket.Leg> legs) {
    boolean shared = cursor.takeContextual("SHARED");
    return cursor.made(new Bracket(legs, shared, cursor.since(start)));
  }

  private List<Bracket.Leg> braced(boolean inLatch) {
    var legs = new ArrayList<Bracket.Leg>();
    do {
      legs.add(leg(inLatch));
      cursor.take(",");
    } while (!cursor.take("}"));
    return List.copyOf(legs);
  }

  /** A comma that no leg follows separates something else. */
  private List<Bracket.Leg> bareLegs(boolean inLatch) {
    var legs = new ArrayList<Bracket.Leg>();
    do {
      if (!legs.isEmpty()) cursor.take(",");
      legs.add(leg(inLatch));
    } while (isLeg(0) || cursor.at(",") && isLeg(1));
    return List.copyOf(legs);
  }

  boolean isLeg(int ahead) {
    var token = cursor.peek(ahead);
    var next = cursor.peek(ahead + 1);
    return token.is(Word.STOP_LOSS) || token.is(Word.TAKE_PROFIT)
        || token.is(Word.STOP) && next.is(Word.LOSS)
        || token.is(Word.TAKE) && next.is(Word.PROFIT);
  }

  private Bracket.Leg leg(boolean inLatch) {
    if (!isLeg(0)) {
      throw cursor.fail(Code.BRACKET,
          "a bracket must hold STOP LOSS and TAKE PROFIT, was " + cursor.shown(),
          "write it as in `BRACKET { STOP LOSS BY 5, TAKE PROFIT RR 2 }`");
    }
    int start = cursor.start();
    var kind = kind();
    var price = inLatch ? new Bracket.From(types.relative(), cursor.since(start)) : price(kind);
    return cursor.made(new Bracket.Leg(kind, price, cursor.since(start)));
  }

  private Kind kind() {
    var word = cursor.nextKeyword();
    if (word.is(Word.STOP) || word.is(Word.TAKE)) cursor.nextKeyword();
    return word.is(Word.STOP) || word.is(Word.STOP_LOSS) ? Kind.STOP_LOSS : Kind.TAKE_PROFIT;
  }

  /** Where an exit of this kind lies. */
  public ExitPrice price(Kind kind) {
    var token = cursor.peek();
    var price = switch (token.word()) {
      case AT -> at(token);
      case BY -> by(token);
      case PCT -> percent(token);
      case RR -> reward(token);
      case TRAILING -> trailing(token);
      case null, default -> throw noPrice();
    };
    checkKind(kind, price, token);
    return cursor.made(price);
  }

  private Unwound noPrice() {
    if (cursor.at("{")) {
      return cursor.fail(Code.EXIT_FORM, "an exit must be one price, was a list",
          "write one `AT` or `BY`; for a scale-out use `ON_FILL` and several orders");
    }
    boolean number = cursor.peek().kind() == Token.Kind.NUMBER;
    var shown = Shown.clipped(cursor.peek().text());
    return cursor.fail(Code.EXIT_FORM,
        "an exit must have AT, BY, PCT or RR before its number, was " + cursor.shown(),
        number ? "write `BY %s` for a distance or `AT %s` for a price".formatted(shown, shown)
            : FORMS);
  }

  private void checkKind(Kind kind, ExitPrice price, Token token) {
    boolean managed = price instanceof Bracket.Trailing || price instanceof Bracket.Steps
        || price instanceof Bracket.Tighten;
    if (managed && kind == Kind.TAKE_PROFIT) {
      cursor.report(Code.EXIT_FORM, token.span(),
          "a take profit must stay where it is; only a stop loss moves",
          "write `BY distance`, `AT price` or `RR multiple`");
    } else if (price instanceof Bracket.Reward && kind == Kind.STOP_LOSS) {
      cursor.report(Code.EXIT_FORM, token.span(),
          "RR must belong to a take profit: it is a multiple of the stop's distance",
          "write `BY distance` for the stop");
    }
  }

  private ExitPrice at(Token first) {
    cursor.nextKeyword();
    var price = exprs.expr();
    return new Bracket.At(price, cursor.since(first.start()));
  }

  private ExitPrice percent(Token first) {
    cursor.nextKeyword();
    var percent = exprs.expr();
    return new Bracket.ByPct(percent, cursor.since(first.start()));
  }

  private ExitPrice reward(Token first) {
    cursor.nextKeyword();
    var multiple = exprs.expr();
    return new Bracket.Reward(multiple, cursor.since(first.start()));
  }

  private ExitPrice by(Token first) {
    cursor.nextKeyword();
    var distance = exprs.expr();
    if (cursor.take(Word.PCT)) return new Bracket.ByPct(distance, cursor.since(first.start()));
    if (cursor.at(Word.STEP)) return steps(first, distance);
    if (cursor.at(Word.TIGHTEN)) return tighten(first, distance);
    return new Bracket.By(distance, cursor.since(first.start()));
  }

  private ExitPrice steps(Token first, Expr distance) {
    var steps = new ArrayList<Bracket.Step>();
    while (cursor.at(Word.STEP))
      steps.add(step());
    return new Bracket.Steps(distance, List.copyOf(steps), cursor.since(first.start()));
  }

  private Bracket.Step step() {
    int start = cursor.start();
    cursor.nextKeyword();
    cursor.expect(Word.TO, Code.EXIT_FORM, "STEP",
        "write `STEP TO BREAKEVEN AFTER MFE >= 10`");
    if (!cursor.takeContextual("BREAKEVEN") && !cursor.takeContextual("ENTRY")) {
      throw cursor.fail(Code.EXIT_FORM, "`BREAKEVEN` or `ENTRY` must follow STEP TO, was "
          + cursor.shown(), "write `STEP TO ENTRY + 5 AFTER MFE >= 10`");
    }
    Optional<Expr> offset = cursor.take("+") ? Optional.of(exprs.expr()) : Optional.empty();
    var after = afterMfe("the step");
    return cursor.made(new Bracket.Step(offset, after, cursor.since(start)));
  }

  private ExitPrice tighten(Token first, Expr distance) {
    cursor.nextKeyword();
    var help = "write `TIGHTEN BY 5 EVERY 15m FLOOR 20`";
    cursor.expect(Word.BY, Code.EXIT_FORM, "TIGHTEN", help);
    var by = exprs.expr();
    cursor.expect(Word.EVERY, Code.EXIT_FORM, "the distance to tighten by", help);
    var every = values.duration("the time between two tightenings");
    cursor.expect(Word.FLOOR, Code.EXIT_FORM, "the time between two tightenings", help);
    var floor = exprs.expr();
    return new Bracket.Tighten(distance, by, every, floor, cursor.since(first.start()));
  }

  private ExitPrice trailing(Token first) {
    cursor.nextKeyword();
    if (cursor.at(Word.BY, Word.PCT)) {
      throw cursor.fail(Code.EXIT_FORM, "a distance must follow TRAILING in a stop loss, was "
          + cursor.shown(), "write `TRAILING 5 AFTER MFE >= 10`");
    }
    var distance = exprs.expr();
    var after = afterMfe("the distance");
    return new Bracket.Trailing(distance, after, cursor.since(first.start()));
  }

  private Expr afterMfe(String before) {
    var help = "write `AFTER MFE >= 10`";
    cursor.expect(Word.AFTER, Code.EXIT_FORM, before, help);
    cursor.expect(Word.MFE, Code.EXIT_FORM, "AFTER", help);
    cursor.expect(">=", Code.EXIT_FORM, "MFE", help);
    return exprs.additive();
  }
}
