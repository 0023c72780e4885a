package io.qkt.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

final class StrategyCompilerTest {
  @Test
  void compile_ofAStrategy_isItsProgram() {
    var compiled = StrategyCompiler.compile("""
        STRATEGY one VERSION 1
        SYMBOLS btc = SIM:BTCUSDT EVERY 1s
        RULES WHEN btc.close > 1 THEN CLOSE btc
        """);
    assertThat(((CompileResult.Compiled) compiled).program().name()).isEqualTo("one");
  }

  @Test
  void compile_ofMistakes_isAllOfThemWithTheirPlaces() {
    var rejected = (CompileResult.Rejected) StrategyCompiler.compile("""
        STRATEGY one VERSION 1
        SYMBOLS btc = SIM:BTCUSDT EVERY 1s
        RULES WHEN btx.close > foo THEN CLOSE btc
        """);
    assertThat(rejected.errors()).containsExactly(
        new CompileError("E0102", "unknown stream `btx`", 3, 12, "use `btc`"),
        new CompileError("E0103", "unknown name `foo`", 3, 24, "use `btc`"));
  }

  @Test
  void compile_ofARuleThatIsNotUnderstood_checksTheOthersAllTheSame() {
    var rejected = (CompileResult.Rejected) StrategyCompiler.compile("""
        STRATEGY one VERSION 1
        SYMBOLS btc = SIM:BTCUSDT EVERY 1s
        LET a = btc.close
        RULES
          WHEN a > > 1 THEN CLOSE btc
          WHEN btc.close > foo THEN CLOSE btc
        """);
    assertThat(rejected.errors()).extracting(CompileError::code, CompileError::line)
        .containsExactly(tuple("E0251", 5), tuple("E0103", 6));
  }

  @Test
  void compile_ofAPortfolio_saysThatItIsNone() {
    var rejected = (CompileResult.Rejected) StrategyCompiler.compile("""
        PORTFOLIO book VERSION 1
        IMPORT 'a.qkt' AS a
        RULES RUN a
        """);
    assertThat(rejected.errors()).extracting(CompileError::code).containsExactly("E0507");
  }
}
