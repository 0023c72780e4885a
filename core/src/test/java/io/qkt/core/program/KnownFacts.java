package io.qkt.core.program;

import io.qkt.core.program.frame.Facts;

/** Facts that a test sets; the epoch moves as the kernel's does. */
public final class KnownFacts implements Facts {
  public final long[] positions;
  private final long[] epochs;
  private long lastEpoch;

  public KnownFacts(int streams) {
    positions = new long[streams];
    epochs = new long[streams];
  }

  public void hold(int stream, long quantity) {
    if (Long.signum(quantity) != Long.signum(positions[stream]))
      epochs[stream] = quantity == 0 ? 0 : ++lastEpoch;
    positions[stream] = quantity;
  }

  @Override
  public long position(int stream) {
    return positions[stream];
  }

  @Override
  public double position(int stream, PositionField field) {
    return 100 * stream + field.ordinal();
  }

  @Override
  public double account(AccountField field) {
    return 1_000 + field.ordinal();
  }

  @Override
  public int openOrders(int stream) {
    return 7 + stream;
  }

  @Override
  public double instrument(int stream, InstrumentField field) {
    return 2_000 + 100 * stream + field.ordinal();
  }

  @Override
  public long positionEpoch(int stream) {
    return epochs[stream];
  }
}
