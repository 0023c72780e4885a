package io.qkt.dsl.expr;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Constant;
import java.util.function.Function;

/** What an expression has become, by its kind. */
public sealed interface Value {
  record OfNumber(NumberNode node) implements Value {}

  record OfCondition(ConditionNode node) implements Value {}

  record OfText(Function<Frame, String> text) implements Value {}

  /** The whole bars of a stream, which only an indicator can take. */
  record Candle(int stream, String alias, boolean bare) implements Value {}

  /** The ticks of a stream, which only an indicator can take. */
  record Ticks(int stream, String alias) implements Value {}

  /** Something that was reported; whoever meets it says nothing more. */
  record Bad() implements Value {}

  Value BAD = new Bad();
  NumberNode NOTHING = new Constant(Double.NaN);

  static Value of(NumberNode node) {
    return new OfNumber(node);
  }

  static Value truth(ConditionNode node) {
    return new OfCondition(node);
  }

  static Value of(double number) {
    return new OfNumber(new Constant(number));
  }

  /** The kind in words. */
  default String kind() {
    return switch (this) {
      case OfNumber _ -> "a number";
      case OfCondition _ -> "a condition";
      case OfText _ -> "a text";
      case Candle _ -> "a whole bar";
      case Ticks _ -> "ticks";
      case Bad _ -> "nothing";
    };
  }
}
