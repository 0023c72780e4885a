package io.qkt.backtest.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.backtest.ReplayLoop;
import io.qkt.backtest.run.Period;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import io.qkt.dsl.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Texts that were promised to work as they stand. */
final class PromisedTextsTest {
  private static final Instrument EUR = Instrument.parse("EXNESS:EURUSD");
  private static final long MINUTE = 60_000_000;
  private static final String CHILD = """
      STRATEGY child VERSION 1
      RULES
        WHEN btc.close %s AND POSITION.btc = 0 THEN BUY btc SIZING %s
        WHEN btc.close %s AND POSITION.btc > 0 THEN CLOSE btc
      """;

  @Test
  void portfolio_ofImportsAndGates_runsUnchanged() {
    var children = Map.of("trend.qkt", CHILD.formatted("> sma(btc, 20)", "1", "< sma(btc, 20)"),
        "range.qkt", CHILD.formatted("< sma(btc, 50)", "2", "> sma(btc, 50)"));
    var book = new GoldenText("mybook.qkt", """
        PORTFOLIO mybook VERSION 1
        SYMBOLS btc = BACKTEST:TRNUSDT EVERY 5m
        IMPORT 'trend.qkt' AS trend
        IMPORT 'range.qkt' AS range HOLD
        RULES
          WHEN btc.close > 100 RUN trend
          RUN range
        """, path -> Optional.ofNullable(children.get(path)));

    var fills = book.fills(new MadeStore(Markets.all()), Period.ALL, true);

    assertThat(fills).anyMatch(fill -> fill.contains("BUY 1 "))
        .anyMatch(fill -> fill.contains("BUY 2 "));
  }

  /** The target lies at twice the fill of 1.1, the stop at half of it. */
  @Test
  void bracketWithoutBraces_inPercent_endsAtItsLevels() {
    assertThat(fills(1.1, 1.1, 1.4, 1.7, 2, 2.19)).containsExactly("BUY 0.1 1.1");
    assertThat(fills(1.1, 1.1, 1.4, 1.7, 2, 2.2))
        .containsExactly("BUY 0.1 1.1", "SELL 0.1 2.2");
    assertThat(fills(1.1, 1.1, 0.9, 0.7, 0.56)).containsExactly("BUY 0.1 1.1");
    assertThat(fills(1.1, 1.1, 0.9, 0.7, 0.55))
        .containsExactly("BUY 0.1 1.1", "SELL 0.1 0.55");
  }

  private static List<String> fills(double... prices) {
    var unit = GoldenText.of("""
        STRATEGY first VERSION 1
        SYMBOLS eur = EXNESS:EURUSD EVERY 1m
        RULES
          WHEN eur.close > 1 AND POSITION.eur = 0
          THEN BUY eur SIZING 0.1 BRACKET STOP_LOSS BY 50 PCT TAKE_PROFIT BY 100 PCT
        """).compiled();
    var account = new AccountPlan(10_000 * Exact.ONE, _ -> InstrumentSpec.PLAIN,
        RiskLimits.DEFAULT);
    var loop = new ReplayLoop(((Unit.Strategy) unit).program(),
        Identity.ofReplay("first", Long.MAX_VALUE / 4), account, FillTier.PAPER);
    var quotes = DoubleStream.of(prices).mapToLong(Exact::ofDouble).toArray();
    for (int i = 0; i < quotes.length; i++)
      loop.onQuote(EUR, Quote.at(i * MINUTE, quotes[i]));
    return loop.fills()
        .stream()
        .limit(2)
        .map(fill -> "%s %s %s".formatted(fill.side(), Exact.text(fill.quantity()),
            Exact.text(fill.price())))
        .toList();
  }
}
