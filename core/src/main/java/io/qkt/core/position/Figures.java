package io.qkt.core.position;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.program.frame.Facts.AccountField;
import io.qkt.core.program.frame.Facts.InstrumentField;
import io.qkt.core.program.frame.Facts.PositionField;

/** The figures of a ledger as the language gives them: plain numbers, NaN where there is none. */
public final class Figures {
  private static final double MICROS_A_SECOND = 1e6;
  private static final double MICROS_A_MILLI = 1e3;

  private Figures() {}

  /** Of a position; how much it is its owner knows, who has orders on their way too. */
  public static double position(Ledger ledger, int instrument, long quantity, PositionField field,
      long now) {
    int i = instrument;
    return switch (field) {
      case QUANTITY -> Exact.toDouble(quantity);
      case ENTRY_PRICE ->
          ledger.count(i) == 0 ? Double.NaN : Exact.toDouble(ledger.averagePrice(i));
      case UNREALIZED_PNL -> Exact.toDouble(ledger.unrealized(i));
      case REALIZED_PNL -> Exact.toDouble(ledger.realized());
      case PNL -> Exact.toDouble(ledger.realized()) + Exact.toDouble(ledger.unrealized(i));
      case HOLDING_SECONDS -> Math.floor(ledger.heldMicros(i, now) / MICROS_A_SECOND);
      case MFE -> Exact.toDouble(ledger.mfe(i, Leg.PRIMARY));
      case MAE -> Exact.toDouble(ledger.mae(i, Leg.PRIMARY));
      case COUNT -> ledger.count(i);
      case LONGS -> ledger.longs(i);
      case SHORTS -> ledger.shorts(i);
      case GROSS -> Exact.toDouble(ledger.gross(i));
      case TRADES_TODAY -> ledger.results().tradesToday(i);
      case LAST_TRADE_AT -> millis(ledger.results().lastTradeAt(i));
    };
  }

  /** Of an owner's money and record. */
  public static double account(Ledger ledger, AccountField field) {
    var results = ledger.results();
    return switch (field) {
      case REALIZED_PNL -> Exact.toDouble(ledger.realized());
      case UNREALIZED_PNL -> Exact.toDouble(ledger.unrealized());
      case TOTAL_PNL -> Exact.toDouble(ledger.realized()) + Exact.toDouble(ledger.unrealized());
      case EQUITY -> Exact.toDouble(ledger.equity());
      case BALANCE -> Exact.toDouble(ledger.balance());
      case LAST_TRADE_AT -> millis(results.lastTradeAt());
      case LAST_TRADE_PNL -> results.lastTradeAt() == Results.NEVER ? Double.NaN
          : Exact.toDouble(results.lastTradePnl());
      case WIN_STREAK -> results.wins();
      case LOSS_STREAK -> results.losses();
      case BANKED -> Exact.toDouble(results.banked());
      case TRADES_TODAY -> results.tradesToday();
      case WINS_TODAY -> results.winsToday();
      case LOSSES_TODAY -> results.lossesToday();
      case DRAWDOWN_PERCENT -> ledger.drawdownPercent();
      case EQUITY_PEAK -> Exact.toDouble(ledger.equityPeak());
      case OPEN_POSITIONS -> ledger.openPositions();
      case ENTRIES_TODAY -> results.entriesToday();
      case COOLDOWN_SECONDS -> 0;
    };
  }

  private static double millis(long micros) {
    return micros == Results.NEVER ? Double.NaN : Math.floor(micros / MICROS_A_MILLI);
  }

  /** Of what a venue says of an instrument. */
  public static double instrument(InstrumentSpec spec, InstrumentField field) {
    return Exact.toDouble(switch (field) {
      case TICK_SIZE -> spec.pointSize();
      case CONTRACT_SIZE -> spec.contractSize();
      case VOLUME_STEP -> spec.volumeStep();
      case VOLUME_MIN -> spec.volumeMin();
      case SWAP_LONG_POINTS -> spec.swapLongPoints();
      case SWAP_SHORT_POINTS -> spec.swapShortPoints();
    });
  }
}
