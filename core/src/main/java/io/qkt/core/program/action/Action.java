package io.qkt.core.program.action;

import io.qkt.core.program.frame.Frame;
import java.util.List;
import java.util.function.Function;

/** One thing that a rule, a schedule or a hook does. */
public sealed interface Action {
  record Trade(OrderPlan order) implements Action {}

  /**
   * Two orders of which only one is to be executed; the second is sent once the first is accepted.
   */
  record EitherOf(OrderPlan first, OrderPlan second) implements Action {}

  /** Takes back what is pending on a stream's instrument and closes what is held of it. */
  record Close(int stream) implements Action {}

  record CloseAll() implements Action {}

  record Cancel(int stream) implements Action {}

  record CancelAll() implements Action {}

  /** Brings what is held to a size on the same side; {@code minStep} may be null. */
  record Resize(int stream, Sizing to, Sizing.Units minStep) implements Action {}

  record Latch(LatchPlan plan) implements Action {}

  record Log(Level level, String text, List<Field> fields) implements Action {}

  /** How loud a line is. */
  enum Level {
    DEBUG, INFO, WARN, ERROR
  }

  /** A named value of a line, as text. */
  record Field(String name, Function<Frame, String> value) {}
}
