package io.qkt.core.portfolio;

import io.qkt.core.money.Exact;
import io.qkt.core.position.Figures;
import io.qkt.core.program.frame.Facts;
import io.qkt.core.program.frame.Frame;

/**
 * What a portfolio's conditions are told of its book: of all its children together. How far a
 * position has gone between bars only its own session knows, so that of a book is undefined; so is
 * of a basket what is more than which way it is held.
 */
final class BookFacts implements Facts {
  private final Frame frame;
  private final Holdings holdings;
  /** By stream: what is traded there, several where it is a basket. */
  private final int[][] traded;

  BookFacts(Frame frame, Holdings holdings, int[][] traded) {
    this.frame = frame;
    this.holdings = holdings;
    this.traded = traded;
  }

  @Override
  public long position(int stream) {
    int[] all = traded[stream];
    if (all.length == 1) return holdings.working(all[0]);
    long way = Long.signum(holdings.working(all[0]));
    for (int instrument : all)
      if (Long.signum(holdings.working(instrument)) != way) way = 0;
    return way * Exact.ONE;
  }

  @Override
  public double position(int stream, PositionField field) {
    return switch (field) {
      case QUANTITY -> Exact.toDouble(position(stream));
      case MFE, MAE -> Double.NaN;
      default -> traded[stream].length > 1 ? Double.NaN
          : Figures.position(holdings.ledger(), traded[stream][0], position(stream), field,
              frame.now());
    };
  }

  @Override
  public double account(AccountField field) {
    return Figures.account(holdings.ledger(), field);
  }

  @Override
  public int openOrders(int stream) {
    int count = 0;
    for (int instrument : traded[stream])
      count += holdings.entries(instrument);
    return count;
  }

  @Override
  public double instrument(int stream, InstrumentField field) {
    return Figures.instrument(holdings.spec(traded[stream][0]), field);
  }

  @Override
  public long positionEpoch(int stream) {
    long sum = 0;
    for (int instrument : traded[stream]) {
      long epoch = holdings.ledger().epoch(instrument);
      if (epoch == 0) return 0;
      sum += epoch;
    }
    return sum;
  }
}
