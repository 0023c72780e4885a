package io.qkt.core.indicator.session;

import io.qkt.core.indicator.Indicator;

/**
 * An indicator whose warm-up is a span of time. How many bars that is depends on their length,
 * which an indicator does not know: {@code ceil(warmUpMinutes / minutes of a bar) + 1}.
 *
 * <p>Its {@link #warmUp} is the fewest updates after which a value can exist at any length of bars;
 * a caller that knows the length takes the larger of the two. Neither is a promise: a window that
 * was joined late does not count, and its indicator stays undefined for longer.
 */
public interface TimedIndicator extends Indicator {
  long warmUpMinutes(double... args);
}
