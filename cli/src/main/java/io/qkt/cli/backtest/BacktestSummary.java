package io.qkt.cli.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qkt.backtest.Replay;
import io.qkt.backtest.run.BacktestRun.Replayed;
import io.qkt.cli.verb.Table;
import io.qkt.core.market.BarKey;
import io.qkt.core.money.Exact;
import io.qkt.core.program.action.Action.Level;
import io.qkt.core.session.Decision;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What came of a backtest, in a few lines or as JSON. */
record BacktestSummary(String name, Replayed replayed, Replay replay, Path trades) {
  private static final int WARNINGS_MAX = 20;

  void print(PrintWriter out) {
    var series = replayed.series().stream().map(Object::toString).toList();
    out.println("%s  %s  %d rows  %s to %s".formatted(name, String.join(", ", series),
        replayed.rows(), Times.text(replayed.firstTime()), Times.text(replayed.lastTime())));
    var table = new Table("fills", Integer.toString(replay.executions().size()));
    table.row("realized", Exact.text(replay.realized()));
    table.row("equity", Exact.text(replay.equity()));
    for (var refused : refused()) {
      table.row("refused", "%d x %s, %s".formatted(refused.count(), refused.code(),
          refused.remedy()));
    }
    if (trades != null) table.row("report", trades.toString());
    table.print(out);
  }

  private List<Refusals> refused() {
    return Refusals.of(replay.notes());
  }

  /** What the strategy and its limits had to say aloud; the first ones are enough. */
  List<String> warnings() {
    var lines = Stream.concat(tooShort(), said()).toList();
    if (lines.size() <= WARNINGS_MAX) return lines;
    var shown = new ArrayList<>(lines.subList(0, WARNINGS_MAX));
    shown.add("warning: and %d more".formatted(lines.size() - WARNINGS_MAX));
    return shown;
  }

  /** Rules that look back further than the period reaches can have no say in it. */
  private Stream<String> tooShort() {
    return replay.needs()
        .stream()
        .filter(need -> need.history() > bars(need.key()))
        .map(need -> "warning: rules look back %d bars of %s, the period has %d".formatted(
            need.history(), need.key(), bars(need.key())));
  }

  private long bars(BarKey key) {
    long micros = key.timeframe().micros();
    return Math.ceilDiv(replayed.lastTime() - replayed.firstTime() + 1, micros);
  }

  private Stream<String> said() {
    return replay.notes()
        .stream()
        .filter(Decision.Log.class::isInstance)
        .map(Decision.Log.class::cast)
        .filter(log -> log.level() == Level.WARN || log.level() == Level.ERROR)
        .map(log -> "warning: %s%s".formatted(log.rule() == 0 ? "" : "rule " + log.rule() + ": ",
            log.text()));
  }

  /** Exact numbers are decimal strings, as everywhere in our JSON. */
  String json() {
    var body = new LinkedHashMap<String, Object>();
    body.put("schema", "qkt-backtest");
    body.put("schemaVersion", 1);
    body.put("name", name);
    body.put("series", replayed.series().stream().map(Object::toString).toList());
    body.put("rows", replayed.rows());
    body.put("from", Times.text(replayed.firstTime()));
    body.put("last", Times.text(replayed.lastTime()));
    body.put("fills", replay.executions().size());
    body.put("realized", Exact.text(replay.realized()));
    body.put("equity", Exact.text(replay.equity()));
    body.put("refused", refused().stream().map(Refusals::json).toList());
    body.put("trades", trades == null ? null : trades.toString());
    return text(body);
  }

  private static String text(Map<String, Object> body) {
    try {
      return new ObjectMapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result must be writable as JSON", e);
    }
  }
}
