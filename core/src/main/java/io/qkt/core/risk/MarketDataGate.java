package io.qkt.core.risk;

import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.Optional;

/**
 * Suppresses entries in an instrument whose quotes are doubtful: stamped by a clock that is wrong,
 * crossed, far off, or too old. One for each instrument; exits pass it by.
 */
public final class MarketDataGate {
  private static final long SECOND = 1_000_000L;
  private static final long SKEW_MAX = 60 * SECOND;
  private static final long STALE_MIN = 10 * SECOND;
  private static final int STALE_GAPS = 5;
  /** The newest gap weighs one part in so many. */
  private static final int GAP_WEIGHT = 16;

  private final PriceRow row = new PriceRow();
  private long lastTime = Long.MIN_VALUE;
  private long receivedAt;
  private long usualGap;
  private boolean crossed;
  private boolean outlying;

  /** Sees a quote that came at {@code received}; in a replay that is the quote's own time. */
  public void on(Quote quote, long received) {
    noteGap(received);
    lastTime = quote.time();
    crossed = quote.hasSides() && quote.bid() > quote.ask();
    // A crossed price would spoil the row that tells what is usual.
    if (!crossed) outlying = !row.admits(Exact.toDouble(quote.price()));
  }

  private void noteGap(long received) {
    if (lastTime != Long.MIN_VALUE) {
      long gap = Math.max(0, received - receivedAt);
      usualGap = usualGap == 0 ? gap : usualGap + (gap - usualGap) / GAP_WEIGHT;
    }
    receivedAt = received;
  }

  /** Why an entry is suppressed at {@code now}, or nothing if it is not. */
  public Optional<Refusal> check(long now) {
    if (lastTime == Long.MIN_VALUE)
      return refusal(RiskRule.MARKET_DATA_STALE, "a quote must have come, did not yet");
    long skew = Math.abs(receivedAt - lastTime);
    if (skew > SKEW_MAX)
      return refusal(RiskRule.MARKET_DATA_SKEWED,
          "a quote must be stamped within 60 s of its coming, was %d s off"
              .formatted(skew / SECOND));
    if (crossed)
      return refusal(RiskRule.MARKET_DATA_CROSSED, "a bid must not be above the ask, was");
    if (outlying)
      return refusal(RiskRule.MARKET_DATA_OUTLIER,
          "a price must be within 6 standard deviations of the last ones, was not");
    long age = now - receivedAt;
    if (age <= Math.max(STALE_MIN, STALE_GAPS * usualGap)) return Optional.empty();
    return refusal(RiskRule.MARKET_DATA_STALE,
        "a quote must be at most %d s old, was %d s".formatted(
            Math.max(STALE_MIN, STALE_GAPS * usualGap) / SECOND, age / SECOND));
  }

  private static Optional<Refusal> refusal(RiskRule rule, String why) {
    return Optional.of(new Refusal(rule.name(),
        "%s; wait for better quotes or turn market_data_gate off".formatted(why)));
  }

  public void write(StateWriter to) {
    to.add(lastTime).add(receivedAt).add(usualGap).add(crossed).add(outlying);
    row.write(to);
  }

  public void read(StateReader from) {
    lastTime = from.word();
    receivedAt = from.word();
    usualGap = from.word();
    crossed = from.flag();
    outlying = from.flag();
    row.read(from);
  }
}
