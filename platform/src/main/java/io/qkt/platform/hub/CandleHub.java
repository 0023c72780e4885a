package io.qkt.platform.hub;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.platform.feed.FeedSource;
import io.qkt.platform.feed.QuoteBatch;
import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.wiring.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.UniqueKillSwitch;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.typed.javadsl.ActorSink;

/**
 * The bars of one instrument. It reads the feed once, builds the bars of every timeframe that
 * somebody asked for, stores each before anybody sees it, and publishes what is stored.
 *
 * <p>It keeps no journal: the bar store says where each timeframe has come to, and the feed is read
 * again from there. The next quotes are taken only when the bars of the last ones are stored.
 */
public final class CandleHub extends AbstractBehavior<CandleHub.Command> {
  public static final EntityTypeKey<Command> KEY = EntityTypeKey.create(Command.class, "CandleHub");

  /** What a hub can be told. */
  public sealed interface Command {}

  /** Send me what opens after {@code after}, at most {@code credits} bars ahead of my credits. */
  public record Subscribe(Timeframe timeframe, long after, int credits,
      ActorRef<BarDelivered> subscriber) implements Command {}

  /** I am done with all bars up to {@code openTime}. */
  public record Credit(Timeframe timeframe, long openTime,
      ActorRef<BarDelivered> subscriber) implements Command {}

  private record SeriesFound(Timeframe timeframe, long after, Optional<Bar> first,
      Optional<Bar> last) implements Command {}

  private record QuotesArrived(ActorRef<Done> ack, QuoteBatch batch,
      long reading) implements Command {}

  private record ReadingBegan(ActorRef<Done> ack) implements Command {}

  private record ReadingEnded(long reading, String why) implements Command {}

  private record BarsStored(List<Bar> bars, ActorRef<Done> ack) implements Command {}

  private record StoreFailed(List<Bar> bars, ActorRef<Done> ack,
      Throwable why) implements Command {}

  private record StoreAgain(List<Bar> bars, ActorRef<Done> ack) implements Command {}

  private record RangeRead(Timeframe timeframe, ActorRef<BarDelivered> subscriber, long after,
      List<Bar> bars) implements Command {}

  private record SubscriberGone(ActorRef<BarDelivered> subscriber) implements Command {}

  /**
   * A stored bar, for a subscriber, and what it follows: who has not had that one has missed
   * something. (A bar's own {@code prevOpenTime} is as it was when it was stored, and may skip bars
   * that were filled in later.)
   */
  public record BarDelivered(Bar bar, long follows) {}

  private final Instrument instrument;
  private final Ports ports;
  private final TimerScheduler<Command> timers;
  private final TreeMap<Long, Series> series = new TreeMap<>();
  private final TreeMap<Long, List<Subscribe>> waiting = new TreeMap<>();
  private Optional<UniqueKillSwitch> upstream = Optional.empty();
  private Optional<QuotesArrived> held = Optional.empty();
  private long reading;
  // Read by the stream when it begins anew after a failure, hence on another thread.
  private volatile long readFrom;
  private boolean storing;

  public static Behavior<Command> create(Instrument instrument, Ports ports) {
    return Behaviors.setup(context -> Behaviors
        .withTimers(timers -> new CandleHub(context, timers, instrument, ports)));
  }

  private CandleHub(ActorContext<Command> context, TimerScheduler<Command> timers,
      Instrument instrument, Ports ports) {
    super(context);
    this.timers = timers;
    this.instrument = instrument;
    this.ports = ports;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onAnyMessage(command -> {
      switch (command) {
        case Subscribe subscribe -> onSubscribe(subscribe);
        case Credit credit -> onCredit(credit);
        case SeriesFound found -> onSeriesFound(found);
        case QuotesArrived arrived -> onQuotes(arrived);
        case ReadingBegan began -> began.ack().tell(Done.getInstance());
        case ReadingEnded ended -> onReadingEnded(ended);
        case BarsStored stored -> onBarsStored(stored);
        case StoreFailed failed -> onStoreFailed(failed);
        case StoreAgain again -> store(again.bars(), again.ack());
        case RangeRead range -> onRangeRead(range);
        case SubscriberGone gone -> series.values().forEach(s -> s.remove(gone.subscriber()));
      }
      return this;
    }).build();
  }

  private void onSubscribe(Subscribe subscribe) {
    var known = series.get(subscribe.timeframe().micros());
    if (known != null) {
      subscribed(known, subscribe);
      return;
    }
    var first = !waiting.containsKey(subscribe.timeframe().micros());
    waiting.computeIfAbsent(subscribe.timeframe().micros(), _ -> new ArrayList<>()).add(subscribe);
    if (first) find(subscribe);
  }

  private void find(Subscribe subscribe) {
    var key = new BarKey(instrument, subscribe.timeframe());
    var found = ports.bars()
        .after(key, Bar.NONE, 1)
        .thenCombine(ports.bars().last(key),
            (first, last) -> new SeriesFound(subscribe.timeframe(), subscribe.after(),
                first.stream().findFirst(), last));
    getContext().pipeToSelf(found, (series, failure) -> {
      if (failure == null) return series;
      throw new IllegalStateException("cannot read the bars of " + key, failure);
    });
  }

