package io.qkt.http;

import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.platform.registry.Registry.Deployed;
import io.qkt.platform.strategy.InstanceStatus;
import io.qkt.platform.strategy.InstanceStatus.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the platform says, as the JSON objects that people and scripts rely on. */
final class Views {
  private static final long STARTING_BALANCE = 10_000 * Exact.ONE;

  private Views() {}

  static Map<String, Object> listRow(InstanceStatus s, long nowMicros) {
    var row = new LinkedHashMap<String, Object>();
    row.put("name", s.desired().name());
    row.put("kind", "strategy");
    row.put("port", null);
    row.put("trades", known(s, Figures::fills));
    row.put("uptimeMs", known(s, f -> uptimeMillis(f, nowMicros)));
    row.put("state", s.state());
    row.put("mode", "active");
    row.put("node", s.node());
    row.put("brokers", Map.of(s.desired().label(), brokerWord(s)));
    row.put("streamBrokers", s.figures()
        .map(f -> Map.of(f.stream().instrument().symbol(), brokerWord(s)))
        .orElse(null));
    return row;
  }

  static Map<String, Object> status(InstanceStatus s, long nowMicros) {
    var status = new LinkedHashMap<String, Object>();
    status.put("name", s.desired().name());
    status.put("strategy", known(s, Figures::program));
    status.put("kind", "strategy");
    status.put("version", null);
    status.put("id", s.desired().id());
    status.put("generation", s.desired().generation());
    status.put("mode", "active");
    status.put("state", s.state());
    status.put("stateReason", s.stateReason());
    status.put("node", s.node());
    status.put("url", null);
    status.put("port", null);
    status.put("startedAt", Json.instant(s.desired().deployedAt()));
    status.put("uptimeMs", known(s, f -> uptimeMillis(f, nowMicros)));
    status.put("restarts", known(s, Figures::recoveries));
    money(status, s);
    status.put("positions", known(s, Views::positions));
    status.put("orders", known(s, Figures::intents));
    status.put("openOrders", known(s, Figures::openOrders));
    status.put("lastTrade", known(s, f -> f.lastFill().map(Views::lastTrade).orElse(null)));
    status.put("lastBar", known(s, f -> f.lastBar().map(bar -> lastBar(f, bar)).orElse(null)));
    status.put("bars", known(s, Views::bars));
    status.put("warmup", null);
    status.put("staleSymbols", List.of());
    status.put("journalSeq", known(s, Figures::journalSeq));
    status.put("stateHash", known(s, f -> hash(f.stateHash())));
    status.put("recovery", known(s, f -> f.recovery().map(Views::recovery).orElse(null)));
    return status;
  }

  /** A figure, or null while the strategy does not answer: unknown is not zero. */
  private static <T> T known(InstanceStatus s, Function<Figures, T> figure) {
    return s.figures().map(figure).orElse(null);
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
    status.put("account", s.desired().profile());
    status.put("market", known(s, f -> f.stream().toString()));
    status.put("currency", null);
    status.put("equity", known(s, f -> Json.decimal(Exact.plus(balance(f), f.unrealized()))));
    status.put("balance", known(s, f -> Json.decimal(balance(f))));
    status.put("realized", known(s, f -> Json.decimal(f.realized())));
    status.put("unrealized", known(s, f -> Json.decimal(f.unrealized())));
    status.put("trades", known(s, Figures::fills));
  }

  private static long balance(Figures f) {
    return Exact.plus(STARTING_BALANCE, f.realized());
  }

  private static List<Map<String, Object>> positions(Figures f) {
    if (f.position() == 0) return List.of();
    var position = new LinkedHashMap<String, Object>();
    position.put("broker", f.stream().instrument().broker());
    position.put("symbol", f.stream().instrument().symbol());
    position.put("qty", Json.decimal(f.position()));
    position.put("avgPrice", Json.decimal(f.averagePrice()));
    position.put("unrealized", Json.decimal(f.unrealized()));
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

  private static Map<String, Object> lastBar(Figures s, InstanceStatus.LastBar last) {
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

  private static Map<String, Object> bars(Figures s) {
    var bars = new LinkedHashMap<String, Object>();
    bars.put("consumed", s.barsConsumed());
    bars.put("skipped", 0);
    bars.put("late", 0);
    return bars;
  }

  private static long uptimeMillis(Figures s, long nowMicros) {
    return Math.max(0, nowMicros - s.evaluatingSince()) / 1_000;
  }

  private static String brokerWord(InstanceStatus s) {
    return s.desired().profile().split(":", 2)[0];
  }
}
