package io.qkt.core.program.cell;

import io.qkt.core.indicator.statistic.Lag;
import io.qkt.core.program.frame.BarCell;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Slots;
import io.qkt.core.program.node.AsNumber;
import io.qkt.core.program.node.Cross;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes what remembers, with slots of a builder; equal uses share one cell. What a cell is fed must
 * have been made before it.
 */
public final class Cells {
  private final Slots slots;
  private final int streams;
  private final Map<List<Object>, BarCell> made = new LinkedHashMap<>();

  /** For a program that has so many streams, all of them declared. */
  public Cells(Slots slots, int streams) {
    this.slots = slots;
    this.streams = streams;
  }

  /** {@code aggregate(input) SINCE T-n}, sum and avg, on the bars of a stream. */
  public NumberNode last(Aggregate aggregate, int stream, NumberNode input, int n) {
    return slots.indicator(aggregate.ofLast(), stream, List.of(input), List.of((double) n));
  }

  /** {@code count(condition, n)}. */
  public NumberNode count(int stream, ConditionNode condition, int n) {
    return last(Aggregate.SUM, stream, new AsNumber.OneIfTrue(condition), n);
  }

  /** {@code input[n]} and {@code lag(input, n)}: the value n defined updates ago. */
  public NumberNode lag(int stream, NumberNode input, int n) {
    return slots.indicator(Lag.LAG, stream, List.of(input), List.of((double) n));
  }

  /** {@code aggregate(input) SINCE OPEN}. */
  public NumberNode sinceOpen(Aggregate aggregate, int stream, NumberNode input) {
    return shared(List.of(aggregate, stream, input), () -> new SinceOpen(aggregate, stream, input,
        slots.doubles(SinceOpen.DOUBLES), slots.longs(SinceOpen.LONGS)));
  }

  /** {@code name@T-n}; of no bars ago it is the number itself. */
  public NumberNode history(int stream, NumberNode input, int n) {
    if (n == 0) return input;
    return shared(List.of("T", stream, input, n), () -> new History(stream, input, n,
        slots.doubles(History.doubles(n)), slots.longs(History.LONGS)));
  }

  /** {@code name@buy}, {@code name@sell}, {@code name@open}. */
  public NumberNode snapshot(Snapshot.On on, int stream, NumberNode input) {
    return shared(List.of(on, stream, input), () -> new Snapshot(on, stream, input,
        slots.doubles(Snapshot.DOUBLES), slots.longs(Snapshot.LONGS)));
  }

  /** Each is one of its own: a text names it. */
  public Sequence sequence(int stream, List<Sequence.Stage> stages) {
    return sequence(run(stream, stages.size()), stages);
  }

  /** Where a sequence of so many stages will stand, to be read before it has them. */
  public Sequence.Run run(int stream, int count) {
    return new Sequence.Run(stream, count, streams, slots.doubles(Sequence.doubles(count)),
        slots.longs(Sequence.longs(count)));
  }

  public Sequence sequence(Sequence.Run run, List<Sequence.Stage> stages) {
    return slots.cell(new Sequence(run, stages));
  }

  /** Each is one of its own: it remembers when it was asked. */
  public Cross cross(NumberNode left, NumberNode right, boolean up) {
    return new Cross(left, right, up, slots.longs(1));
  }

  private <C extends BarCell & NumberNode> NumberNode shared(List<Object> use, Supplier<C> maker) {
    // Not computeIfAbsent, whose answer would have lost that it is a number.
    if (made.get(use) instanceof NumberNode cell) return cell;
    var cell = slots.cell(maker.get());
    made.put(use, cell);
    return cell;
  }
}
