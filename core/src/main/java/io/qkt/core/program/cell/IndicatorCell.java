package io.qkt.core.program.cell;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.program.frame.BarCell;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import java.util.List;

/**
 * One use of an indicator, moved on once for each bar of its stream and read as often as it is
 * mentioned. An input that is undefined does not move it.
 *
 * @param inputs what it is fed, one node for each number that its kind asks for; a condition is fed
 * as its truth
 */
public record IndicatorCell(Indicator indicator, int stream, List<NumberNode> inputs,
    List<Double> args, int doubleSlot, int longSlot) implements BarCell, NumberNode {

  /** Whether this use computes what another of the same kind, inputs and parameters would. */
  public boolean computes(Indicator other, int onStream, List<NumberNode> from,
      List<Double> with) {
    return indicator == other && stream == onStream && inputs.equals(from) && args.equals(with);
  }

  @Override
  public void init(Frame frame) {
    indicator.init(frame.d, doubleSlot, frame.l, longSlot, values(args));
  }

  @Override
  public void update(Frame frame) {
    for (int i = 0; i < inputs.size(); i++)
      frame.in[i] = inputs.get(i).eval(frame);
    move(indicator, frame);
  }

  @Override
  public BarCell hot() {
    if (inputs.size() != 1) return this;
    var input = inputs.getFirst();
    return input.slot() < 0
        ? new FedByOne(this, indicator, input)
        : new FedByASlot(this, indicator, input.slot());
  }

  private void move(Indicator indicator, Frame frame) {
    indicator.update(frame.d, doubleSlot, frame.l, longSlot, frame.in, frame.openTime(stream));
  }

  /** One that is fed what lies in the frame. */
  private record FedByASlot(IndicatorCell cell, Indicator indicator,
      int input) implements BarCell {
    @Override
    public int stream() {
      return cell.stream;
    }

    @Override
    public void init(Frame frame) {
      cell.init(frame);
    }

    @Override
    public void update(Frame frame) {
      frame.in[0] = frame.d[input];
      cell.move(indicator, frame);
    }
  }

  /** Most indicators are fed one number, which needs no walk through a list. */
  private record FedByOne(IndicatorCell cell, Indicator indicator,
      NumberNode input) implements BarCell {
    @Override
    public int stream() {
      return cell.stream;
    }

    @Override
    public void init(Frame frame) {
      cell.init(frame);
    }

    @Override
    public void update(Frame frame) {
      frame.in[0] = input.eval(frame);
      cell.move(indicator, frame);
    }
  }

  @Override
  public int slot() {
    return doubleSlot;
  }

  @Override
  public double eval(Frame frame) {
    return frame.d[doubleSlot];
  }

  public static double[] values(List<Double> args) {
    return args.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
