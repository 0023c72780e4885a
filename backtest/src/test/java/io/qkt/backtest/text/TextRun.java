package io.qkt.backtest.text;

import io.qkt.backtest.Execution;
import io.qkt.backtest.ReplayLoop;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Program;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.session.StrategySession;
import io.qkt.core.venue.FillTier;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Unit;
import java.util.List;
import java.util.function.Consumer;

/** What became of a text over the market of a seed. */
record TextRun(List<Execution> executions, List<Decision> notes, long hash) {
  private static final AccountPlan ACCOUNT = new AccountPlan(10_000 * Exact.ONE,
      _ -> InstrumentSpec.plain(Exact.parse("0.01"), Exact.parse("0.01"), Exact.parse("0.01")),
      RiskLimits.DEFAULT);
  private static final Identity IDENTITY = Identity.ofReplay("random", 1L << 50);

  static TextRun of(String text, long seed, int bars) {
    return of(text, seed, bars, _ -> {});
  }

  /** The same, and tells every input of the session. */
  static TextRun of(String text, long seed, int bars, Consumer<Input> journal) {
    var loop = new ReplayLoop(program(text), IDENTITY, ACCOUNT, FillTier.PAPER);
    loop.journalTo(journal);
    RandomMarket.show(loop, seed, bars);
    return new TextRun(loop.executions(), loop.notes(), loop.session().stateHash());
  }

  /** A session of a text that has not begun. */
  static StrategySession session(String text) {
    return new StrategySession(program(text), IDENTITY, ACCOUNT);
  }

  static Program program(String text) {
    var compilation = Compiler.compile(text);
    if (compilation.unit().isPresent()) {
      return ((Unit.Strategy) compilation.unit().get()).program();
    }
    throw new IllegalArgumentException("a text must have no error, had "
        + compilation.reports().getFirst().issues().stream().filter(i -> i.isError()).toList()
        + " in\n" + text);
  }
}
