package io.qkt.core.session;

import io.qkt.core.draft.Instruments;
import io.qkt.core.position.Figures;
import io.qkt.core.position.Ledger;
import io.qkt.core.program.frame.Facts;
import io.qkt.core.program.frame.Frame;

/** What expressions are told of the session's own positions, money and orders. */
final class OwnerFacts implements Facts {
  private final Frame frame;
  private final Instruments instruments;
  private final Ledger ledger;
  private final Desk desk;
  private final Closings closings;

  OwnerFacts(Frame frame, Instruments instruments, Ledger ledger, Desk desk, Closings closings) {
    this.frame = frame;
    this.instruments = instruments;
    this.ledger = ledger;
    this.desk = desk;
    this.closings = closings;
  }

  /** The filled quantity plus what the session's own orders change it by as soon as they arrive. */
  long working(int instrument) {
    long filled = ledger.quantity(instrument);
    if (desk.isIdle()) return filled;
    return filled + desk.pending(instrument) + closings.pending(instrument);
  }

  @Override
  public long position(int stream) {
    return working(instruments.ofStream(stream));
  }

  @Override
  public double position(int stream, PositionField field) {
    int i = instruments.ofStream(stream);
    return Figures.position(ledger, i, working(i), field, frame.now());
  }

  @Override
  public double account(AccountField field) {
    return Figures.account(ledger, field);
  }

  @Override
  public int openOrders(int stream) {
    return desk.entries(instruments.ofStream(stream));
  }

  @Override
  public double instrument(int stream, InstrumentField field) {
    return Figures.instrument(instruments.spec(instruments.ofStream(stream)), field);
  }

  @Override
  public long positionEpoch(int stream) {
    return ledger.epoch(instruments.ofStream(stream));
  }
}
