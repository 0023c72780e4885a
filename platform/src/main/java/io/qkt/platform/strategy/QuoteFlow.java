package io.qkt.platform.strategy;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.platform.feed.FeedSource;
import io.qkt.platform.feed.QuoteBatch;
import io.qkt.platform.strategy.Strategy.Command;
import io.qkt.platform.strategy.Strategy.FlowBegan;
import io.qkt.platform.strategy.Strategy.QuotesArrived;
import io.qkt.platform.strategy.Strategy.QuotesEnded;
import io.qkt.platform.wiring.Ports;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.typed.javadsl.ActorSink;

/** The quotes of one instrument on their way into a strategy by batches, and how far they are. */
final class QuoteFlow {
  private final Instrument instrument;
  private final long freshFrom;
  // Read by the stream when it begins anew after a failure, hence on another thread.
  private volatile long seenTo;
  private long lastQuote;
  private Runnable stop = () -> {};

  /**
   * One that goes on after {@code after}; a quote from before {@code freshFrom} is history, from
   * which no order may follow any more.
   */
  QuoteFlow(Instrument instrument, long after, long freshFrom) {
    this.instrument = instrument;
    this.freshFrom = freshFrom;
    seenTo = after + 1;
    lastQuote = after;
  }

  void begin(ActorRef<Command> strategy, Materializer materializer, Ports ports) {
    stop.run();
    var source = FeedSource.of(ports.feeds().apply(instrument.broker()), instrument.symbol(),
        () -> seenTo, () -> ports.clocks().now(instrument.broker()), ports.settings().feedPoll());
    var sink = ActorSink.<QuoteBatch, Command, Done>actorRefWithBackpressure(strategy,
        (ack, batch) -> new QuotesArrived(ack, batch, this), FlowBegan::new, Done.getInstance(),
        new QuotesEnded(this, "the feed ended"), why -> new QuotesEnded(this, why.toString()));
    stop = source.viaMat(KillSwitches.single(), Keep.right())
        .to(sink)
        .run(materializer)::shutdown;
  }

  /** Always true, so that it can be let go of in the same breath. */
  boolean end() {
    stop.run();
    return true;
  }

  Instrument instrument() {
    return instrument;
  }

  boolean isHistory(Quote quote) {
    return quote.time() < freshFrom;
  }

  void shown(Quote quote) {
    lastQuote = Math.max(lastQuote, quote.time());
  }

  void shownAllBefore(long time) {
    seenTo = Math.max(seenTo, time);
    lastQuote = Math.max(lastQuote, time - 1);
  }

  /** Every quote before this (feed time) has been shown. */
  long seenTo() {
    return seenTo;
  }

  /** Up to when the watches have looked at quotes, also in the middle of a batch. */
  long lookedTo() {
    return lastQuote;
  }
}
