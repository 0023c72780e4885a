package io.qkt.core.program.frame;

/**
 * What an expression can ask beyond bars: the owner's positions, account and orders, as they stand
 * when it asks. All answers are in the language's units, NaN where there is none.
 */
public interface Facts {
  /** The working position of a stream's instrument, signed, at scale 8. */
  long position(int stream);

  double position(int stream, PositionField field);

  double account(AccountField field);

  /** Entry orders of the owner on a stream's instrument that can still be executed. */
  int openOrders(int stream);

  /** What the venue says of a stream's instrument. */
  double instrument(int stream, InstrumentField field);

  /**
   * A number that is another one after each opening, closing and flip of the position on a stream's
   * instrument, and 0 while there is none.
   */
  long positionEpoch(int stream);

  /** What can be asked of a position. */
  enum PositionField {
    QUANTITY, ENTRY_PRICE, UNREALIZED_PNL, REALIZED_PNL, PNL, HOLDING_SECONDS, MFE, MAE, COUNT,
    LONGS, SHORTS, GROSS, TRADES_TODAY, LAST_TRADE_AT
  }

  /** What can be asked of the owner's money and record. */
  enum AccountField {
    REALIZED_PNL, UNREALIZED_PNL, TOTAL_PNL, EQUITY, BALANCE, LAST_TRADE_AT, LAST_TRADE_PNL,
    WIN_STREAK, LOSS_STREAK, BANKED, TRADES_TODAY, WINS_TODAY, LOSSES_TODAY, DRAWDOWN_PERCENT,
    EQUITY_PEAK, OPEN_POSITIONS, ENTRIES_TODAY, COOLDOWN_SECONDS
  }

  /** What can be asked of an instrument. */
  enum InstrumentField {
    TICK_SIZE, CONTRACT_SIZE, VOLUME_STEP, VOLUME_MIN, SWAP_LONG_POINTS, SWAP_SHORT_POINTS
  }
}
