package io.qkt.core.program.node;

import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;

/** What the latest closed bar of a stream says beyond its {@link BarField}s. */
public sealed interface StreamField extends NumberNode {

  /** Halfway between bid and ask, the close where there are no quotes. */
  record Mid(int stream) implements StreamField {
    @Override
    public double eval(Frame frame) {
      double bid = frame.field(stream, BarField.BID);
      double mid = (bid + frame.field(stream, BarField.ASK)) / 2;
      return mid == mid ? mid : frame.field(stream, BarField.CLOSE);
    }
  }

  /** Ask less bid, undefined where there are no quotes. */
  record QuotedSpread(int stream) implements StreamField {
    @Override
    public double eval(Frame frame) {
      return frame.field(stream, BarField.ASK) - frame.field(stream, BarField.BID);
    }
  }

  /** The end of the bar in epoch milliseconds, undefined before the first. */
  record Timestamp(int stream) implements StreamField {
    @Override
    public double eval(Frame frame) {
      return frame.bars(stream) == 0
          ? Double.NaN
          : Math.floorDiv(frame.endTime(stream), 1_000L);
    }
  }
}
