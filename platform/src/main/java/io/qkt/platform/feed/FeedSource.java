package io.qkt.platform.feed;

import io.qkt.core.market.QuoteFeed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.RestartSettings;
import org.apache.pekko.stream.javadsl.RestartSource;
import org.apache.pekko.stream.javadsl.Source;

/** A feed's quotes as a stream that follows feed time and begins again after a failure. */
public final class FeedSource {
  /** What one batch may cover, so that catching up after an hour is many small steps. */
  private static final long BATCH_MICROS_MAX = 600_000_000L;
  private static final double JITTER = 0.2;

  private FeedSource() {}

  /**
   * Quotes of {@code symbol} from {@code from} on; after a failure, from what {@code from} is then.
   */
  public static Source<QuoteBatch, NotUsed> of(QuoteFeed feed, String symbol, LongSupplier from,
      LongSupplier now, Duration poll) {
    var restart = RestartSettings.create(Duration.ofMillis(200), Duration.ofSeconds(5), JITTER);
    return RestartSource.withBackoff(restart, () -> reading(feed, symbol, from, now, poll));
  }

  private static Source<QuoteBatch, ?> reading(QuoteFeed feed, String symbol, LongSupplier from,
      LongSupplier now, Duration poll) {
    return Source.tick(Duration.ZERO, poll, NotUsed.getInstance())
        .statefulMap(from::getAsLong,
            (Long cursor, NotUsed _) -> {
              long until = Math.max(cursor,
                  Math.min(now.getAsLong() + 1, cursor + BATCH_MICROS_MAX));
              return Pair.create(until,
                  new QuoteBatch(feed.quotes(symbol, cursor, until), until));
            }, _ -> Optional.empty());
  }
}
