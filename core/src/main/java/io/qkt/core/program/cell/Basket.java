package io.qkt.core.program.cell;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.money.Exact;
import io.qkt.core.program.frame.Frame;
import java.util.Arrays;

/**
 * An equally weighted index of some instruments, which begins at 100 and is multiplied by the
 * geometric mean of what their closes have become since the window before. The first window gives
 * no bar. The session calls {@link #advance} when all constituents have closed a window, and then
 * shows the {@link #bar}.
 *
 * @param doubleSlot of the index, of the index before it, and of the constituents' closes
 */
public record Basket(int constituents, int doubleSlot) {
  public static final double START = 100;

  private static final int INDEX = 0;
  private static final int BEFORE = 1;
  private static final int CLOSES = 2;
  /** What an exact price can hold, with room for rounding. */
  private static final double LARGEST = 9e10;
  private static final double SMALLEST = 1e-8;

  public static int doubles(int constituents) {
    return CLOSES + constituents;
  }

  public void init(Frame frame) {
    frame.d[doubleSlot + INDEX] = START;
    frame.d[doubleSlot + BEFORE] = START;
    Arrays.fill(frame.d, doubleSlot + CLOSES, doubleSlot + doubles(constituents), Double.NaN);
  }

  /**
   * Takes the closes of one window, in the order of the constituents; false if it gives no bar: the
   * first, and one whose index no price could hold, which is left out.
   */
  public boolean advance(Frame frame, double[] closes) {
    double[] d = frame.d;
    double logs = 0;
    for (int i = 0; i < constituents; i++) {
      logs += StrictMath.log(closes[i] / d[doubleSlot + CLOSES + i]);
      d[doubleSlot + CLOSES + i] = closes[i];
    }
    double index = d[doubleSlot + INDEX] * StrictMath.exp(logs / constituents);
    boolean holds = index >= SMALLEST && index <= LARGEST;
    if (!holds) return false;
    d[doubleSlot + BEFORE] = d[doubleSlot + INDEX];
    d[doubleSlot + INDEX] = index;
    return true;
  }

  public double index(Frame frame) {
    return frame.d[doubleSlot + INDEX];
  }

  /** The bar of the window that was the last to give one: from index to index, without volume. */
  public Bar bar(Frame frame, BarKey key, long openTime, long prevOpenTime,
      Bar.ClosedBy closedBy) {
    long open = Exact.ofDouble(frame.d[doubleSlot + BEFORE]);
    long close = Exact.ofDouble(frame.d[doubleSlot + INDEX]);
    return new Bar(key, openTime, prevOpenTime, open, Math.max(open, close), Math.min(open, close),
        close, 0, closedBy, 0);
  }
}
