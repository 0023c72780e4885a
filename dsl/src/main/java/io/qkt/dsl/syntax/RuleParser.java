package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.RuleItem;
import io.qkt.dsl.syntax.ast.RuleItem.Rule;
import io.qkt.dsl.syntax.ast.RuleItem.Trigger;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import io.qkt.dsl.syntax.order.ActionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rules of a strategy. */
final class RuleParser {
  private static final String FORM = "write `WHEN condition THEN action`";

  private final Cursor cursor;
  private final ExprParser exprs;
  private final ActionParser actions;
  private final Recovery recovery;

  RuleParser(Cursor cursor, ExprParser exprs, ActionParser actions, Recovery recovery) {
    this.cursor = cursor;
    this.exprs = exprs;
    this.actions = actions;
    this.recovery = recovery;
  }

  /** The word RULES may be missing before a FOR EACH. */
  Block.Rules rules() {
    int start = cursor.start();
    cursor.take(Word.RULES);
    var items = new ArrayList<RuleItem>();
    while (!cursor.atEnd() && !recovery.isBlock()) {
      recovery.attempt(this::item, recovery::isRule).ifPresent(items::add);
    }
    return cursor.made(new Block.Rules(List.copyOf(items), cursor.since(start)));
  }

  private RuleItem item() {
    if (cursor.at(Word.FOR)) return forEach();
    if (isRule()) return rule();
    if (cursor.at(Word.RUN)) {
      throw cursor.fail(Code.RULE, cursor.peek().span(),
          "RUN must stand in a PORTFOLIO, not in a strategy",
          "write `THEN` and an action");
    }
    var nested = cursor.at("}", ")", "]") ? "remove it; nothing is open here" : FORM;
    throw cursor.fail(Code.RULE, cursor.peek().span(),
        "a rule must begin with WHEN, WHILE or FOR EACH, was " + cursor.shown(), nested);
  }

  private boolean isRule() {
    return cursor.at(Word.WHEN) || cursor.peek().isContextual("WHILE");
  }

  private Rule rule() {
    int start = cursor.start();
    var trigger = cursor.nextKeyword().is(Word.WHEN) ? Trigger.WHEN : Trigger.WHILE;
    var condition = exprs.expr();
    Optional<Name> clock = cursor.take(Word.ON)
        ? Optional.of(cursor.name("the stream of ON", "WHEN condition ON btc THEN …"))
        : Optional.empty();
    cursor.expect(Word.THEN, Code.WORD_MISSING, "the condition of a rule", thenRemedy());
    var then = actions.actions(false);
    return cursor.made(new Rule(trigger, condition, clock, then, cursor.since(start)));
  }

  private String thenRemedy() {
    if (cursor.at("=") || cursor.at(">") || cursor.at("<"))
      return "write the value to compare with";
    boolean operand = cursor.peek().isName() || cursor.peek().kind() == Kind.NUMBER
        || cursor.at("(");
    return operand ? "write `AND`, `OR` or an operator before it" : FORM;
  }

  private RuleItem forEach() {
    int start = cursor.start();
    cursor.nextKeyword();
    var help = "write `FOR EACH s IN [a, b] DO WHEN … THEN …`";
    cursor.expect(Word.EACH, Code.FOR_EACH, "FOR", help);
    var variable = cursor.name("the name that stands for each stream", "FOR EACH s IN [a, b]");
    cursor.expect(Word.IN, Code.FOR_EACH, "the name of FOR EACH", help);
    var streams = streams(help);
    cursor.expect(Word.DO, Code.FOR_EACH, "the streams of FOR EACH", help);
    if (!isRule()) {
      throw cursor.fail(Code.FOR_EACH, "a rule must follow DO, was " + cursor.shown(), help);
    }
    var rule = rule();
    return cursor.made(new RuleItem.ForEach(variable, streams, rule, cursor.since(start)));
  }

  private List<Name> streams(String help) {
    boolean braced = cursor.take("[");
    var streams = new ArrayList<Name>();
    if (!(braced && cursor.at("]"))) {
      do
        streams.add(cursor.name("a stream of FOR EACH", "[a, b]"));
      while (cursor.take(","));
    }
    if (braced) cursor.expect("]", Code.FOR_EACH, "the streams of FOR EACH", help);
    return List.copyOf(streams);
  }
}
