package io.qkt.core.program;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.market.Instrument;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import java.util.List;

/**
 * One use of an indicator that is moved by ticks. Whoever sees the ticks computes it; the session
 * is told its value with each bar and keeps it in the frame.
 */
public record TickUse(Indicator indicator, Instrument instrument, List<Double> args,
    int doubleSlot) implements NumberNode {
  public TickUse {
    args = List.copyOf(args);
  }

  /** Whether this use computes what another of the same kind and parameters would. */
  boolean computes(Indicator other, Instrument of, List<Double> with) {
    return indicator == other && instrument.equals(of) && args.equals(with);
  }

  @Override
  public double eval(Frame frame) {
    return frame.d[doubleSlot];
  }
}