  private void onSeriesFound(SeriesFound found) {
    var key = new BarKey(instrument, found.timeframe());
    var created = new Series(key, found.first(), found.last(), found.after());
    series.put(found.timeframe().micros(), created);
    waiting.remove(found.timeframe().micros()).forEach(s -> subscribed(created, s));
    read();
  }

  private void subscribed(Series to, Subscribe subscribe) {
    if (to.add(subscribe)) {
      getContext().watchWith(subscribe.subscriber(), new SubscriberGone(subscribe.subscriber()));
    }
    if (to.goBackTo(subscribe.after())) read();
    advance(to, subscribe.subscriber());
  }

  private void onCredit(Credit credit) {
    var of = series.get(credit.timeframe().micros());
    if (of == null || !of.credit(credit.subscriber(), credit.openTime())) return;
    advance(of, credit.subscriber());
  }

  /** Has the stored bars read that a subscriber has credits for and has not been sent. */
  private void advance(Series of, ActorRef<BarDelivered> subscriber) {
    of.rangeToRead(subscriber)
        .ifPresent(range -> getContext().pipeToSelf(
            ports.bars().after(of.key(), range.after(), range.limit()),
            (bars, failure) -> new RangeRead(
                of.key().timeframe(), subscriber, range.after(),
                failure == null ? bars : List.of())));
  }

  private void onRangeRead(RangeRead range) {
    var of = series.get(range.timeframe().micros());
    var bars = of.rangeRead(range.subscriber(), range.after(), range.bars());
    long follows = range.after();
    for (var bar : bars) {
      deliver(range.subscriber(), bar, follows);
      follows = bar.openTime();
    }
    if (!bars.isEmpty()) advance(of, range.subscriber());
  }

  /** Reads the feed from the earliest instant that a series still lacks. */
  private void read() {
    upstream.ifPresent(UniqueKillSwitch::shutdown);
    long mine = ++reading;
    readFrom = earliestLacked();
    var self = getContext().getSelf();
    var feed = ports.feeds().apply(instrument.broker());
    var source = FeedSource.of(feed, instrument.symbol(), () -> readFrom,
        () -> ports.clocks().now(instrument.broker()), ports.settings().feedPoll());
    var sink = ActorSink.<QuoteBatch, Command, Done>actorRefWithBackpressure(self,
        (ack, batch) -> new QuotesArrived(ack, batch, mine), ReadingBegan::new, Done.getInstance(),
        new ReadingEnded(mine, "the feed ended"), why -> new ReadingEnded(mine, why.toString()));
    upstream = Optional.of(source.viaMat(KillSwitches.single(), Keep.right())
        .to(sink)
        .run(Materializer.createMaterializer(getContext())));
  }

  private long earliestLacked() {
    return series.values().stream().mapToLong(Series::readTo).min().orElseThrow();
  }

  private void onReadingEnded(ReadingEnded ended) {
    if (ended.reading() != reading) return;
    getContext().getLog().warn("reading {} again: {}", instrument, ended.why());
    read();
  }

  /** Bars are stored one write after the other, also where a new reading overtakes a write. */
  private void onQuotes(QuotesArrived arrived) {
    if (arrived.reading() != reading) return;
    if (storing) held = Optional.of(arrived);
    else
      take(arrived);
  }

  private void take(QuotesArrived arrived) {
    var closed = new ArrayList<Bar>();
    for (var each : series.values())
      each.take(arrived.batch(), closed);
    if (closed.isEmpty()) arrived.ack().tell(Done.getInstance());
    else
      store(List.copyOf(closed), arrived.ack());
  }

  private void store(List<Bar> bars, ActorRef<Done> ack) {
    storing = true;
    ports.crashes().at(CrashPoint.HUB_BEFORE_BAR_STORED);
    getContext().pipeToSelf(ports.bars().insertIfAbsent(bars), (stored, failure) -> failure == null
        ? new BarsStored(stored, ack)
        : new StoreFailed(bars, ack, failure));
  }

  private void onStoreFailed(StoreFailed failed) {
    getContext().getLog()
        .warn("{} bars of {} are not stored yet: {}", failed.bars().size(),
            instrument, failed.why().toString());
    timers.startSingleTimer(new StoreAgain(failed.bars(), failed.ack()), Duration.ofMillis(500));
  }

  private void onBarsStored(BarsStored stored) {
    ports.crashes().at(CrashPoint.HUB_AFTER_BAR_STORED);
    for (var bar : stored.bars()) {
      var of = series.get(bar.key().timeframe().micros());
      of.stored(bar).forEach(subscriber -> deliver(subscriber, bar, of.follows()));
      of.behind().forEach(subscriber -> advance(of, subscriber));
    }
    ports.crashes().at(CrashPoint.HUB_AFTER_BAR_PUBLISHED);
    stored.ack().tell(Done.getInstance());
    storing = false;
    var next = held;
    held = Optional.empty();
    next.ifPresent(this::onQuotes);
  }

  private void deliver(ActorRef<BarDelivered> subscriber, Bar bar, long follows) {
    ports.transport().send(Edge.HUB_BAR, subscriber, new BarDelivered(bar, follows));
  }
}
