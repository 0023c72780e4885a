package io.qkt.backtest.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.backtest.store.DataProblem;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InstrumentsFileTest {
  private static final Instrument BTC = Instrument.parse("BACKTEST:BTCUSDT");
  private static final String ITEM = """
      instruments:
        - qktSymbol: BACKTEST:BTCUSDT
          contractSize: 1
          volumeStep: 0.001
          volumeMin: 0.001
          pointSize: 0.01
          digits: 2
          tradeStopsLevelPoints: 0
      """;

  @TempDir
  private Path root;

  @Test
  void entry_withTheNeededKeys_hasNoCosts() throws Exception {
    var step = Exact.parse("0.001");
    assertThat(read(ITEM).of(BTC)).isEqualTo(new InstrumentSpec(Exact.ONE, step, step, 0,
        Exact.parse("0.01"), 2, 0, 0, 0, 0, 0, null, 0, ""));
  }

  @Test
  void entry_withEveryKey_hasEachValue() throws Exception {
    var spec = read(ITEM.replace("Points: 0", "Points: 15") + """
            volumeMax: 100      # lots
            commissionPerLot: "3.5"
            slippagePoints: 2
            swapLongPoints: -4.25
            swapShortPoints: 1
            swapTripleDay: Wednesday
            swapRolloverHourUtc: 21
        """).of(BTC);

    assertThat(spec.stopsLevelPoints()).isEqualTo(15);
    assertThat(spec.volumeMax()).isEqualTo(100 * Exact.ONE);
    assertThat(spec.commissionPerLot()).isEqualTo(Exact.parse("3.5"));
    assertThat(spec.slippagePoints()).isEqualTo(2 * Exact.ONE);
    assertThat(spec.swapLongPoints()).isEqualTo(Exact.parse("-4.25"));
    assertThat(spec.swapShortPoints()).isEqualTo(Exact.ONE);
    assertThat(spec.swapTripleDay()).isEqualTo(DayOfWeek.WEDNESDAY);
    assertThat(spec.swapRolloverHourUtc()).isEqualTo(21);
  }

  @Test
  void instrument_withoutAnEntry_isPlain() throws Exception {
    assertThat(read(ITEM).of(Instrument.parse("X:Y"))).isEqualTo(InstrumentSpec.PLAIN);
    assertThat(read("instruments: []").knows(BTC)).isFalse();
    Files.delete(root.resolve("instruments.yaml"));
    assertThat(InstrumentsFile.below(root).knows(BTC)).isFalse();
  }

  @Test
  void file_inAnotherHandwriting_saysTheSame() throws Exception {
    var flat = "\uFEFF---\n# mine\n" + ITEM.replace("\n  ", "\n").replace("- qkt", "-\n  qkt");

    assertThat(read(flat.replace("BACKTEST:BTCUSDT", "'BACKTEST:BTCUSDT'").replace("\n", "\r\n"))
        .of(BTC)).isEqualTo(read(ITEM).of(BTC));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      contractSize: 1   | contractsize: 1     | 3 | the nearest one is 'contractSize'
      contractSize: 1   | volumeMin: 2        | 5 | '%s' was given twice
      contractSize: 1   | banana: 2           | 3 | a key must be one of qktSymbol, contractSize
      contractSize: 1   | contractSize: 0     | 3 | contractSize must be above 0, was 0
      contractSize: 1   | contractSize: one   | 3 | contractSize: a number must be
      contractSize: 1   | contractSize:1      | 3 | a line must look like 'key: value'
      volumeMin: 0.001  | volumeMin: -1       | 5 | volumeMin must be 0 or more, was -1
      digits: 2         | digits: 9           | 7 | digits must be a whole number from 0 to 8, was 9
      digits: 2         | digits: 1.5         | 7 | digits must be a whole number
      digits: 2         | # digits: 2         | 2 | an instrument must have the key 'digits'
      BACKTEST:BTCUSDT  | BTCUSDT             | 2 | an instrument must look like SIM:BTCUSDT
      instruments:      | instrument:         | 1 | the file must begin with 'instruments:'
      """)
  void file_withAMistake_isRefusedWithItsLine(String good, String bad, int line, String why)
      throws Exception {
    assertThatThrownBy(() -> read(ITEM.replace(good, bad))).isInstanceOf(DataProblem.class)
        .hasMessageContaining("instruments.yaml:" + line + ": ")
        .hasMessageContaining(why.replace("%s", "volumeMin"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      '        swapTripleDay: someday'   | 9 | swapTripleDay must be a day such as WEDNESDAY
      '     volumeMax: 1'                | 9 | a key must stand 4 blanks in
      '   - qktSymbol: A:B'              | 9 | a '-' must stand 2 blanks in
      '  - qktSymbol: BACKTEST:BTCUSDT'  | 9 | an instrument must have the key 'contractSize'
      """)
  void line_thatDoesNotBelong_isRefused(String more, int line, String why) throws Exception {
    var aligned = more.replace("        swap", "    swap");
    assertThatThrownBy(() -> read(ITEM + aligned)).isInstanceOf(DataProblem.class)
        .hasMessageContaining(":" + line + ": ")
        .hasMessageContaining(why);
  }

  @Test
  void instrument_listedTwice_isRefused() {
    var twice = ITEM + ITEM.substring(ITEM.indexOf('\n') + 1);

    assertThatThrownBy(() -> read(twice)).hasMessageContaining("BACKTEST:BTCUSDT was listed twice");
  }

  private InstrumentsFile read(String text) throws Exception {
    Files.writeString(root.resolve("instruments.yaml"), text);
    return InstrumentsFile.below(root);
  }
}
