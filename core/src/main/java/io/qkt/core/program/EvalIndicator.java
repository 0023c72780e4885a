package io.qkt.core.program;

import io.qkt.core.indicator.Indicator;
import java.util.List;

/**
 * One use of an indicator of the close: moved on once a bar, read as often as it is mentioned.
 * Equal uses share their slots.
 */
record EvalIndicator(Indicator indicator, List<Double> args, int doubleSlot,
    int longSlot) implements NumberNode {

  boolean isUseOf(Indicator other, List<Double> otherArgs) {
    return indicator == other && args.equals(otherArgs);
  }

  void initialise(Frame frame) {
    indicator.init(frame.doubles, doubleSlot, frame.longs, longSlot, values(args));
  }

  void update(Frame frame) {
    indicator.update(frame.doubles, doubleSlot, frame.longs, longSlot, frame.input,
        frame.openTime);
  }

  @Override
  public double eval(Frame frame) {
    return frame.doubles[doubleSlot];
  }

  static double[] values(List<Double> args) {
    return args.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
