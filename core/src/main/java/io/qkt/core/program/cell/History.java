package io.qkt.core.program.cell;

import io.qkt.core.indicator.window.Ring;
import io.qkt.core.program.frame.BarCell;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;

/**
 * name@T-n: what a number was n bars of a stream ago. Unlike the indicator lag, which counts the
 * defined inputs, it counts bars: where it was undefined then, this is undefined now.
 *
 * @param doubleSlot of n + 1 doubles
 */
public record History(int stream, NumberNode input, int n, int doubleSlot,
    int longSlot) implements BarCell, NumberNode {
  public static final int LONGS = Ring.LONGS;

  public History {
    if (n < 1) {
      throw new IllegalArgumentException("bars ago must be at least 1, was " + n);
    }
  }

  public static int doubles(int n) {
    return Math.addExact(1, n);
  }

  @Override
  public void init(Frame frame) {
    frame.d[doubleSlot] = Double.NaN;
    Ring.init(frame.d, doubleSlot + 1, frame.l, longSlot, n);
  }

  @Override
  public void update(Frame frame) {
    frame.d[doubleSlot] = Ring.replace(frame.d, doubleSlot + 1, frame.l, longSlot,
        input.eval(frame));
  }

  @Override
  public double eval(Frame frame) {
    return frame.d[doubleSlot];
  }
}
