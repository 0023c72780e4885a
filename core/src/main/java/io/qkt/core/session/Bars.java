package io.qkt.core.session;

import io.qkt.core.draft.Instruments;
import io.qkt.core.market.Bar;
import io.qkt.core.position.Conversion;
import io.qkt.core.position.Ledger;
import io.qkt.core.program.Program;
import io.qkt.core.program.Rule;
import io.qkt.core.program.RuleTrace;
import io.qkt.core.program.RuleTrace.Outcome;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.window.Groups;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** What a told bar moves: what is held, the cells of its stream or group, their rules, baskets. */
final class Bars {
  private final Program program;
  private final Frame frame;
  private final Instruments instruments;
  private final Ledger ledger;
  private final Conversion conversion;
  private final Desk desk;
  private final Acting acting;
  private final Groups groups;
  private final LongConsumer marked;
  private Consumer<RuleTrace> trace;
  private long lastOpenTime = Bar.NONE;

  /**
   * @param marked is told of the instant of each new price, before a rule is asked
   */
  Bars(Program program, Frame frame, Instruments instruments, Ledger ledger,
      Conversion conversion, Desk desk, Acting acting, LongConsumer marked) {
    this.program = program;
    this.frame = frame;
    this.instruments = instruments;
    this.ledger = ledger;
    this.conversion = conversion;
    this.desk = desk;
    this.acting = acting;
    this.marked = marked;
    groups = new Groups(program, frame);
  }

  long lastOpenTime() {
    return lastOpenTime;
  }

  /**
   * Hot: a bar on which nothing fires makes no object.
   *
   * @param at when it was delivered, from which the time of what it causes counts
   */
  void tell(Bar bar, long bid, long ask, long at) {
    lastOpenTime = bar.openTime();
    for (int stream = streamOf(bar); stream >= 0; stream = instruments.twinOf(stream))
      take(stream, bar, bid, ask, at);
  }

  private int streamOf(Bar bar) {
    int stream = instruments.streamOf(bar.key());
    if (stream >= 0) return stream;
    throw new IllegalArgumentException(
        "a bar must be of one of the program's streams, was of " + bar.key());
  }

  private void take(int stream, Bar bar, long bid, long ask, long at) {
    int[] together = groups.show(stream, bar, bid, ask, at);
    frame.at(bar.endTime());
    if (instruments.isMarket(stream)) see(stream, bar, at);
    program.update(frame, together);
    for (int evaluated : together)
      evaluate(evaluated, at);
    for (int basket : groups.basketsOf(stream)) {
      var own = groups.advance(basket, stream, bar, at);
      if (own != null) take(basket, own, 0, 0, at);
    }
  }

  private void see(int stream, Bar bar, long at) {
    conversion.price(stream, bar.close());
    int instrument = instruments.ofStream(stream);
    // What its venue charges by the night; a venue that books that itself says so by no points.
    if (instruments.spec(instrument).hasSwaps()) {
      ledger.swap(instrument, conversion.rateOrNothing(instrument), frame.now());
    }
    ledger.mark(instrument, bar.close(), conversion.rateOrNothing(instrument), frame.now());
    marked.accept(frame.now());
    if (!desk.isIdle()) acting.barClosed(stream, bar.close(), at);
  }

  /** From now on tells what becomes of each rule that is asked; null for no more. */
  void traceTo(Consumer<RuleTrace> newTrace) {
    trace = newTrace;
  }

  private void evaluate(int stream, long at) {
    if (trace != null) {
      evaluateTraced(stream, at);
      return;
    }
    for (int rule = program.firing(frame, stream, 0); rule >= 0; rule = program.firing(frame,
        stream, rule + 1))
      fire(program.rule(stream, rule), at);
  }

  private void evaluateTraced(int stream, long at) {
    for (int place = 0; place < program.rulesOf(stream); place++) {
      var traced = program.traced(frame, stream, place);
      trace.accept(traced);
      if (traced.outcome() == Outcome.FIRES) fire(program.rule(stream, place), at);
    }
  }

  private void fire(Rule rule, long at) {
    if (rule.actions().getFirst() instanceof Action.Trade(var order)) {
      program.capture(frame, rule.clock(), order.side());
    }
    if (!acting.act(rule.actions(), rule.number(), at)) rule.rearm(frame);
  }

  /** Indicators, memories and sequences move; no order, no edge, no count of the day does. */
  void warm(Bar bar) {
    lastOpenTime = bar.openTime();
    for (int stream = streamOf(bar); stream >= 0; stream = instruments.twinOf(stream))
      warm(stream, bar);
  }

  private void warm(int stream, Bar bar) {
    int[] together = groups.show(stream, bar, 0, 0, bar.endTime());
    frame.at(bar.endTime());
    if (instruments.isMarket(stream)) conversion.price(stream, bar.close());
    program.update(frame, together);
    for (int warmed : together)
      program.warm(frame, warmed);
    for (int basket : groups.basketsOf(stream)) {
      var own = groups.advance(basket, stream, bar, bar.endTime());
      if (own != null) warm(basket, own);
    }
  }

  void write(StateWriter out) {
    out.add(lastOpenTime);
    groups.write(out);
  }

  void read(StateReader in) {
    lastOpenTime = in.word();
    groups.read(in);
  }
}
