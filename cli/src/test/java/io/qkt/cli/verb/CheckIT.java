package io.qkt.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckIT {
  private static final Path EXAMPLES = Path.of(System.getProperty("qkt.root"), "examples");
  private static final String RIGHT = """
      STRATEGY right VERSION 1
      SYMBOLS btc = SIM:BTCUSDT EVERY 1m WARMUP 50 BARS
      RULES
        WHEN ema(btc.close, 9) > 1 THEN BUY btc SIZING 1
          BRACKET { STOP LOSS BY 5, TAKE PROFIT RR 2 }
      """;

  @TempDir
  private Path dir;

  @Test
  void check_ofAFolder_tellsAllErrorsOfAllFilesAndEndsWith3() throws Exception {
    written("a.qkt", RIGHT);
    written("b.qkt", RIGHT.replace("ema(btc", "emma(btc"));
    written("c.qkt", RIGHT.replace("BUY btc", "BUY btx"));
    var ended = Qkt.run("check", dir.toString());

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("b.qkt:4:8", "help: use `ema`", "c.qkt:4:39",
        "help: use `btc`");
  }

  @Test
  void check_withFacts_tellsClockWarmUpOrdersAndStops() throws Exception {
    var ended = Qkt.run("check", "--facts", written("a.qkt", RIGHT));

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("stream btc = SIM:BTCUSDT every 1m, 50 bars of history",
        "rule 1: clock btc, warm after btc 50 bars, ema(btc.close, 9)",
        "order kinds: limit, market, stop", "every order has a stop loss", "ok: 1 file");
  }

  @Test
  void check_asJson_tellsPlacesToTools() throws Exception {
    var ended = Qkt.run("check", "--json",
        written("a.qkt", RIGHT.replace("btc.close", "btc.clothes")));
    var issue = new ObjectMapper().readTree(ended.out()).path("files").path(0).path("issues");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(issue).hasSize(1);
    assertThat(issue.path(0).path("code").asText()).isEqualTo("E0104");
    assertThat(issue.path(0).path("line").asInt()).isEqualTo(4);
    assertThat(issue.path(0).path("column").asInt()).isEqualTo(16);
  }

  @Test
  void check_ofAPortfolio_tellsItsChildren() throws Exception {
    var ended = Qkt.run("check", "--facts", EXAMPLES.resolve("book.qkt").toString());

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("portfolio book, capital ").contains("  child ");
  }

  @Test
  void check_ofAFileThatIsNotThere_saysSo() throws Exception {
    assertThat(Qkt.run("check", "nowhere.qkt")).matches(e -> e.exitCode() == 1
        && e.err().contains("nowhere.qkt"));
  }

  private String written(String name, String text) throws Exception {
    return Files.writeString(dir.resolve(name), text).toString();
  }
}
