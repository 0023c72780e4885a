package io.qkt.core.session;

import io.qkt.core.draft.Instruments;
import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.position.Conversion;
import io.qkt.core.position.Ledger;
import io.qkt.core.position.LedgerRisk;
import io.qkt.core.position.Results;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Frame;

/** What the limits of one owner are held against: its own positions, orders and results. */
final class OwnerRisk extends LedgerRisk {
  private final Frame frame;
  private final Instruments instruments;
  private final Ledger ledger;
  private final Conversion conversion;
  private final Desk desk;
  private long startedAt = MISSING;

  OwnerRisk(Frame frame, Instruments instruments, Ledger ledger,
      Conversion conversion, Desk desk) {
    super(ledger);
    this.frame = frame;
    this.instruments = instruments;
    this.ledger = ledger;
    this.conversion = conversion;
    this.desk = desk;
  }

  void startedAt(long time) {
    if (startedAt == MISSING) startedAt = time;
  }

  @Override
  public int instruments() {
    return instruments.count();
  }

  @Override
  public long price(int instrument) {
    double close = frame.field(instruments.streamOf(instrument), BarField.CLOSE);
    return close != close ? MISSING : Exact.ofDouble(close);
  }

  @Override
  public long contractSize(int instrument) {
    return instruments.spec(instrument).contractSize();
  }

  @Override
  public long rate(int instrument) {
    return conversion.rate(instrument).orElse(MISSING);
  }

  @Override
  public long position(int instrument, Side side) {
    return ledger.quantity(instrument) + desk.pendingEntries(instrument, side);
  }

  @Override
  public boolean isOpen(int instrument) {
    return ledger.count(instrument) > 0 || desk.entries(instrument) > 0;
  }

  @Override
  public long openPositions() {
    long open = 0;
    for (int i = 0; i < instruments.count(); i++) {
      if (isOpen(i)) open++;
    }
    return open;
  }

  @Override
  public long entriesToday() {
    return ledger.results().entriesToday();
  }

  @Override
  public long consecutiveLosses() {
    return ledger.results().losses();
  }

  @Override
  public long lastLossTime() {
    var results = ledger.results();
    return results.losses() == 0 || results.lastTradeAt() == Results.NEVER ? MISSING
        : results.lastTradeAt();
  }

  @Override
  public long sessionStart() {
    return startedAt;
  }

  long started() {
    return startedAt;
  }
}
