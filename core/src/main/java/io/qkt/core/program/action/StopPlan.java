package io.qkt.core.program.action;

import java.util.List;

/** Where a position is given up, and how that price moves. */
public sealed interface StopPlan {
  /** It stays where it is. */
  record Fixed(Distance distance) implements StopPlan {}

  /** Fixed until the best excursion reaches {@code afterMfe}, from then on behind the extreme. */
  record Trailing(double distance, double afterMfe) implements StopPlan {}

  /** Jumps to the entry plus an offset at each excursion, never back. */
  record Stepped(Distance distance, List<Step> steps) implements StopPlan {}

  /** Comes nearer by {@code by} in each interval, down to {@code floor}. */
  record Tightening(Distance distance, double by, long everyMicros,
      double floor) implements StopPlan {}

  record Step(double offset, double afterMfe) {}
}
