package io.qkt.core.portfolio;

import io.qkt.core.position.Figures;
import io.qkt.core.program.frame.Facts;
import io.qkt.core.program.frame.Frame;

/**
 * What a portfolio's conditions are told of its book: of all its children together. How far a
 * position has gone between bars only its own session knows, so that of a book is undefined.
 */
final class BookFacts implements Facts {
  private final Frame frame;
  private final Holdings holdings;
  private final int[] ofStream;

  BookFacts(Frame frame, Holdings holdings, int[] ofStream) {
    this.frame = frame;
    this.holdings = holdings;
    this.ofStream = ofStream;
  }

  @Override
  public long position(int stream) {
    return holdings.working(ofStream[stream]);
  }

  @Override
  public double position(int stream, PositionField field) {
    if (field == PositionField.MFE || field == PositionField.MAE) return Double.NaN;
    int i = ofStream[stream];
    return Figures.position(holdings.ledger(), i, holdings.working(i), field, frame.now());
  }

  @Override
  public double account(AccountField field) {
    return Figures.account(holdings.ledger(), field);
  }

  @Override
  public int openOrders(int stream) {
    return holdings.entries(ofStream[stream]);
  }

  @Override
  public double instrument(int stream, InstrumentField field) {
    return Figures.instrument(holdings.spec(ofStream[stream]), field);
  }

  @Override
  public long positionEpoch(int stream) {
    return holdings.ledger().epoch(ofStream[stream]);
  }
}
