package io.qkt.core.risk;

/**
 * A halt: no new exposure until it ends.
 *
 * @param until the first instant at which it no longer holds, {@link #RESUMED} where somebody has
 * to resume
 */
public record Halted(String code, String why, long since, long until) {
  public static final long RESUMED = Long.MAX_VALUE;
}
