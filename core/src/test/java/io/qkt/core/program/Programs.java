package io.qkt.core.program;

import io.qkt.core.market.BarKey;
import io.qkt.core.order.Side;

/** Programs that the builder has no words for yet. */
public final class Programs {
  private Programs() {}

  /** WHEN flat THEN BUY: unlike a crossing, its condition may hold on many bars in a row. */
  public static Program buyWheneverFlat(BarKey stream, long quantity) {
    var builder = Program.builder("whenever-flat", stream);
    builder.rules.add(new Rule(1, new EvalFlat(), Side.BUY, quantity));
    return builder.build();
  }

  /** WHEN flat THEN BUY, twice: on one bar the second rule sees the order of the first. */
  public static Program buyTwiceWheneverFlat(BarKey stream, long quantity) {
    var builder = Program.builder("twice-flat", stream);
    builder.rules.add(new Rule(1, new EvalFlat(), Side.BUY, quantity));
    builder.rules.add(new Rule(2, new EvalFlat(), Side.BUY, quantity));
    return builder.build();
  }

  /** WHEN true THEN BUY. */
  public static Program buyAlways(BarKey stream, long quantity) {
    var builder = Program.builder("always", stream);
    builder.rules.add(new Rule(1, _ -> Truth.TRUE, Side.BUY, quantity));
    return builder.build();
  }
}
