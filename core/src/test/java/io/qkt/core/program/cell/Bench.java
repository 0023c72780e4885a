package io.qkt.core.program.cell;

import io.qkt.core.program.Frames;
import io.qkt.core.program.KnownFacts;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;

/**
 * A program of two streams of a minute whose cells are fed what the test says: a number, or a
 * condition for each place.
 */
final class Bench {
  final ProgramBuilder builder = Frames.streams(2);
  final Cells cells = new Cells(builder, 2);
  final KnownFacts facts = new KnownFacts(2);
  Frame frame;
  private double value;
  final NumberNode input = _ -> value;
  private int[] truths = {};
  private Program program;
  private long minute;

  /** The i-th of the truths of a bar. */
  ConditionNode condition(int i) {
    return _ -> truths[i];
  }

  double next(double input, NumberNode asked) {
    value = input;
    bar(0, 100 + minute);
    return asked.eval(frame);
  }

  void next(boolean... holds) {
    truths = new int[holds.length];
    for (int i = 0; i < holds.length; i++)
      truths[i] = Truth.of(holds[i]);
    bar(0, 100 + minute);
  }

  void nextTruths(int... given) {
    truths = given;
    bar(0, 100 + minute);
  }

  /** Lets minutes go by without bars. */
  void skip(long minutes) {
    minute += minutes;
  }

  /** The next bar of a stream. */
  void bar(int stream, double price) {
    start();
    frame.show(stream, Frames.bar(minute++, price));
    program.update(frame, stream);
  }

  Program program() {
    start();
    return program;
  }

  private void start() {
    if (program != null) return;
    program = builder.build();
    frame = program.newFrame();
    frame.attach(facts);
  }
}
