package io.qkt.core.program;

import io.qkt.core.indicator.Ema;

/** An exponential average of the close; updated once a bar, read as often as it is mentioned. */
record EvalEma(int doubleSlot, int longSlot) implements NumberNode {
  void initialise(Frame frame, int period) {
    Ema.init(frame.doubles, doubleSlot, frame.longs, longSlot, period);
  }

  void update(Frame frame) {
    Ema.update(frame.doubles, doubleSlot, frame.longs, longSlot, frame.close);
  }

  @Override
  public double eval(Frame frame) {
    return Ema.value(frame.doubles, doubleSlot);
  }
}
