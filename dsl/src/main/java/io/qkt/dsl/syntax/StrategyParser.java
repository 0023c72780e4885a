package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Bracket;
import io.qkt.dsl.syntax.ast.StrategyFile;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import io.qkt.dsl.syntax.order.ActionParser;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Reads a strategy: its blocks, in any order. */
final class StrategyParser {
  static final List<String> BLOCKS = List.of("DEFAULTS", "SYMBOLS", "PARAM", "LET", "SCHEDULE",
      "SEQUENCE", "RULES");
  private static final EnumSet<Word> SINGLE = EnumSet.of(Word.SYMBOLS, Word.DEFAULTS,
      Word.SCHEDULE, Word.RULES);
  private static final List<String> CLAUSES = List.of("SIZING", "STOP_LOSS", "TAKE_PROFIT", "TIF",
      "ORDER_TYPE", "TRAILING");

  private final Cursor cursor;
  private final Recovery recovery;
  private final HeaderParser header;
  private final SymbolsParser symbols;
  private final BindingParser bindings;
  private final ScheduleParser schedules;
  private final RuleParser rules;
  private final ActionParser actions;

  StrategyParser(Cursor cursor) {
    this.cursor = cursor;
    recovery = new Recovery(cursor);
    var values = new Values(cursor);
    var exprs = new ExprParser(cursor, values);
    actions = new ActionParser(cursor, values, exprs);
    header = new HeaderParser(cursor, values, recovery);
    symbols = new SymbolsParser(cursor, values, recovery);
    bindings = new BindingParser(cursor, values, exprs, recovery);
    schedules = new ScheduleParser(cursor, values, exprs, actions, recovery);
    rules = new RuleParser(cursor, exprs, actions, recovery);
  }

  StrategyFile file() {
    int start = cursor.start();
    cursor.nextKeyword();
    var name = header.strategyName();
    int version = header.version();
    var blocks = new ArrayList<Block.OfStrategy>();
    var singles = new Singles(cursor, SINGLE, "move what follows to the first one");
    while (!cursor.atEnd()) {
      recovery.attempt(() -> block(singles), recovery::isRule).ifPresent(blocks::add);
    }
    return new StrategyFile(name, version, List.copyOf(blocks), cursor.since(start));
  }

  private Block.OfStrategy block(Singles singles) {
    var word = Misspelt.block(cursor, BLOCKS);
    singles.begin(word);
    return switch (word) {
      case SYMBOLS -> symbols.symbols();
      case PARAM -> bindings.param();
      case LET -> bindings.lets();
      case DEFAULTS -> defaults();
      case SCHEDULE -> schedules.schedule();
      case SEQUENCE -> schedules.sequence();
      case RULES, FOR -> rules.rules();
      case null, default -> stray();
    };
  }

  /** A rule outside of RULES is read all the same: there may be more to say about it. */
  private Block.OfStrategy stray() {
    boolean rule = recovery.isRule() && !cursor.at(Word.RUN);
    if (rule && recovery.isRecovering()) return rules.rules();
    if (rule) {
      cursor.report(Code.BLOCK_UNKNOWN, cursor.peek().span(), "a rule must stand under RULES, was"
          + " outside", "write `RULES` before it");
      return rules.rules();
    }
    throw Misspelt.stray(cursor, BLOCKS);
  }

  private Block.OfStrategy defaults() {
    int start = cursor.start();
    cursor.nextKeyword();
    var help = "write `DEFAULTS { SIZING = 1 }`";
    cursor.expect("{", Code.DEFAULTS_CLAUSE, "DEFAULTS", help);
    var clauses = new ArrayList<Block.Default>();
    while (!cursor.at("}") && !cursor.atEnd() && !recovery.isBlock() && !recovery.isRule()) {
      recovery.attempt(this::clause, () -> cursor.at("}") || isClause()).ifPresent(clauses::add);
      cursor.take(",");
    }
    cursor.expect("}", Code.DEFAULTS_CLAUSE, "the last clause of DEFAULTS", "close it with `}`");
    return cursor.made(new Block.Defaults(List.copyOf(clauses), cursor.since(start)));
  }

  private boolean isClause() {
    return cursor.peek().kind() == Kind.WORD && cursor.peek(1).isSign("=");
  }

  private Block.Default clause() {
    int start = cursor.start();
    var word = cursor.peek();
    if (word.word() == null || !CLAUSES.contains(word.word().name())) throw noClause();
    cursor.nextKeyword();
    cursor.expect("=", Code.DEFAULTS_CLAUSE, word.word().name(),
        "write `%s = …`".formatted(word.word()));
    var orders = actions.options();
    return cursor.made(switch (word.word()) {
      case SIZING -> new Block.DefaultSizing(orders.sizings().sizing(), cursor.since(start));
      case TIF -> new Block.DefaultTif(orders.types().tif(cursor.start()), cursor.since(start));
      case STOP_LOSS -> leg(start, Bracket.Kind.STOP_LOSS);
      case TAKE_PROFIT -> leg(start, Bracket.Kind.TAKE_PROFIT);
      default -> new Block.DefaultType(word.is(Word.TRAILING), orders.types().type(false),
          cursor.since(start));
    });
  }

  private Block.Default leg(int start, Bracket.Kind kind) {
    var price = actions.options().brackets().price(kind);
    var leg = new Bracket.Leg(kind, price, cursor.since(start));
    return new Block.DefaultLeg(leg, leg.span());
  }

  private RuntimeException noClause() {
    var written = cursor.peek().text().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    var near = cursor.peek().isName()
        ? Nearest.to(written, CLAUSES)
        : Optional.<String>empty();
    return cursor.fail(Code.DEFAULTS_CLAUSE, "a default must be one of %s, was %s".formatted(
        String.join(", ", CLAUSES), cursor.shown()),
        near.map("write `%s = …`"::formatted).orElse("remove it"));
  }
}
