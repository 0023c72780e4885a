package io.qkt.core.program.function;

import io.qkt.core.program.frame.NumberNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every scalar function, one line each: what the language, the manual and the command read. All
 * arguments are numbers; the result is undefined where one of them is.
 */
public enum ScalarFunction {
  ABS("abs", 1, "The absolute value.", a -> new Call.Of(Call.Unary.ABS, a.get(0))),
  SQRT("sqrt", 1, "The square root; undefined below 0.",
      a -> new Call.Of(Call.Unary.SQRT, a.get(0))),
  LOG("log", 1, "The natural logarithm; undefined at 0 and below.",
      a -> new Call.Of(Call.Unary.LOG, a.get(0))),
  EXP("exp", 1, "e to the power of the argument.", a -> new Call.Of(Call.Unary.EXP, a.get(0))),
  POW("pow", 2, "The first to the power of the second.",
      a -> new Call.OfTwo(Call.Binary.POW, a.get(0), a.get(1))),
  MOD("mod", 2, "The rest of a division, with the sign of the divisor; undefined by 0.",
      a -> new Call.OfTwo(Call.Binary.MOD, a.get(0), a.get(1))),
  ROUND_TO("round_to", 2, "The nearest multiple of a step, a tie to the even one; undefined by 0.",
      a -> new Call.OfTwo(Call.Binary.ROUND_TO, a.get(0), a.get(1))),
  CEIL("ceil", 1, "The least whole number not below the argument.",
      a -> new Call.Of(Call.Unary.CEIL, a.get(0))),
  FLOOR("floor", 1, "The greatest whole number not above the argument.",
      a -> new Call.Of(Call.Unary.FLOOR, a.get(0))),
  ROUND("round", 1, "The nearest whole number, a tie to the even one.",
      a -> new Call.Of(Call.Unary.ROUND, a.get(0))),
  RANK_OF("rank_of", "The place of the first among all, 1 being the highest.", Among.RankOf::new),
  NORMALIZE("normalize", "Where the first lies between the least, 0, and the largest, 1, of all;"
      + " 0 where all are equal.", Among.Normalize::new),
  SOFTMAX("softmax", "The share of e to the first in the sum of e to each.", Among.Softmax::new),
  MAX("max", "The largest argument.", Among.Largest::new),
  MIN("min", "The least argument.", Among.Smallest::new);

  /** The most arguments of a function that takes any number of them. */
  public static final int ANY = Integer.MAX_VALUE;

  private final String text;
  private final int least;
  private final int most;
  private final String summary;
  private final Function<List<NumberNode>, NumberNode> factory;

  ScalarFunction(String text, int arity, String summary,
      Function<List<NumberNode>, NumberNode> factory) {
    this.text = text;
    least = arity;
    most = arity;
    this.summary = summary;
    this.factory = factory;
  }

  ScalarFunction(String text, String summary, Function<List<NumberNode>, NumberNode> factory) {
    this.text = text;
    least = 2;
    most = ANY;
    this.summary = summary;
    this.factory = factory;
  }

  /** What it is called in the language, in lower case. */
  public String text() {
    return text;
  }

  public int least() {
    return least;
  }

  /** The same as the least, or {@link #ANY}. */
  public int most() {
    return most;
  }

  /** What it says in one sentence. */
  public String summary() {
    return summary;
  }

  public boolean takes(int arguments) {
    return arguments >= least && arguments <= most;
  }

  public NumberNode of(List<NumberNode> arguments) {
    if (!takes(arguments.size())) {
      throw new IllegalArgumentException("%s must have %s%d arguments, was given %d".formatted(text,
          most == ANY ? "at least " : "", least, arguments.size()));
    }
    return factory.apply(arguments);
  }

  public NumberNode of(NumberNode... arguments) {
    return of(List.of(arguments));
  }

  public static Optional<ScalarFunction> named(String text) {
    for (var function : values()) {
      if (function.text.equals(text)) return Optional.of(function);
    }
    return Optional.empty();
  }
}
