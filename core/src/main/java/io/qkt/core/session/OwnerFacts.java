package io.qkt.core.session;

import io.qkt.core.draft.Instruments;
import io.qkt.core.money.Exact;
import io.qkt.core.position.Figures;
import io.qkt.core.position.Ledger;
import io.qkt.core.program.frame.Facts;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.risk.RiskKey;
import io.qkt.core.risk.RiskLimits;

/** What expressions are told of the session's own positions, money and orders. */
final class OwnerFacts implements Facts {
  private static final double MICROS_A_SECOND = 1e6;

  private final Frame frame;
  private final Instruments instruments;
  private final Ledger ledger;
  private final Desk desk;
  private final Closings closings;
  private final RiskLimits limits;

  OwnerFacts(Frame frame, Instruments instruments, Ledger ledger, Desk desk, Closings closings,
      RiskLimits limits) {
    this.frame = frame;
    this.instruments = instruments;
    this.ledger = ledger;
    this.desk = desk;
    this.closings = closings;
    this.limits = limits;
  }

  /** The filled quantity plus what the session's own orders change it by as soon as they arrive. */
  long working(int instrument) {
    long filled = ledger.quantity(instrument);
    if (desk.isIdle()) return filled;
    return filled + desk.pending(instrument) + closings.pending(instrument);
  }

  @Override
  public long position(int stream) {
    int[] traded = instruments.traded(stream);
    if (traded.length == 1) return working(traded[0]);
    long all = Long.signum(working(traded[0]));
    for (int instrument : traded)
      if (Long.signum(working(instrument)) != all) all = 0;
    return all * Exact.ONE;
  }

  @Override
  public double position(int stream, PositionField field) {
    int[] traded = instruments.traded(stream);
    return traded.length == 1 ? of(traded[0], field) : ofAll(traded, stream, field);
  }

  /** Of a basket what can be added up is; what has no sense of several is undefined. */
  private double ofAll(int[] traded, int stream, PositionField field) {
    return switch (field) {
      case QUANTITY -> Exact.toDouble(position(stream));
      case ENTRY_PRICE, MFE, MAE -> Double.NaN;
      case REALIZED_PNL -> Exact.toDouble(ledger.realized());
      case PNL -> Exact.toDouble(ledger.realized())
          + sum(traded, PositionField.UNREALIZED_PNL);
      case LAST_TRADE_AT, HOLDING_SECONDS -> latest(traded, field);
      case UNREALIZED_PNL, COUNT, LONGS, SHORTS, GROSS, TRADES_TODAY -> sum(traded, field);
    };
  }

  private double sum(int[] traded, PositionField field) {
    double sum = 0;
    for (int instrument : traded)
      sum += of(instrument, field);
    return sum;
  }

  private double latest(int[] traded, PositionField field) {
    double latest = Double.NaN;
    for (int instrument : traded) {
      double one = of(instrument, field);
      if (!(latest >= one)) latest = one == one ? one : latest;
    }
    return latest;
  }

  private double of(int i, PositionField field) {
    return Figures.position(ledger, i, working(i), field, frame.now());
  }

  @Override
  public double account(AccountField field) {
    return field == AccountField.COOLDOWN_SECONDS
        ? cooldownSeconds()
        : Figures.account(ledger, field);
  }

  /** What is left of the time for which a loss keeps entries out, 0 where no rule does. */
  private double cooldownSeconds() {
    long cooldown = limits.of(RiskKey.COOLDOWN_AFTER_LOSS);
    long losses = Math.max(1, limits.of(RiskKey.COOLDOWN_AFTER_CONSECUTIVE));
    var results = ledger.results();
    if (cooldown == 0 || results.losses() < losses) return 0;
    return Math.max(0, results.lastTradeAt() + cooldown - frame.now()) / MICROS_A_SECOND;
  }

  @Override
  public int openOrders(int stream) {
    int entries = 0;
    for (int instrument : instruments.traded(stream))
      entries += desk.entries(instrument);
    return entries;
  }

  @Override
  public double instrument(int stream, InstrumentField field) {
    return Figures.instrument(instruments.spec(instruments.ofStream(stream)), field);
  }

  @Override
  public long positionEpoch(int stream) {
    int[] traded = instruments.traded(stream);
    long sum = 0;
    for (int instrument : traded) {
      long epoch = ledger.epoch(instrument);
      // A basket is held while all of it is.
      if (epoch == 0) return 0;
      sum += epoch;
    }
    return sum;
  }
}
