package io.qkt.core.watch;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The armed watches of one session, run over the quotes of a market or over the corners of bars. It
 * knows no clock: what it answers follows from what it was told, and watches of one instrument fire
 * in the order of their ids. A watch looks at the prices that come after it was armed. Quotes that
 * are bad are passed over.
 */
public final class TickWatch {
  private final List<Post> posts = new ArrayList<>();
  private final ArrayDeque<Watch.Fired> due = new ArrayDeque<>();

  /** Takes up a watch; one that has the same id is replaced, and what it has seen forgotten. */
  public void arm(Watch watch) {
    disarm(watch.id());
    var post = postOf(watch.instrument());
    if (post == null) {
      post = new Post(watch.instrument());
      posts.add(post);
    }
    post.add(Sentry.of(watch));
  }

  /** The same in a market that was seen already: what has seen no price yet goes on from it. */
  public void arm(Watch watch, Quote market) {
    arm(watch);
    if (market != null && !market.isBad()) postOf(watch.instrument()).start(watch.id(), market);
  }

  /** Forgets a watch, also one that has fired and has not been told of; unknown ids do no harm. */
  public void disarm(long id) {
    for (int i = 0; i < posts.size(); i++)
      posts.get(i).remove(id);
    if (!due.isEmpty())
      due.removeIf(fired -> fired.watch() == id);
  }

  public boolean isIdle() {
    for (int i = 0; i < posts.size(); i++) {
      if (!posts.get(i).isEmpty())
        return false;
    }
    return true;
  }

  public boolean watches(Instrument instrument) {
    var post = postOf(instrument);
    return post != null && !post.isEmpty();
  }

  /**
   * The market has moved. Corners of a bar come in order: on the way to a
   * {@link PriceSource#BAR_PATH} the market passed every price since the one before. Hot.
   */
  public void see(Instrument instrument, Quote quote, PriceSource source) {
    var post = postOf(instrument);
    if (post != null && !quote.isBad())
      post.see(quote, source, due);
  }

  /**
   * The next watch that has fired or expired, which disarms it, or null. One at a time: what the
   * owner arms and disarms because of it counts before the next is told. Ask until it is null.
   */
  public Watch.Fired next() {
    var fired = due.poll();
    // This also forgets what else made it fire, if the owner has not asked after each quote.
    if (fired != null)
      disarm(fired.watch());
    return fired;
  }

  /** What the armed watches of an instrument would go on from after a restart, by id. */
  public List<Watch.Extremes> extremes(Instrument instrument) {
    var post = postOf(instrument);
    return post == null ? List.of() : post.extremes();
  }

  /** Like the other one, of a bar whose end may be as late as can be. */
  public boolean touches(Instrument instrument, long low, long high) {
    return touches(instrument, low, high, Long.MAX_VALUE);
  }

  /**
   * Whether a watch could fire or expire on a bar of this range that ends then. It may say so of a
   * bar on which none will; it never misses one.
   */
  public boolean touches(Instrument instrument, long low, long high, long endTime) {
    var post = postOf(instrument);
    return post != null && post.touches(low, high, endTime);
  }

  /** Takes a whole bar that touches nothing, as if its corners had been seen. */
  public void absorb(Instrument instrument, long low, long high, long endTime) {
    var post = postOf(instrument);
    if (post != null)
      post.absorb(low, high, endTime);
  }

  /**
   * The next instant at which time alone changes a watch, {@code Long.MAX_VALUE} if there is none.
   * It stays in the past until a quote comes: only a quote makes a watch fire or expire.
   */
  public long nextDeadline() {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < posts.size(); i++)
      next = Math.min(next, posts.get(i).deadline());
    return next;
  }

  /**
   * What a latch that waits for {@link Watch.Confirm.CloseBeyond} makes of a bar's close: 1 at or
   * above its upper wire, -1 at or below its lower one, 0 between. Whether it has expired is for
   * the caller to know.
   */
  public static int closedBeyond(Watch.Latch latch, long close) {
    return latch.sideOf(close);
  }

  private Post postOf(Instrument instrument) {
    // Few instruments: going through them is faster than a hash, and has an order.
    for (int i = 0; i < posts.size(); i++) {
      if (posts.get(i).instrument().equals(instrument))
        return posts.get(i);
    }
    return null;
  }
}
