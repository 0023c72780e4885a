package io.qkt.platform.strategy;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.sample.TickSamples;
import io.qkt.core.watch.TickWatch;
import io.qkt.core.watch.Watch;
import io.qkt.platform.strategy.Strategy.Command;
import io.qkt.platform.strategy.Strategy.QuotesArrived;
import io.qkt.platform.wiring.Ports;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.stream.Materializer;

/**
 * The watches and the tick indicators of one incarnation of a strategy, run over the quotes of
 * their instruments, which flow only while one of them wants them. Each watch begins where the
 * journal leaves it, so after a restart the quotes from then on are shown again.
 */
final class Ticks {
  private final ActorContext<Command> strategy;
  private final Ports ports;
  private final TickWatch watches = new TickWatch();
  /** Every watch of the session by its id, and up to when it has looked. */
  private final TreeMap<Long, Waiting> known = new TreeMap<>();
  private final TreeMap<Instrument, QuoteFlow> flows = new TreeMap<>(
      Comparator.comparing(Instrument::toString));
  private final ArrayDeque<QuotesArrived> batches = new ArrayDeque<>();
  private int shown;
  private TickSamples samples;
  private Materializer materializer;

  /** A watch, which is armed once its flow has come to where it begins. */
  private static final class Waiting {
    final Watch watch;
    final long after;
    boolean armed;

    Waiting(Watch watch, long after) {
      this.watch = watch;
      this.after = after;
    }
  }

  Ticks(ActorContext<Command> strategy, Ports ports) {
    this.strategy = strategy;
    this.ports = ports;
  }

  /** From now on looks at the quotes that a session waits for, and at no others. */
  void follow(Instance instance) {
    var wanted = instance.session().watches();
    var program = instance.session().program();
    if (wanted.isEmpty() && known.isEmpty() && program.tickUses().isEmpty()) return;
    if (samples == null) samples = new TickSamples(program);
    keep(wanted, instance);
    flows.values().removeIf(flow -> !isWanted(flow.instrument()) && flow.end());
    for (var waiting : known.values())
      flowFrom(waiting.watch.instrument(), first(waiting.watch.instrument()), instance);
    for (var use : program.tickUses())
      flowFrom(use.instrument(), instance.barsTo(), instance);
    flows.values().forEach(flow -> armUpTo(flow, flow.lookedTo()));
  }

  private void keep(List<Watch> wanted, Instance instance) {
    var ids = wanted.stream().map(Watch::id).collect(Collectors.toCollection(TreeSet::new));
    known.keySet().stream().filter(id -> !ids.contains(id)).forEach(watches::disarm);
    known.keySet().removeIf(id -> !ids.contains(id));
    for (var watch : wanted)
      known.computeIfAbsent(watch.id(), _ -> new Waiting(watch, instance.lookedTo(watch)));
  }

  private boolean isWanted(Instrument instrument) {
    return samples.wants(instrument)
        || known.values().stream().anyMatch(w -> w.watch.instrument().equals(instrument));
  }

  private long first(Instrument instrument) {
    return known.values()
        .stream()
        .filter(waiting -> waiting.watch.instrument().equals(instrument))
        .mapToLong(waiting -> waiting.after)
        .min()
        .orElseThrow();
  }

  private void flowFrom(Instrument instrument, long after, Instance instance) {
    if (flows.containsKey(instrument)) return;
    // Half of what a signal may last is left for its way to the broker.
    long freshFrom = ports.clocks().now(instrument.broker())
        - instance.desired().signalMaxAgeMicros() / 2;
    var flow = new QuoteFlow(instrument, after, freshFrom);
    flows.put(instrument, flow);
    begin(flow);
  }

  private void armUpTo(QuoteFlow flow, long time) {
    for (var waiting : known.values()) {
      boolean now = !waiting.armed && waiting.after <= time
          && waiting.watch.instrument().equals(flow.instrument());
      if (now) watches.arm(waiting.watch, marketAt(flow.instrument(), waiting.after));
      waiting.armed |= now;
    }
  }

  /** What the market was when a watch began, from which one that has seen no price goes on. */
  private Quote marketAt(Instrument instrument, long time) {
    return ports.feeds().apply(instrument.broker()).latest(instrument.symbol(), time);
  }

  private void begin(QuoteFlow flow) {
    // One for all flows: each holds an actor for as long as the strategy lives.
    if (materializer == null) materializer = Materializer.createMaterializer(strategy);
    flow.begin(strategy.getSelf(), materializer, ports);
  }

  /** A flow ended: begins it again, unless that was wanted. */
  boolean beginAgain(QuoteFlow flow) {
    boolean isMissed = flows.get(flow.instrument()) == flow;
    if (isMissed) begin(flow);
    return isMissed;
  }

  void take(QuotesArrived arrived) {
    if (flows.get(arrived.flow().instrument()) == arrived.flow()) batches.add(arrived);
  }

  /** Goes on through the quotes until a watch fires; null when there are no more. */
  Watch.Fired next() {
    var fired = watches.next();
    while (fired == null && showNext())
      fired = watches.next();
    return fired;
  }

  private boolean showNext() {
    var arrived = batches.peek();
    if (arrived == null) return false;
    var flow = arrived.flow();
    var quotes = arrived.batch().quotes();
    boolean isCurrent = flows.get(flow.instrument()) == flow;
    if (isCurrent && shown < quotes.size()) {
      show(flow, quotes.get(shown++));
      return true;
    }
    if (isCurrent) {
      armUpTo(flow, arrived.batch().until() - 1);
      flow.shownAllBefore(arrived.batch().until());
    }
    batches.poll();
    shown = 0;
    arrived.ack().tell(Done.getInstance());
    return true;
  }

  private void show(QuoteFlow flow, Quote quote) {
    if (quote.time() < flow.seenTo()) return;
    armUpTo(flow, quote.time() - 1);
    flow.shown(quote);
    if (!flow.isHistory(quote)) watches.see(flow.instrument(), quote, PriceSource.TICK);
    else if (!quote.isBad())
      watches.absorb(flow.instrument(), quote.price(), quote.price(), quote.time());
    samples.see(flow.instrument(), quote);
  }

  /** Whether the watches of an instrument, if there are any, have seen all quotes up to a time. */
  boolean haveSeen(Instrument instrument, long time) {
    var flow = flows.get(instrument);
    return flow == null || flow.seenTo() > time;
  }

  boolean haveSeen(long time) {
    return flows.values().stream().allMatch(flow -> flow.seenTo() > time);
  }

  List<Watch.Extremes> extremes(Instrument instrument) {
    return flows.containsKey(instrument) ? watches.extremes(instrument) : List.of();
  }

  /** What the tick indicators have come to. */
  List<Double> values() {
    return samples == null ? List.of() : samples.values();
  }

  /** Up to when the watches of an instrument have looked, 0 where there are none. */
  long lookedTo(Instrument instrument) {
    var flow = flows.get(instrument);
    return flow == null ? 0 : flow.lookedTo();
  }

  void end() {
    flows.values().forEach(QuoteFlow::end);
    if (materializer != null) materializer.shutdown();
  }
}
