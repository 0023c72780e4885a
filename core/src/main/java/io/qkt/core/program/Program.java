package io.qkt.core.program;

import io.qkt.core.market.BarKey;
import java.util.List;

/**
 * What a strategy's text becomes: one stream, its indicators in flat slots, and its rules in order.
 */
public final class Program {
  private final ProgramBuilder layout;
  private final List<EvalEma> indicators;
  private final List<Rule> rules;

  Program(ProgramBuilder layout) {
    this.layout = layout;
    indicators = List.copyOf(layout.indicators);
    rules = List.copyOf(layout.rules);
  }

  public static ProgramBuilder builder(String name, BarKey stream) {
    return new ProgramBuilder(name, stream);
  }

  /** The name that the strategy's author gave it. */
  public String name() {
    return layout.name;
  }

  public BarKey stream() {
    return layout.stream;
  }

  public List<Rule> rules() {
    return rules;
  }

  /** A frame in which nothing has been seen yet. */
  public Frame newFrame() {
    var frame = new Frame(layout.doubleCount, layout.longCount);
    layout.initialise(frame);
    return frame;
  }

  /** Moves every indicator on by the bar that the frame shows. */
  public void updateIndicators(Frame frame) {
    for (int i = 0; i < indicators.size(); i++) {
      indicators.get(i).update(frame);
    }
  }
}
