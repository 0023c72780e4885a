package io.qkt.core.program;

import io.qkt.core.market.BarKey;
import java.util.List;

/**
 * What a strategy's text becomes: one stream, its indicators in flat slots, and its rules in order.
 */
public final class Program {
  private final String name;
  private final BarKey stream;
  private final List<EvalIndicator> indicators;
  private final List<Rule> rules;
  private final int doubleCount;
  private final int longCount;

  /** Copies the layout: a builder that goes on must not move the slots of a running program. */
  Program(ProgramBuilder layout) {
    name = layout.name;
    stream = layout.stream;
    indicators = List.copyOf(layout.indicators);
    rules = List.copyOf(layout.rules);
    doubleCount = layout.doubleCount;
    longCount = layout.longCount;
  }

  public static ProgramBuilder builder(String name, BarKey stream) {
    return new ProgramBuilder(name, stream);
  }

  /** The name that the strategy's author gave it. */
  public String name() {
    return name;
  }

  public BarKey stream() {
    return stream;
  }

  public List<Rule> rules() {
    return rules;
  }

  /** A frame in which nothing has been seen yet. */
  public Frame newFrame() {
    var frame = new Frame(doubleCount, longCount);
    indicators.forEach(indicator -> indicator.initialise(frame));
    return frame;
  }

  /** Moves every indicator on by the bar that the frame shows. */
  public void updateIndicators(Frame frame) {
    for (int i = 0; i < indicators.size(); i++) {
      indicators.get(i).update(frame);
    }
  }
}
