package io.qkt.core.position;

/**
 * A part of a position that has its own entry and exits.
 *
 * @param id 0 for the primary one, which nets, else the number that its opener gave it
 * @param quantity signed
 * @param openedAt when it was opened or last flipped
 * @param best the most favourable price since, {@code worst} the least
 */
public record Leg(long id, long quantity, long entryPrice, long openedAt, long best, long worst) {
  /** The leg that nets. */
  public static final long PRIMARY = 0;
}
