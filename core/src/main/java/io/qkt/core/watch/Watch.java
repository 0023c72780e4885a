package io.qkt.core.watch;

import io.qkt.core.market.Instrument;
import io.qkt.core.order.Side;
import java.util.Arrays;

/**
 * Something that a session wants to be told of the ticks of an instrument. Prices and distances are
 * at scale 8, instants in micros. {@code id} is unique within a session and never used twice.
 */
public sealed interface Watch {
  /** In place of a price: the watch goes on from the first one that it sees. */
  long UNSEEN = 0;

  long id();

  Instrument instrument();

  /** The same watch, going on from extremes that were seen earlier. */
  Watch from(Extremes seen);

  /**
   * The best and the worst price that a watch has seen, as its side sees them; 0 where the watch
   * follows none.
   */
  record Extremes(long watch, long best, long worst) {}

  /**
   * A stop that no venue holds for us: an order of {@code side} becomes due when the price that it
   * would be executed at reaches the level that {@code trail} says. A SELL protects what is long.
   *
   * @param anchor the price at which the position was entered, or the price when a trailing order
   * was given
   * @param best the most favourable price since then: the highest for a SELL; {@link #UNSEEN} where
   * the first price that it sees is the first to count
   * @param since when it was armed
   */
  record HeldStop(long id, Instrument instrument, Side side, Trail trail, long anchor, long best,
      long since) implements Watch {
    @Override
    public Watch from(Extremes seen) {
      return new HeldStop(id, instrument, side, trail, anchor, seen.best(), since);
    }
  }

  /** How far a position has gone since its entry; it never fires. {@code side} opened it. */
  record Excursion(long id, Instrument instrument, Side side, long entry, long best,
      long worst) implements Watch {
    @Override
    public Watch from(Extremes seen) {
      return new Excursion(id, instrument, side, entry, seen.best(), seen.worst());
    }
  }

  /**
   * Fires once when a position of {@code side} has gone {@code threshold} in its favour, or, if
   * adverse, that far against it and then back by {@code recover} from its worst price. It expires
   * at {@code expiresAt}, {@code Long.MAX_VALUE} for never.
   */
  record Tier(long id, Instrument instrument, Side side, long entry, boolean adverse,
      long threshold, long recover, long expiresAt, long worst) implements Watch {
    @Override
    public Watch from(Extremes seen) {
      return new Tier(id, instrument, side, entry, adverse, threshold, recover, expiresAt,
          seen.worst());
    }
  }

  /**
   * Fires once when a wire is touched and the touch is confirmed; the upper one wins a tie. A touch
   * that comes to nothing is forgotten as soon as the price is inside again, and the next one may
   * be of the other wire. It expires at {@code expiresAt}, {@code Long.MAX_VALUE} for never.
   */
  record Latch(long id, Instrument instrument, long up, long down, Confirm confirm,
      long expiresAt) implements Watch {
    /** 1 at the upper wire or beyond it, -1 at the lower one or beyond, 0 between them. */
    public int sideOf(long price) {
      if (price >= up)
        return 1;
      return price <= down ? -1 : 0;
    }

    /** It starts over: nobody has seen whether a breach lasted while nobody looked. */
    @Override
    public Watch from(Extremes seen) {
      return this;
    }
  }

  /** How the level of a held stop follows the market. It never moves against the position. */
  sealed interface Trail {
    /** So far behind the best price. */
    record By(long distance) implements Trail {}

    /** So many percent (scale 8) of the best price behind it. */
    record Percent(long percent) implements Trail {}

    /** So far from the anchor until the best price is {@code afterMfe} away, then behind it. */
    record Armed(long distance, long afterMfe) implements Trail {}

    /**
     * At {@code level}; once the best price is {@code afterMfe[i]} from the anchor, at the anchor
     * plus {@code offset[i]} in the direction of profit.
     */
    record Stepped(long level, long[] afterMfe, long[] offset) implements Trail {
      @Override
      public boolean equals(Object other) {
        return other instanceof Stepped(long theirs, var mfes, var offsets) && level == theirs
            && Arrays.equals(afterMfe, mfes) && Arrays.equals(offset, offsets);
      }

      @Override
      public int hashCode() {
        return Long.hashCode(level) + Arrays.hashCode(afterMfe) + Arrays.hashCode(offset);
      }
    }

    /**
     * So far from the anchor, nearer by {@code by} for each whole interval since it was armed, but
     * no nearer than {@code floor}.
     */
    record Tightening(long distance, long by, long everyMicros, long floor) implements Trail {
      public Tightening {
        if (everyMicros <= 0) {
          throw new IllegalArgumentException(
              "the interval of a tightening stop must be above 0, was %d µs"
                  .formatted(everyMicros));
        }
      }
    }
  }

  /** What a touched wire has to prove. */
  sealed interface Confirm {
    /** Nothing: the touch is enough. */
    record None() implements Confirm {}

    /** That a bar of the strategy closes at or beyond a wire: the session says so, not a tick. */
    record CloseBeyond() implements Confirm {}

    /** That each tick is at the wire or beyond it, for so long. */
    record TimeInBreach(long micros) implements Confirm {}

    /**
     * That a later tick, at most {@code withinMicros} after the breach, is at most so far beyond
     * the wire and not back inside. A tick inside ends the attempt and the next breach begins a new
     * one; so it is when the time is over.
     */
    record RetestHold(long distance, long withinMicros) implements Confirm {}
  }

  /**
   * A watch has fired, or ended without that.
   *
   * @param level the price that made it fire: of a held stop its level, of a latch the wire, of a
   * tier the price at which its condition was met
   * @param up of a latch, whether it was the upper wire
   * @param price that of the tick at which it fired
   * @param expired that it has not fired and never will: its time is over. Then {@code level} is 0
   */
  record Fired(long watch, long level, boolean up, long price, Extremes extremes, long time,
      boolean expired) {
    public Fired(long watch, long level, boolean up, long price, Extremes extremes, long time) {
      this(watch, level, up, price, extremes, time, false);
    }
  }
}
