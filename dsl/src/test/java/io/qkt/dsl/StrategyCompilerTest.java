package io.qkt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Ema;
import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.Rule;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.node.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrategyCompilerTest {
  private static final String HELP = "write `builtin:ema-cross stream=SIM:BTCUSDT every=1s fast=3"
      + " slow=5 qty=0.01`";

  @ParameterizedTest
  @ValueSource(strings = {"builtin:ema-cross", "  builtin:ema-cross\n",
      "builtin:ema-cross stream=SIM:BTCUSDT every=1s fast=3 slow=5 qty=0.01"})
  void compile_withoutSettings_takesTheDefaults(String source) {
    var program = compiled(source);
    assertThat(program.name()).isEqualTo("ema-cross");
    assertThat(program.stream()).hasToString("SIM:BTCUSDT 1s");
    assertThat(periods(program)).containsExactly(3, 5);
    assertThat(program.rules()).map(StrategyCompilerTest::order)
        .containsExactly(market(Side.BUY, 0.01), market(Side.SELL, 0.01));
  }

  @Test
  void compile_ofStreamAndEvery_chooseTheBars() {
    var program = compiled("builtin:ema-cross every=5m stream=EXNESS:EURUSDm");
    assertThat(program.stream()).hasToString("EXNESS:EURUSDm 5m");
  }

  @Test
  void compile_ofFastAndSlow_choosesThePeriods() {
    assertThat(periods(compiled("builtin:ema-cross fast=1 slow=100000"))).containsExactly(1,
        100_000);
  }

  @Test
  void compile_ofQty_isTheQuantityOfBothRules() {
    assertThat(compiled("builtin:ema-cross qty=2.5").rules()).map(StrategyCompilerTest::order)
        .containsExactly(market(Side.BUY, 2.5), market(Side.SELL, 2.5));
  }

  @Test
  void compile_ofASettingTwice_takesTheLast() {
    assertThat(periods(compiled("builtin:ema-cross fast=2 fast=4"))).containsExactly(4, 5);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "fast=0|a period must be a whole number from 1 to 100000, was '0'",
      "slow=100001|a period must be a whole number from 1 to 100000, was '100001'",
      "fast=-1|a period must be a whole number from 1 to 100000, was '-1'",
      "fast=1.5|a period must be a whole number from 1 to 100000, was '1.5'",
      "fast=5|fast must be below slow, was 5 and 5",
      "slow=2|fast must be below slow, was 3 and 2",
      "qty=0|qty must be above 0, was 0",
      "qty=-1|qty must be above 0, was -1",
      "stream=BTC|an instrument must look like SIM:BTCUSDT, was 'BTC'",
      "every=1w|a timeframe must look like 1s, 5m, 4h or 1d, was '1w'"})
  void compile_ofAnImpossibleValue_isE0003(String setting, String message) {
    assertThat(error("builtin:ema-cross " + setting))
        .isEqualTo(new CompileError("E0003", message, 1, 1, HELP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qty=", "qty=x", "qty=99999999999999"})
  void compile_ofAQuantityThatIsNoExactNumber_isE0003(String setting) {
    assertThat(error("builtin:ema-cross " + setting).code()).isEqualTo("E0003");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"builtin:ema-cross emma=3|emma=3|19",
      "builtin:ema-cross fast=3 fast|fast|26", "builtin:ema-cross s|s|19",
      "builtin:ema-cross =3|=3|19", "'  builtin:ema-cross emma=3'|emma=3|21"})
  void compile_ofAnUnknownSetting_isE0004AtItsPlace(String source, String word, int column) {
    assertThat(error(source)).isEqualTo(new CompileError("E0004",
        "a setting must be one of stream= every= fast= slow= qty=, was '%s'".formatted(word), 1,
        column, HELP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void compile_ofAnUnknownSettingOnALaterLine_namesTheLine(String newline) {
    var error = error(newline + "builtin:ema-cross" + newline + "  fast=3 emma=3");
    assertThat(error.line()).isEqualTo(3);
    assertThat(error.column()).isEqualTo(10);
  }

  /** Each average keeps its period in its first long slot, behind the three of the stream. */
  private static int[] periods(Program program) {
    var frame = program.newFrame();
    return new int[]{(int) frame.l[3], (int) frame.l[3 + Ema.LONGS]};
  }

  private static OrderPlan order(Rule rule) {
    return ((Action.Trade) rule.actions().getFirst()).order();
  }

  private static OrderPlan market(Side side, double quantity) {
    return OrderPlan.market(0, side, new Sizing.Units(new Constant(quantity)));
  }

  private static Program compiled(String source) {
    assertThat(StrategyCompiler.compile(source)).isInstanceOf(CompileResult.Compiled.class);
    return ((CompileResult.Compiled) StrategyCompiler.compile(source)).program();
  }

  private static CompileError error(String source) {
    assertThat(StrategyCompiler.compile(source)).isInstanceOf(CompileResult.Rejected.class);
    var errors = ((CompileResult.Rejected) StrategyCompiler.compile(source)).errors();
    assertThat(errors).hasSize(1);
    return errors.getFirst();
  }
}
