package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.PortfolioFile;
import io.qkt.dsl.syntax.ast.TimeSpan;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Reads a portfolio: its blocks, in any order. */
final class PortfolioParser {
  private static final List<String> BLOCKS = List.of("SYMBOLS", "IMPORT", "PARAM", "LET", "CAPITAL",
      "REGIMES", "ALLOCATE", "RULES");
  private static final EnumSet<Word> SINGLE = EnumSet.of(Word.SYMBOLS, Word.CAPITAL, Word.REGIMES,
      Word.ALLOCATE, Word.RULES);
  private static final String CAPITAL = "write `CAPITAL 10000`";
  private static final String ALLOCATE = "write `ALLOCATE METHOD REGIME_WEIGHTED calm -> a 0.6,"
      + " b 0.4`";

  private final Cursor cursor;
  private final Values values;
  private final ExprParser exprs;
  private final Recovery recovery;
  private final HeaderParser header;
  private final SymbolsParser symbols;
  private final BindingParser bindings;
  private final RunParser runs;

  PortfolioParser(Cursor cursor) {
    this.cursor = cursor;
    recovery = new Recovery(cursor);
    values = new Values(cursor);
    exprs = new ExprParser(cursor, values);
    header = new HeaderParser(cursor, values, recovery);
    symbols = new SymbolsParser(cursor, values, recovery);
    bindings = new BindingParser(cursor, values, exprs, recovery);
    runs = new RunParser(cursor, values, exprs, recovery);
  }

  PortfolioFile file() {
    int start = cursor.start();
    cursor.nextKeyword();
    var name = header.portfolioName();
    int version = header.version();
    var blocks = new ArrayList<Block.OfPortfolio>();
    var singles = new Singles(cursor, SINGLE, "keep one of them");
    while (!cursor.atEnd()) {
      recovery.attempt(() -> block(singles), recovery::isRule).ifPresent(blocks::add);
    }
    return new PortfolioFile(name, version, List.copyOf(blocks), cursor.since(start));
  }

  private Block.OfPortfolio block(Singles singles) {
    var word = Misspelt.block(cursor, BLOCKS);
    singles.begin(word);
    return switch (word) {
      case SYMBOLS -> symbols.symbols();
      case PARAM -> bindings.param();
      case LET -> bindings.lets();
      case CAPITAL -> capital();
      case IMPORT -> imported();
      case REGIMES -> regimes();
      case ALLOCATE -> allocate();
      case RULES -> runs.rules();
      case null, default -> stray();
    };
  }

  private Block.OfPortfolio stray() {
    boolean rule = cursor.at(Word.WHEN, Word.RUN);
    if (!rule) throw Misspelt.stray(cursor, BLOCKS);
    if (!recovery.isRecovering()) {
      cursor.report(Code.BLOCK_UNKNOWN, cursor.peek().span(), "a rule must stand under RULES, was"
          + " outside", "write `RULES` before it");
    }
    return runs.rules();
  }

  private Block.Capital capital() {
    int start = cursor.start();
    cursor.nextKeyword();
    var amount = values.number(Code.CAPITAL, "the capital", CAPITAL);
    return cursor.made(new Block.Capital(amount, cursor.since(start)));
  }

  private Block.Import imported() {
    int start = cursor.start();
    cursor.nextKeyword();
    var help = "write `IMPORT 'trend.qkt' AS trend`";
    var path = values.text(Code.IMPORT, "the file to import", help);
    cursor.expect(Word.AS, Code.IMPORT, "the file to import", help);
    var alias = cursor.name("the alias of an import", "AS trend");
    boolean hold = cursor.take(Word.HOLD);
    return cursor.made(new Block.Import(path, alias, hold, cursor.since(start)));
  }

  private Block.Regimes regimes() {
    int start = cursor.start();
    cursor.nextKeyword();
    cursor.expect(Word.NAME, Code.REGIMES, "REGIMES",
        "write `REGIMES NAME weather STATE calm WHEN … STATE other DEFAULT`");
    var name = cursor.name("the name of REGIMES", "REGIMES NAME weather");
    var states = new ArrayList<Block.State>();
    while (cursor.at(Word.STATE))
      states.add(state());
    return cursor.made(new Block.Regimes(name, List.copyOf(states), cursor.since(start)));
  }

  private Block.State state() {
    int start = cursor.start();
    cursor.nextKeyword();
    var name = cursor.name("the name of a state", "STATE calm");
    if (cursor.take(Word.DEFAULT)) {
      return cursor.made(new Block.State(name, Optional.empty(), cursor.since(start)));
    }
    cursor.expect(Word.WHEN, Code.REGIMES, "the name of a state",
        "write `WHEN condition` or `DEFAULT`");
    var condition = exprs.expr();
    return cursor.made(new Block.State(name, Optional.of(condition), cursor.since(start)));
  }

  private Block.Allocate allocate() {
    int start = cursor.start();
    cursor.nextKeyword();
    cursor.expect(Word.METHOD, Code.ALLOCATE, "ALLOCATE", ALLOCATE);
    var method = cursor.name("the method of ALLOCATE", "METHOD REGIME_WEIGHTED");
    Optional<TimeSpan> rebalance = Optional.empty();
    if (cursor.take(Word.REBALANCE)) {
      cursor.expect(Word.EVERY, Code.ALLOCATE, "REBALANCE", "write `REBALANCE EVERY 1d`");
      rebalance = Optional.of(values.duration("the time between two rebalancings"));
    }
    var allocations = new ArrayList<Block.Allocation>();
    while (cursor.peek().isName())
      allocations.add(allocation());
    return cursor.made(
        new Block.Allocate(method, rebalance, List.copyOf(allocations), cursor.since(start)));
  }

  private Block.Allocation allocation() {
    int start = cursor.start();
    var state = cursor.name("a state of ALLOCATE", "calm -> a 0.6");
    cursor.expect("->", Code.ALLOCATE, "the state", ALLOCATE);
    var shares = new ArrayList<Block.Share>();
    do
      shares.add(share());
    while (cursor.take(","));
    return cursor.made(new Block.Allocation(state, List.copyOf(shares), cursor.since(start)));
  }

  private Block.Share share() {
    int start = cursor.start();
    Optional<Name> alias = cursor.take(Word.CASH)
        ? Optional.empty()
        : Optional.of(cursor.name("what a share goes to", "a 0.6"));
    Expr.Num share = values.number(Code.ALLOCATE, "a share", ALLOCATE);
    return cursor.made(new Block.Share(alias, share, cursor.since(start)));
  }
}
