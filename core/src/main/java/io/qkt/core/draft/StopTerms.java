package io.qkt.core.draft;

import io.qkt.core.market.Instrument;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.watch.Watch;
import io.qkt.core.watch.Watch.Trail;
import java.util.Arrays;

/**
 * A stop as it was when the rule fired: where it begins, and how it moves. Only one that stays
 * where it is can lie at the venue; the others are held by ourselves.
 *
 * @param numbers what the manner needs: the excursion that arms a trail; pairs of excursion and
 * offset; step, interval and floor
 */
public record StopTerms(Reach reach, Manner manner, long... numbers) {

  /** How it moves. */
  public enum Manner {
    FIXED, TRAILING, STEPPED, TIGHTENING
  }

  public boolean isHeld() {
    return manner != Manner.FIXED;
  }

  /** The watch that holds it for a position that {@code side} opened at {@code entry}. */
  public Watch watch(long id, Instrument instrument, Side side, long entry, long now) {
    return new Watch.HeldStop(id, instrument, side.opposite(), trail(side, entry), entry, entry,
        now);
  }

  private Trail trail(Side side, long entry) {
    long distance = reach.distance(entry, 0);
    return switch (manner) {
      case TRAILING -> new Trail.Armed(distance, numbers[0]);
      case STEPPED -> new Trail.Stepped(reach.below(side, entry), every(2, 0), every(2, 1));
      case TIGHTENING -> new Trail.Tightening(distance, numbers[0], numbers[1], numbers[2]);
      case FIXED -> throw new IllegalStateException("a fixed stop must lie at the venue");
    };
  }

  private long[] every(int nth, int from) {
    var some = new long[numbers.length / nth];
    for (int i = 0; i < some.length; i++)
      some[i] = numbers[i * nth + from];
    return some;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StopTerms(var otherReach, var otherManner, var otherNumbers)
        && reach.equals(otherReach)
        && manner == otherManner
        && Arrays.equals(numbers, otherNumbers);
  }

  @Override
  public int hashCode() {
    return reach.hashCode() + Arrays.hashCode(numbers);
  }

  public void write(StateWriter out) {
    reach.write(out);
    out.add(manner.ordinal()).add(numbers.length);
    for (long number : numbers)
      out.add(number);
  }

  public static StopTerms read(StateReader in) {
    var reach = Reach.read(in);
    var manner = Manner.values()[in.count()];
    var numbers = new long[in.count()];
    for (int i = 0; i < numbers.length; i++)
      numbers[i] = in.word();
    return new StopTerms(reach, manner, numbers);
  }
}
