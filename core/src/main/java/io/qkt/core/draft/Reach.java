package io.qkt.core.draft;

import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;

/** How far an exit lies from its entry, as it was when the rule fired; a value at scale 8. */
public record Reach(Kind kind, long value) {
  private static final long PERCENT = 100 * Exact.ONE;

  /** What the value is. */
  public enum Kind {
    BY, PERCENT, AT,
    /** So many times the distance of the stop. */
    MULTIPLE
  }

  /**
   * The distance in price from {@code entry}, whatever its direction.
   *
   * @param stopDistance what a multiple is of
   */
  public long distance(long entry, long stopDistance) {
    return switch (kind) {
      case BY -> value;
      case PERCENT -> Exact.over(Exact.times(entry, value), PERCENT);
      case AT -> Math.abs(Exact.minus(entry, value));
      case MULTIPLE -> Exact.times(stopDistance, value);
    };
  }

  /** The price of a target for a position that {@code side} opened at {@code entry}. */
  public long above(Side side, long entry, long stopDistance) {
    if (kind == Kind.AT) return value;
    return Exact.plus(entry, side.signed(distance(entry, stopDistance)));
  }

  /** The price of a stop for it. */
  public long below(Side side, long entry) {
    if (kind == Kind.AT) return value;
    return Exact.minus(entry, side.signed(distance(entry, 0)));
  }

  public void write(StateWriter out) {
    out.add(kind.ordinal()).add(value);
  }

  public static Reach read(StateReader in) {
    return new Reach(Kind.values()[in.count()], in.word());
  }
}
