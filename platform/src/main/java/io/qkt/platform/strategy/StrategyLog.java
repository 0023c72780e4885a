package io.qkt.platform.strategy;

import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.program.action.Action.Level;
import io.qkt.core.watch.Watch;
import io.qkt.platform.strategy.Strategy.Event;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a strategy writes into its log; scripts rely on each of these lines. */
final class StrategyLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.qkt.strategy");

  private final String name;

  StrategyLog(String name) {
    this.name = name;
  }

  void starting(String program) {
    LOG.info("[{}] strategy {} starting", name, program);
  }

  void recovered(String program, long seq) {
    LOG.info("[{}] strategy {} recovered at {}", name, program, seq);
  }

  void drained(String program) {
    LOG.info("[{}] strategy {} drained", name, program);
  }

  void runsAsAnother(String id, String asked) {
    LOG.error("[{}] runs as {} and was told to run as {}", name, id, asked);
  }

  void quarantined(String why) {
    LOG.error("[{}] quarantined: {}", name, why);
  }

  private void signal(OrderIntent intent) {
    LOG.info("[{}] signal rule={} {} {} qty={}", name, intent.rule(), intent.side(),
        intent.instrument().symbol(), Exact.text(intent.quantity()));
  }

  /** What a step came to, so that nothing that was decided goes by unseen. */
  void decided(List<Event> events) {
    for (var event : events) {
      switch (event) {
        case Event.Intended(var intent) -> signal(intent);
        case Event.CancelIntended(var cid, _) -> askedBack(cid);
        case Event.Refused(int rule, var code, var why) -> refused(rule, code, why);
        case Event.Logged(int rule, var level, var text) -> said(rule, level, text);
        case Event.Loaded _,Event.Recovered _,Event.BarConsumed _ -> {
        }
        case Event.WatchFired _,Event.Woken _,Event.OrderUpdated _,Event.Lapsed _ -> {
        }
      }
    }
  }

  private void askedBack(String cid) {
    LOG.info("[{}] order {} is asked back", name, cid);
  }

  private void refused(int rule, String code, String why) {
    LOG.warn("[{}] rule={} refused {}: {}", name, rule, code, why);
  }

  private void said(int rule, Level level, String text) {
    LOG.atLevel(org.slf4j.event.Level.valueOf(level.name()))
        .log("[{}] rule={} {}", name, rule, text);
  }

  void watchFired(Watch.Fired fired) {
    LOG.info("[{}] watch {} {} at px={}", name, fired.watch(),
        fired.expired() ? "is over" : "fired", Exact.text(fired.price()));
  }

  void lapsed(OrderIntent intent) {
    LOG.warn("[{}] order {} lapsed: no broker saw it in time", name, intent.cid());
  }

  void update(OrderUpdate update) {
    switch (update) {
      case OrderUpdate.Accepted _ -> {
      }
      case OrderUpdate.Filled fill -> LOG.info("[{}] {} {} qty={} px={}", name, fill.side(),
          fill.instrument().symbol(), Exact.text(fill.quantity()), Exact.text(fill.price()));
      case OrderUpdate.Rejected(var cid, var code) ->
          LOG.warn("[{}] order {} rejected: {}", name, cid, code);
      case OrderUpdate.Refused(var cid, var code) ->
          LOG.warn("[{}] order {} refused: {}", name, cid, code);
      case OrderUpdate.OutcomeUnknown(var cid, var why) ->
          LOG.warn("[{}] order {} unknown: {}", name, cid, why);
      case OrderUpdate.Cancelled(var cid, var why) ->
          LOG.info("[{}] order {} cancelled: {}", name, cid, why);
      case OrderUpdate.ProvedAbsent(var cid, var evidence) ->
          LOG.warn("[{}] order {} absent: {}", name, cid, evidence);
    }
  }
}
