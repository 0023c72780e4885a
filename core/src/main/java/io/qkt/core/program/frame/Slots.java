package io.qkt.core.program.frame;

import io.qkt.core.indicator.Indicator;
import java.util.List;

/** Hands out the slots of a frame that does not exist yet, each once. */
public interface Slots {
  /** Reserves doubles for a cell or a memory and returns the first; they begin as NaN. */
  int doubles(int count);

  /** Reserves longs and returns the first; they begin as 0. */
  int longs(int count);

  /** Adds a cell behind those that feed it. */
  <C extends BarCell> C cell(C cell);

  /** An indicator that is moved by the bars of a stream; equal uses share one cell. */
  NumberNode indicator(Indicator indicator, int stream, List<NumberNode> inputs,
      List<Double> args);
}
