package io.qkt.core.program.cell;

import io.qkt.core.order.Side;
import io.qkt.core.program.frame.CapturingCell;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;

/**
 * name@buy, name@sell and name@open: what a number was on the bar on which a rule of the stream
 * fired that begins with a BUY or a SELL. The session says so by {@link #capture}, before the rule
 * acts, since {@code @open} is only taken while nothing is held; and by {@link #follow} whenever
 * the position may have changed, since {@code @open} ends when that is closed or flips.
 *
 * @param doubleSlot of the number on the latest bar, and of what was taken
 * @param longSlot of the epoch of the position for which it was taken, 0 while that has not opened
 */
public record Snapshot(On on, int stream, NumberNode input, int doubleSlot,
    int longSlot) implements CapturingCell, NumberNode {
  public static final int DOUBLES = 2;
  public static final int LONGS = 1;

  private static final int LATEST = 0;
  private static final int TAKEN = 1;

  /** What takes it. */
  public enum On {
    BUY, SELL,
    /** Either of them, while flat. */
    OPEN
  }

  @Override
  public void init(Frame frame) {
    frame.d[doubleSlot + LATEST] = Double.NaN;
    frame.d[doubleSlot + TAKEN] = Double.NaN;
    frame.l[longSlot] = 0;
  }

  @Override
  public void update(Frame frame) {
    // On every bar, not only when it is taken: what it remembers must see them all.
    frame.d[doubleSlot + LATEST] = input.eval(frame);
    follow(frame);
  }

  @Override
  public void capture(Frame frame, Side side) {
    if (!takes(frame, side)) return;
    frame.d[doubleSlot + TAKEN] = frame.d[doubleSlot + LATEST];
    frame.l[longSlot] = 0;
  }

  /** Forgets what was taken for a position that is no more. */
  @Override
  public void follow(Frame frame) {
    if (on != On.OPEN) return;
    long epoch = frame.facts().positionEpoch(stream);
    long before = frame.l[longSlot];
    if (before != 0 && epoch != before) frame.d[doubleSlot + TAKEN] = Double.NaN;
    frame.l[longSlot] = epoch;
  }

  @Override
  public double eval(Frame frame) {
    long before = frame.l[longSlot];
    boolean ended = on == On.OPEN && before != 0
        && frame.facts().positionEpoch(stream) != before;
    return ended ? Double.NaN : frame.d[doubleSlot + TAKEN];
  }

  private boolean takes(Frame frame, Side side) {
    return switch (on) {
      case BUY -> side == Side.BUY;
      case SELL -> side == Side.SELL;
      case OPEN -> frame.facts().position(stream) == 0;
    };
  }
}
