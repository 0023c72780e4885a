package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.Quote;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import java.util.ArrayList;
import java.util.List;

/**
 * The market of the golden scenarios: bar i of a minute closes at 100 + i and opens at the close
 * before it, its low and high one point beyond, and is seen as four ticks.
 */
final class Market {
  static final BarKey BTC = new BarKey(Instrument.parse("BACKTEST:BTCUSDT"),
      Timeframe.parse("1m"));
  /** Moves against BTC, half a millisecond behind it, and not in every minute. */
  static final BarKey ETH = new BarKey(Instrument.parse("BACKTEST:ETHUSDT"),
      Timeframe.parse("1m"));
  static final long SECOND = 1_000_000;
  private static final long NEVER_TOO_OLD = 1L << 50;
  private static final long[] SECONDS_OF_TICKS = {0, 15, 30};
  static final Identity IDENTITY = new Identity("c", "golden", 1, NEVER_TOO_OLD);
  static final AccountPlan ACCOUNT = new AccountPlan(10_000 * Exact.ONE,
      _ -> InstrumentSpec.plain(Exact.ONE, Exact.parse("0.01"), Exact.parse("0.01")),
      RiskLimits.DEFAULT);

  private Market() {}

  static BarKey key(String instrument) {
    return new BarKey(Instrument.parse(instrument), Timeframe.parse("1m"));
  }

  static ProgramBuilder program() {
    return Program.builder("golden", BTC);
  }

  static ReplayLoop loop(Program program) {
    return new ReplayLoop(program, IDENTITY, ACCOUNT, FillTier.PAPER);
  }

  /** The fills of forty rising bars, as "SIDE quantity price@second". */
  static List<String> fills(ProgramBuilder program) {
    return fills(program, rising(40));
  }

  static List<String> fills(ProgramBuilder program, List<Double> closes) {
    var loop = loop(program.build());
    run(loop, closes);
    return texts(loop);
  }

  static List<Double> rising(int bars) {
    var closes = new ArrayList<Double>();
    for (int i = 0; i < bars; i++)
      closes.add(100.0 + i);
    return closes;
  }

  /** Shows bars of these closes, the first opening a point below. */
  static void run(ReplayLoop loop, List<Double> closes) {
    boolean hasEth = loop.session().program().instruments().contains(ETH.instrument());
    double open = closes.getFirst() - 1;
    for (int i = 0; i < closes.size(); i++) {
      double close = closes.get(i);
      double[] path = {open, Math.min(open, close) - 1, Math.max(open, close) + 1, close};
      for (int tick = 0; tick < path.length; tick++) {
        show(loop, BTC, i * 60 * SECOND + offset(tick), path[tick]);
        if (hasEth && i % 5 != 3)
          show(loop, ETH, i * 60 * SECOND + offset(tick) + SECOND / 2_000, 250 - path[tick] / 2);
      }
      open = close;
    }
  }

  /** The same market, shown as bars of BTC alone. */
  static void runBars(ReplayLoop loop, List<Double> closes) {
    double open = closes.getFirst() - 1;
    for (int i = 0; i < closes.size(); i++) {
      double close = closes.get(i);
      loop.onBar(new Bar(BTC, i * 60 * SECOND, Bar.NONE, Exact.ofDouble(open),
          Exact.ofDouble(Math.max(open, close) + 1), Exact.ofDouble(Math.min(open, close) - 1),
          Exact.ofDouble(close), Exact.ONE, Bar.ClosedBy.TICK, 0));
      open = close;
    }
  }

  static void show(ReplayLoop loop, BarKey key, long time, double price) {
    loop.onQuote(key.instrument(), new Quote(time, 0, 0, Exact.ofDouble(price), Exact.ONE));
  }

  static long offset(int tick) {
    return tick < 3 ? SECONDS_OF_TICKS[tick] * SECOND : 59_999_000;
  }

  static List<String> texts(ReplayLoop loop) {
    return loop.fills()
        .stream()
        .map(fill -> "%s %s %s@%d".formatted(fill.side(), Exact.text(fill.quantity()),
            Exact.text(fill.price()), fill.time() / SECOND))
        .toList();
  }
}
