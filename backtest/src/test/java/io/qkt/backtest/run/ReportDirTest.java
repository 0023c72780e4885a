package io.qkt.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.backtest.Execution;
import io.qkt.core.market.Instrument;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderType;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportDirTest {
  private static final String HEADER = "timestamp,strategy,symbol,side,positionEffect,orderType,"
      + "quantity,price,realized,commission";

  @TempDir
  private Path dir;

  @Test
  void trades_ofARun_areOneLineEach() throws Exception {
    var file = new ReportDir(dir.resolve("new/out")).write(List.of(
        fill("s", Side.BUY, "2", "0"), fill("s", Side.BUY, "0.5", "0"),
        fill("b:s", Side.SELL, "1", "-0.1"), fill("s", Side.SELL, "1", "1.25"),
        fill("s", Side.SELL, "3", "-7"), fill("s", Side.BUY, "1.5", "0")));

    assertThat(Files.readAllLines(file)).containsExactly(HEADER,
        "1709510400000,s,BACKTEST:X,BUY,OPEN_LONG,LIMIT,2,98.5,0,0.25",
        "1709510400000,s,BACKTEST:X,BUY,INCREASE_LONG,LIMIT,0.5,98.5,0,0.25",
        "1709510400000,b:s,BACKTEST:X,SELL,OPEN_SHORT,LIMIT,1,98.5,-0.1,0.25",
        "1709510400000,s,BACKTEST:X,SELL,REDUCE_LONG,LIMIT,1,98.5,1.25,0.25",
        "1709510400000,s,BACKTEST:X,SELL,REVERSE_TO_SHORT,LIMIT,3,98.5,-7,0.25",
        "1709510400000,s,BACKTEST:X,BUY,CLOSE_SHORT,LIMIT,1.5,98.5,0,0.25");
  }

  @Test
  void report_overAnOldOne_replacesItAndLeavesTheRest() throws Exception {
    var out = Files.createDirectory(dir.resolve("out"));
    Files.writeString(out.resolve("trades.csv"), "old");
    Files.writeString(out.resolve("notes.txt"), "mine");

    new ReportDir(out).write(List.of());

    assertThat(Files.readAllLines(out.resolve("trades.csv"))).containsExactly(HEADER);
    assertThat(out.resolve("notes.txt")).hasContent("mine");
    assertThat(dir.toFile().list()).containsExactly("out");
  }

  @Test
  void folder_thatIsMissingOrEmpty_isNotTaken() throws Exception {
    assertThat(new ReportDir(dir.resolve("none")).isTaken()).isFalse();
    assertThat(new ReportDir(dir).isTaken()).isFalse();
    var file = Files.writeString(dir.resolve("file"), "");
    assertThat(new ReportDir(dir).isTaken()).isTrue();
    assertThat(new ReportDir(file).isTaken()).isTrue();
  }

  private static Execution fill(String owner, Side side, String quantity, String realized) {
    long time = 1_709_510_400_000_999L;
    return new Execution(owner, new Filled("c", "e", Instrument.parse("BACKTEST:X"), side,
        Exact.parse(quantity), Exact.parse("98.50"), Exact.parse("0.25"), time - 1, true),
        OrderType.LIMIT, time, Exact.parse(realized));
  }
}
