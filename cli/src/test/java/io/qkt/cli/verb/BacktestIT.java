package io.qkt.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BacktestIT {
  private static final long T0 = 1_709_510_400_000L;
  private static final String STRATEGY = """
      STRATEGY trend VERSION 1
      SYMBOLS x = BACKTEST:BTCUSDT EVERY 1m
      RULES
        WHEN x.close > x.open AND POSITION.x = 0 THEN BUY x SIZING 1
        WHEN x.close < x.open AND POSITION.x > 0 THEN SELL x SIZING 1
        WHEN x.close > 104 THEN BUY x SIZING 500
      """;

  @TempDir
  private Path dir;
  private String root;
  private String strategy;

  @BeforeEach
  void files() throws Exception {
    root = dir.resolve("data").toString();
    strategy = Files.writeString(dir.resolve("trend.qkt"), STRATEGY).toString();
  }

  @Test
  void backtest_ofImportedBars_writesItsTrades() throws Exception {
    var imported = importBars();
    assertThat(imported).isEqualTo(new Qkt.Ended(0, "BACKTEST:BTCUSDT 1m  6 rows  "
        + "2024-03-04T00:00:00Z to 2024-03-04T00:05:00Z\n", ""));
    var out = dir.resolve("out");

    var ended = backtest("--report-dir", out.toString());

    assertThat(ended.exitCode()).isZero();
    assertThat(Files.readAllLines(out.resolve("trades.csv"))).containsExactly(
        "timestamp,strategy,symbol,side,positionEffect,orderType,quantity,price,realized,"
            + "commission",
        "1709510460000,trend,BACKTEST:BTCUSDT,BUY,OPEN_LONG,MARKET,1,101,0,0",
        "1709510640000,trend,BACKTEST:BTCUSDT,SELL,CLOSE_LONG,MARKET,1,103,2,0",
        "1709510700000,trend,BACKTEST:BTCUSDT,BUY,OPEN_LONG,MARKET,1,105,0,0");
    assertThat(ended.out()).contains("fills     3", "realized  2", "equity    10002",
        "refused   1 x MAX_ORDER_QTY", "max_order_qty", out.toString());
  }

  @Test
  void backtest_whoseReportWouldBeTheRootOfADisk_isRefused() throws Exception {
    var ended = backtest("--report-dir", "/", "--force");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).startsWith("error: the report's folder must not be the root");
  }

  @Test
  void backtest_asJson_tellsTheSameOnOneLine() throws Exception {
    importBars();

    var ended = backtest("--json", "--from", "2024-03-04", "--to", "2024-03-04T00:03:00Z",
        "--starting-balance", "500");

    var json = new ObjectMapper().readTree(ended.out());
    assertThat(json.path("schema").asText()).isEqualTo("qkt-backtest");
    assertThat(json.path("rows").asInt()).isEqualTo(3);
    assertThat(json.path("fills").asInt()).isEqualTo(1);
    assertThat(json.path("equity").asText()).isEqualTo("501");
    assertThat(json.path("refused").isEmpty()).isTrue();
  }

  @Test
  void backtest_intoAFolderThatIsNotEmpty_needsForce() throws Exception {
    importBars();
    Files.writeString(dir.resolve("mine.txt"), "keep me");

    var refused = backtest("--report-dir", dir.toString());
    assertThat(refused.exitCode()).isEqualTo(6);
    assertThat(refused.err()).contains("must be empty or new", "--force");
    assertThat(backtest("--report-dir", dir.toString(), "--force").exitCode()).isZero();
    assertThat(dir.resolve("mine.txt")).hasContent("keep me");
  }

  @Test
  void backtest_ofBrokenText_saysWhereAndEndsWith3() throws Exception {
    Files.writeString(Path.of(strategy), "STRATEGY s VERSION 1\nRULES\n  WHEN x THEN\n");

    var ended = backtest();

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("error[E0", "trend.qkt:3:", "help:");
  }

  @Test
  void backtest_withoutData_endsWith7AndSaysHowToImport() throws Exception {
    var ended = backtest();

    assertThat(ended.exitCode()).isEqualTo(7);
    assertThat(ended.err()).contains("the data of BACKTEST:BTCUSDT must be bars that make 1m",
        "help: import them: `qkt data import FILE --as BACKTEST:BTCUSDT --tf 1m`");
    importBars();
    assertThat(backtest("--from", "2025-01-01").err()).contains("must lie in the period");
  }

  @Test
  void backtest_withSpreads_needsToKnowTheInstrument() throws Exception {
    importBars();

    var ended = backtest("--fills", "realistic");

    assertThat(ended.exitCode()).isEqualTo(7);
    assertThat(ended.err()).contains("tier realistic need to know BACKTEST:BTCUSDT",
        "instruments.yaml has no entry");
  }

  @Test
  void backtest_withWrongWords_endsWith2() throws Exception {
    assertUsage(backtest("--from", "yesterday"), "--from: must be a date or an instant in UTC");
    assertUsage(backtest("--from", "2024-03-05", "--to", "2024-03-05"), "--from must be before");
    assertUsage(backtest("--fills", "perfect"), "must be one of paper, mt5-basic, realistic");
    assertUsage(backtest("--starting-balance", "0"), "must be above 0, was 0");
    assertUsage(Qkt.run("backtest", "gone.qkt"), "gone.qkt was not");
    assertUsage(Qkt.run("data"), "a verb must be given after 'data'");
    assertUsage(Qkt.run("data", "import", "x.csv", "--as", "A:B"), "--tf");
    assertUsage(Qkt.run("data", "import", "x.csv", "--as", "AB", "--ticks"), "--as: an instrument");
    assertUsage(Qkt.run("data", "import", "gone.csv", "--as", "A:B", "--ticks"), "gone.csv was");
  }

  private static void assertUsage(Qkt.Ended ended, String text) {
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains(text, "help: ");
  }

  @Test
  void dataImport_ofABadRow_endsWith7AndKeepsWhatThereWas() throws Exception {
    importBars();
    var bad = Files.writeString(dir.resolve("bad.csv"), T0 + ",1,1,2,1\n").toString();

    var ended = Qkt.run("data", "import", bad, "--as", "BACKTEST:BTCUSDT", "--tf", "1m",
        "--data-root", root);

    assertThat(ended.exitCode()).isEqualTo(7);
    assertThat(ended.err()).contains("bad.csv:1: high must be at least low, was 1 under 2",
        "help: correct or remove the line");
    assertThat(Qkt.run("data", "list", "--data-root", root).out().lines()).containsExactly(
        "INSTRUMENT        KIND  ROWS  FROM                  LAST",
        "BACKTEST:BTCUSDT  1m    6     2024-03-04T00:00:00Z  2024-03-04T00:05:00Z");
  }

  private Qkt.Ended backtest(String... more) throws Exception {
    var words = new ArrayList<>(List.of("backtest", strategy, "--data-root", root));
    words.addAll(List.of(more));
    return Qkt.run(words.toArray(String[]::new));
  }

  /** Rising for three minutes, falling in the fourth, and then rising again. */
  private Qkt.Ended importBars() throws Exception {
    var lines = new StringBuilder("timestamp,open,high,low,close,volume\n");
    int[] closes = {101, 102, 103, 102, 105, 104};
    int[] opens = {100, 101, 102, 103, 103, 105};
    for (int i = 0; i < closes.length; i++) {
      lines.append("%d,%d,%d,%d,%d,1%n".formatted(T0 + 60_000L * i, opens[i],
          Math.max(opens[i], closes[i]), Math.min(opens[i], closes[i]), closes[i]));
    }
    var file = Files.writeString(dir.resolve("bars.csv"), lines).toString();
    return Qkt.run("data", "import", file, "--as", "BACKTEST:BTCUSDT", "--tf", "1m",
        "--data-root", root);
  }
}
