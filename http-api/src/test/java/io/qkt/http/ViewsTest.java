package io.qkt.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import io.qkt.platform.registry.Registry.Deployed;
import io.qkt.platform.strategy.Desired;
import io.qkt.platform.strategy.InstanceStatus;
import io.qkt.platform.strategy.InstanceStatus.Figures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ViewsTest {
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("1m"));
  private static final long T = 1_764_000_000_123_456L;
  private static final String T_TEXT = "2025-11-24T16:00:00.123Z";
  private static final Desired DESIRED = new Desired("n", "cluster", "id", 1, "bundle", "SIM",
      "paper:sim", 5_000_000, 0, T);

  @Test
  void listRow_hasWhatScriptsRelyOn() throws JsonProcessingException {
    assertThat(json(Views.listRow(status(0), T + 5_999_999))).hasToString("""
        {"name":"n","kind":"strategy","port":null,"trades":4,"uptimeMs":5999,"state":"running",\
        "mode":"active","node":"node1","brokers":{"SIM":"paper"},\
        "streamBrokers":{"BTCUSDT":"paper"}}""");
  }

  @Test
  void status_ofAHeldPosition_showsExactNumbersAsText() throws JsonProcessingException {
    var json = json(Views.status(status(Exact.parse("-0.01")), T));
    assertThat(json.get("positions")).singleElement().hasToString("""
        {"broker":"SIM","symbol":"BTCUSDT","qty":"-0.01",\
        "avgPrice":"50000.5","unrealized":"-3"}""");
    assertThat(json.get("balance").textValue()).isEqualTo("10012.5");
    assertThat(json.get("equity").textValue()).isEqualTo("10009.5");
    assertThat(json.get("realized").textValue()).isEqualTo("12.5");
    assertThat(json.get("stateHash").textValue()).isEqualTo("00000000000000ff");
    assertThat(json.get("startedAt").textValue()).isEqualTo(T_TEXT);
  }

  @Test
  void status_ofAFlatStrategy_hasNoPositions() throws JsonProcessingException {
    assertThat(json(Views.status(status(0), T)).get("positions")).isEmpty();
  }

  @Test
  void status_withALastTradeAndBar_showsBoth() throws JsonProcessingException {
    var json = json(Views.status(status(0), T));
    assertThat(json.get("lastTrade")).hasToString("""
        {"time":"%s","side":"SELL","broker":"SIM","symbol":"BTCUSDT","qty":"0.01",\
        "price":"50001","realized":"2.5"}""".formatted(T_TEXT));
    assertThat(json.get("lastBar")).hasToString("""
        {"stream":"BTCUSDT","broker":"SIM","symbol":"BTCUSDT","timeframe":"1m",\
        "openTime":"2025-11-24T16:00:00.000Z","consumedAt":"%s","close":"50000"}"""
        .formatted(T_TEXT));
  }

  @Test
  void status_beforeAnything_showsNull() throws JsonProcessingException {
    var json = json(Views.status(fresh(), T - 1));
    for (var field : new String[]{"lastTrade", "lastBar", "recovery", "stateReason"}) {
      assertThat(json.get(field).isNull()).as(field).isTrue();
    }
    assertThat(json.get("uptimeMs").longValue()).isZero();
  }

  @Test
  void status_afterARecovery_showsWhatItCameTo() throws JsonProcessingException {
    assertThat(json(Views.status(status(0), T)).get("recovery")).hasToString("""
        {"journalSeq":9,"stateHash":"ffffffffffffffff","position":"1","orders":3,"fills":2}""");
  }

  @Test
  void deployed_saysWhetherItIsNew() throws JsonProcessingException {
    assertThat(json(Views.deployed(new Deployed("n", "paper:sim", T, true)))).hasToString("""
        {"name":"n","kind":"strategy","port":null,"state":"running","startedAt":"%s",\
        "result":"created","paperFallback":[]}""".formatted(T_TEXT));
    assertThat(Views.deployed(new Deployed("n", "paper:sim", T, false)))
        .containsEntry("result", "unchanged");
  }

  private static JsonNode json(Map<String, Object> view) throws JsonProcessingException {
    return Json.parse(Json.text(view));
  }

  private static InstanceStatus fresh() {
    return running(new Figures("ema-cross", KEY, T, 0, 0, 0, 0, 0, 0, 0, Optional.empty(),
        Optional.empty(), 0, 0, 1, 0xff, Optional.empty()));
  }

  private static InstanceStatus status(long position) {
    long price = Exact.parse("50000");
    var bar = new Bar(KEY, T - 123_456, Bar.NONE, price, price, price, price, Exact.ONE,
        Bar.ClosedBy.TICK, 0);
    var fill = new Filled("cid", "exec", KEY.instrument(), Side.SELL, Exact.parse("0.01"),
        Exact.parse("50001"), 0, T, true);
    return running(new Figures("ema-cross", KEY, T, 1, position, Exact.parse("50000.5"),
        Exact.parse("12.5"), Exact.parse("-3"), 4, 0,
        Optional.of(new InstanceStatus.LastFill(fill, Exact.parse("2.5"))),
        Optional.of(new InstanceStatus.LastBar(bar, T)), 7, 4, 20, 0xff,
        Optional.of(new InstanceStatus.Recovery(9, -1, Exact.ONE, 2, 3))));
  }

  private static InstanceStatus running(Figures figures) {
    return new InstanceStatus(DESIRED, "node1", "running", null, Optional.of(figures));
  }

  @Test
  void status_ofOneThatDoesNotAnswer_isUnknownAndNotZero() throws JsonProcessingException {
    var silent = json(Views.status(InstanceStatus.unanswered(DESIRED), T));
    assertThat(silent.path("state").asText()).isEqualTo("restarting");
    for (var field : List.of("trades", "positions", "equity", "openOrders", "stateHash")) {
      assertThat(silent.has(field)).as(field).isTrue();
      assertThat(silent.path(field).isNull()).as(field).isTrue();
    }
  }
}
