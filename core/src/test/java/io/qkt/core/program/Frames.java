package io.qkt.core.program;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.program.frame.Frame;

/** Frames as a test needs them, and bars of a minute to show in them. */
public final class Frames {
  public static final long MINUTE = 60_000_000L;
  public static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("1m"));

  private Frames() {}

  /** Without streams, whose one input is {@code frame.in[0]}. */
  public static Frame plain() {
    return new Frame(0, 0);
  }

  public static Frame at(long micros) {
    var frame = plain();
    frame.at(micros);
    return frame;
  }

  /** A builder of a program of so many streams of a minute. */
  public static ProgramBuilder streams(int count) {
    var builder = Program.builder("test");
    for (int i = 0; i < count; i++)
      builder.stream("s" + i, KEY);
    return builder;
  }

  /** The bar of a minute, counted from 0, all of whose prices are the same. */
  public static Bar bar(long minute, double price) {
    long exact = Exact.ofDouble(price);
    return new Bar(KEY, minute * MINUTE, Bar.NONE, exact, exact, exact, exact, 0,
        Bar.ClosedBy.TICK, 0);
  }
}
