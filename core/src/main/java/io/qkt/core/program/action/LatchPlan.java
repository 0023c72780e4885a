package io.qkt.core.program.action;

import io.qkt.core.program.frame.NumberNode;
import java.util.List;

/**
 * Two wires around a price: the first that the market touches, and that is confirmed, gives the
 * direction of all its entries.
 *
 * @param from where the wires are laid around, null for the close
 */
public record LatchPlan(int stream, NumberNode offset, NumberNode from, long armMicros,
    Confirm confirm, List<Entry> entries) {

  /** What a touch still has to prove. */
  public sealed interface Confirm {
    Confirm NONE = new None();

    record None() implements Confirm {}

    /** A bar of the latch's stream closes beyond the wire. */
    record CloseBeyond() implements Confirm {}

    /** The price stays beyond the wire for so long. */
    record TimeInBreach(long micros) implements Confirm {}

    /** The price comes back to within a distance of the wire, without crossing it, in time. */
    record RetestHold(NumberNode distance, long withinMicros) implements Confirm {}
  }

  /** An order that the latch becomes; its exits are counted from the anchor. */
  public record Entry(int stream, Pricing pricing, Sizing sizing, Exit stop, Exit target,
      long expireMicros) {}

  /** An exit so far from the anchor, in the direction of the wire or against it; may be null. */
  public record Exit(boolean with, NumberNode distance) {}
}
