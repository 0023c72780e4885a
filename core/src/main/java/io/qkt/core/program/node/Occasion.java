package io.qkt.core.program.node;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.program.frame.NumberNode;
import java.util.function.Function;

/**
 * What is only known while something happens: to a child of a fill, a layer, or in an exit hook.
 */
public sealed interface Occasion {

  /** Undefined outside of its occasion. */
  record Number(Given what) implements Occasion, NumberNode {
    @Override
    public double eval(Frame frame) {
      return frame.given(what);
    }
  }

  /** EXIT.side and EXIT.reason, which a log line can show. */
  record Text(Given what) implements Occasion, Function<Frame, String> {
    public Text {
      if (what != Given.EXIT_SIDE && what != Given.EXIT_REASON) {
        throw new IllegalArgumentException(
            "a text of an occasion must be EXIT_SIDE or EXIT_REASON, was " + what);
      }
    }

    @Override
    public String apply(Frame frame) {
      double given = frame.given(what);
      if (given != given) return "undefined";
      return what == Given.EXIT_SIDE
          ? given > 0 ? "BUY" : "SELL"
          : Reason.values()[(int) given].name();
    }
  }

  /** Why a position was closed; given as its ordinal. */
  enum Reason {
    STOP, TP, CLOSE
  }
}
