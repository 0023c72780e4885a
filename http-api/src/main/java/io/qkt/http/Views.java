package io.qkt.http;

import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.platform.registry.Registry.Deployed;
import io.qkt.platform.strategy.InstanceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the platform says, as the JSON objects that people and scripts rely on. */
final class Views {
  private static final long STARTING_BALANCE = 10_000 * Exact.ONE;

  private Views() {}

  static Map<String, Object> listRow(InstanceStatus s, long nowMicros) {
    var row = new LinkedHashMap<String, Object>();
    row.put("name", s.name());
    row.put("kind", "strategy");
    row.put("port", null);
    row.put("trades", s.fills());
    row.put("uptimeMs", uptimeMillis(s, nowMicros));
    row.put("state", s.state());
    row.put("mode", "active");
    row.put("node", s.node());
    row.put("brokers", Map.of(s.stream().instrument().broker(), brokerWord(s)));
    row.put("streamBrokers", Map.of(s.stream().instrument().symbol(), brokerWord(s)));
    return row;
  }

  static Map<String, Object> status(InstanceStatus s, long nowMicros) {
    var status = new LinkedHashMap<String, Object>();
    status.put("name", s.name());
    status.put("strategy", s.program());
    status.put("kind", "strategy");
    status.put("version", null);
    status.put("id", s.id());
    status.put("generation", s.generation());
    status.put("mode", "active");
    status.put("state", s.state());
    status.put("stateReason", s.stateReason());
    status.put("node", s.node());
    status.put("url", null);
    status.put("port", null);
    status.put("startedAt", Json.instant(s.startedAt()));
    status.put("uptimeMs", uptimeMillis(s, nowMicros));
    status.put("restarts", s.recoveries());
    money(status, s);
    status.put("positions", positions(s));
    status.put("orders", s.intents());
    status.put("openOrders", s.openOrders());
    status.put("lastTrade", s.lastFill().map(Views::lastTrade).orElse(null));
    status.put("lastBar", s.lastBar().map(last -> lastBar(s, last)).orElse(null));
    status.put("bars", bars(s));
    status.put("warmup", null);
    status.put("staleSymbols", List.of());
    status.put("journalSeq", s.journalSeq());
    status.put("stateHash", hash(s.stateHash()));
    status.put("recovery", s.recovery().map(Views::recovery).orElse(null));
    return status;
  }

  static Map<String, Object> deployed(Deployed d) {
    var reply = new LinkedHashMap<String, Object>();
    reply.put("name", d.name());
    reply.put("kind", "strategy");
    reply.put("port", null);
    reply.put("state", "running");
    reply.put("startedAt", Json.instant(d.startedAt()));
    reply.put("result", d.created() ? "created" : "unchanged");
    reply.put("paperFallback", List.of());
    return reply;
  }

  private static void money(Map<String, Object> status, InstanceStatus s) {
    long balance = Exact.plus(STARTING_BALANCE, s.realized());
    status.put("account", s.profile());
    status.put("market", s.stream().toString());
    status.put("currency", null);
    status.put("equity", Json.decimal(Exact.plus(balance, s.unrealized())));
    status.put("balance", Json.decimal(balance));
    status.put("realized", Json.decimal(s.realized()));
    status.put("unrealized", Json.decimal(s.unrealized()));
    status.put("trades", s.fills());
  }

  private static List<Map<String, Object>> positions(InstanceStatus s) {
    if (s.position() == 0) return List.of();
    var position = new LinkedHashMap<String, Object>();
    position.put("broker", s.stream().instrument().broker());
    position.put("symbol", s.stream().instrument().symbol());
    position.put("qty", Json.decimal(s.position()));
    position.put("avgPrice", Json.decimal(s.averagePrice()));
    position.put("unrealized", Json.decimal(s.unrealized()));
    return List.of(position);
  }

  private static Map<String, Object> lastTrade(InstanceStatus.LastFill last) {
    Filled fill = last.fill();
    var trade = new LinkedHashMap<String, Object>();
    trade.put("time", Json.instant(fill.time()));
    trade.put("side", fill.side());
    trade.put("broker", fill.instrument().broker());
    trade.put("symbol", fill.instrument().symbol());
    trade.put("qty", Json.decimal(fill.quantity()));
    trade.put("price", Json.decimal(fill.price()));
    trade.put("realized", Json.decimal(last.realized()));
    return trade;
  }

  private static Map<String, Object> lastBar(InstanceStatus s, InstanceStatus.LastBar last) {
    var bar = new LinkedHashMap<String, Object>();
    bar.put("stream", s.stream().instrument().symbol());
    bar.put("broker", s.stream().instrument().broker());
    bar.put("symbol", s.stream().instrument().symbol());
    bar.put("timeframe", s.stream().timeframe().toString());
    bar.put("openTime", Json.instant(last.bar().openTime()));
    bar.put("consumedAt", Json.instant(last.consumedAt()));
    bar.put("close", Json.decimal(last.bar().close()));
    return bar;
  }

  private static Map<String, Object> recovery(InstanceStatus.Recovery recovery) {
    var view = new LinkedHashMap<String, Object>();
    view.put("journalSeq", recovery.journalSeq());
    view.put("stateHash", hash(recovery.stateHash()));
    view.put("position", Json.decimal(recovery.position()));
    view.put("orders", recovery.intents());
    view.put("fills", recovery.fills());
    return view;
  }

  private static String hash(long stateHash) {
    return "%016x".formatted(stateHash);
  }

  private static Map<String, Object> bars(InstanceStatus s) {
    var bars = new LinkedHashMap<String, Object>();
    bars.put("consumed", s.barsConsumed());
    bars.put("skipped", 0);
    bars.put("late", 0);
    return bars;
  }

  private static long uptimeMillis(InstanceStatus s, long nowMicros) {
    return Math.max(0, nowMicros - s.evaluatingSince()) / 1_000;
  }

  private static String brokerWord(InstanceStatus s) {
    return s.profile().split(":", 2)[0];
  }
}
