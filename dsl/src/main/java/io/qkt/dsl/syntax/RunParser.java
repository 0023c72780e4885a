package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.RunRule;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.syntax.lex.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Reads the rules of a portfolio: which strategy may trade when. */
final class RunParser {
  private static final String FORM = "write `WHEN condition RUN alias` or `RUN alias`";
  private static final String HYSTERESIS = "write `WITH HYSTERESIS 3 BARS`";
  private static final int HYSTERESIS_BARS_MAX = 100_000;

  private final Cursor cursor;
  private final Values values;
  private final ExprParser exprs;
  private final Recovery recovery;

  RunParser(Cursor cursor, Values values, ExprParser exprs, Recovery recovery) {
    this.cursor = cursor;
    this.values = values;
    this.exprs = exprs;
    this.recovery = recovery;
  }

  Block.Runs rules() {
    int start = cursor.start();
    cursor.take(Word.RULES);
    var runs = new ArrayList<RunRule>();
    while (!cursor.atEnd() && !recovery.isBlock()) {
      recovery.attempt(this::run, () -> cursor.at(Word.RUN)).ifPresent(runs::add);
    }
    return cursor.made(new Block.Runs(List.copyOf(runs), cursor.since(start)));
  }

  private RunRule run() {
    int start = cursor.start();
    if (!cursor.at(Word.WHEN, Word.RUN)) {
      throw cursor.fail(Code.RUN, cursor.peek().span(),
          "a rule of a portfolio must begin with WHEN or RUN, was " + cursor.shown(), FORM);
    }
    Optional<Expr> condition = cursor.take(Word.WHEN)
        ? Optional.of(exprs.expr())
        : Optional.empty();
    var help = cursor.at(Word.THEN) ? "leave `THEN` out: `WHEN condition RUN alias`" : FORM;
    cursor.expect(Word.RUN, Code.RUN, "the condition", help);
    return terms(start, condition);
  }

  /** WEIGHT, OVERRIDE and WITH HYSTERESIS, in any order. */
  private RunRule terms(int start, Optional<Expr> condition) {
    var alias = cursor.name("what to run", "RUN trend");
    Optional<Expr.Num> weight = Optional.empty();
    List<RunRule.Override> overrides = List.of();
    var hysteresis = OptionalInt.empty();
    while (cursor.at(Word.WEIGHT, Word.OVERRIDE, Word.WITH)) {
      if (cursor.take(Word.WEIGHT)) {
        weight = Optional.of(values.number(Code.WEIGHT, "a weight", "write `WEIGHT 0.5`"));
      } else if (cursor.take(Word.OVERRIDE)) overrides = overrides();
      else
        hysteresis = OptionalInt.of(hysteresis());
    }
    return cursor.made(
        new RunRule(condition, alias, weight, overrides, hysteresis, cursor.since(start)));
  }

  private int hysteresis() {
    cursor.nextKeyword();
    if (!cursor.takeContextual("HYSTERESIS")) {
      throw cursor.fail(Code.RUN, "`HYSTERESIS` must follow WITH, was " + cursor.shown(),
          HYSTERESIS);
    }
    int bars = values.whole(Code.WHOLE_NUMBER, "the bars of HYSTERESIS", 1, HYSTERESIS_BARS_MAX,
        HYSTERESIS);
    cursor.expect(Word.BARS, Code.RUN, "the number of HYSTERESIS", HYSTERESIS);
    return bars;
  }

  private List<RunRule.Override> overrides() {
    var help = "write `OVERRIDE { n = 14, size = 0.5 }`";
    cursor.expect("{", Code.OVERRIDE, "OVERRIDE", help);
    var overrides = new ArrayList<RunRule.Override>();
    var names = new TreeSet<String>();
    while (!cursor.take("}")) {
      if (!overrides.isEmpty()) cursor.expect(",", Code.OVERRIDE, "the value", help);
      int start = cursor.start();
      var name = cursor.name("the PARAM to override", "OVERRIDE { n = 14 }");
      cursor.expect("=", Code.OVERRIDE, "the PARAM to override", help);
      var value = values.literal("write a number, TRUE, FALSE or a string");
      overrides.add(cursor.made(new RunRule.Override(name, value, cursor.since(start))));
      if (names.add(name.text())) continue;
      cursor.report(Code.OVERRIDE, name.span(), "a PARAM must be overridden once, `%s` is twice"
          .formatted(Shown.clipped(name.text())), "keep one of them");
    }
    return List.copyOf(overrides);
  }
}
