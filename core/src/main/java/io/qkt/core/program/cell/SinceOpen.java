package io.qkt.core.program.cell;

import io.qkt.core.program.frame.BarCell;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.function.ScalarMath;

/**
 * SINCE OPEN: an aggregate over the bars that closed while the position on a stream's instrument
 * was held. It begins anew when that opens, closes or flips, and is undefined while it is empty.
 * Undefined inputs are not counted.
 *
 * @param doubleSlot of what has come together so far
 * @param longSlot of the epoch of the position that it belongs to, and of the count
 */
public record SinceOpen(Aggregate aggregate, int stream, NumberNode input, int doubleSlot,
    int longSlot) implements BarCell, NumberNode {
  public static final int DOUBLES = 1;
  public static final int LONGS = 2;

  private static final int EPOCH = 0;
  private static final int COUNT = 1;

  @Override
  public void init(Frame frame) {
    empty(frame, 0);
  }

  @Override
  public void update(Frame frame) {
    // Asked even where nothing is held, because it may remember what it saw.
    double value = input.eval(frame);
    long epoch = frame.facts().positionEpoch(stream);
    if (epoch != frame.l[longSlot + EPOCH]) empty(frame, epoch);
    if (epoch == 0 || value != value) return;
    boolean first = frame.l[longSlot + COUNT]++ == 0;
    frame.d[doubleSlot] = first ? value : aggregate.with(frame.d[doubleSlot], value);
  }

  /** Also undefined at once, and not only from the next bar on, when the position is another. */
  @Override
  public double eval(Frame frame) {
    long count = frame.l[longSlot + COUNT];
    boolean stale = frame.facts().positionEpoch(stream) != frame.l[longSlot + EPOCH];
    return stale || count == 0
        ? Double.NaN
        : ScalarMath.finite(aggregate.of(frame.d[doubleSlot], count));
  }

  private void empty(Frame frame, long epoch) {
    frame.d[doubleSlot] = Double.NaN;
    frame.l[longSlot + EPOCH] = epoch;
    frame.l[longSlot + COUNT] = 0;
  }
}
