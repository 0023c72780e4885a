package io.qkt.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Ema;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.order.Side;
import org.junit.jupiter.api.Test;

final class ProgramBuilderTest {
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("1s"));

  private final ProgramBuilder builder = Program.builder("cross", KEY)
      .buyWhenCrossingAbove(3, 5, 7);

  @Test
  void indicators_ofEqualPeriods_shareTheirSlots() {
    var frame = builder.sellWhenCrossingBelow(3, 5, 7).build().newFrame();
    assertThat(frame.doubleCount()).isEqualTo(2 * Ema.DOUBLES);
    assertThat(frame.longCount()).isEqualTo(2 * Ema.LONGS + 2);
  }

  @Test
  void indicators_ofOtherPeriods_haveSlotsOfTheirOwn() {
    var frame = builder.sellWhenCrossingBelow(3, 8, 7).build().newFrame();
    assertThat(frame.doubleCount()).isEqualTo(3 * Ema.DOUBLES);
  }

  @Test
  void rules_areNumberedFromOneInTheirOrder() {
    var rules = builder.sellWhenCrossingBelow(3, 5, 9).build().rules();
    assertThat(rules).extracting(Rule::number).containsExactly(1, 2);
    assertThat(rules).extracting(Rule::side).containsExactly(Side.BUY, Side.SELL);
    assertThat(rules).extracting(Rule::quantity).containsExactly(7L, 9L);
  }

  @Test
  void frames_ofOneProgram_shareNothing() {
    var program = builder.build();
    var one = program.newFrame();
    for (int i = 0; i < 9; i++) {
      one.show(100, 0, 0);
      program.updateIndicators(one);
    }
    assertThat(one.doubleAt(0)).isEqualTo(100);
    assertThat(program.newFrame().doubleAt(0)).isNaN();
  }

  @Test
  void build_thenMoreRules_leavesTheProgramAsItWas() {
    var program = builder.build();
    builder.sellWhenCrossingBelow(8, 13, 7);
    assertThat(program.rules()).hasSize(1);
    var frame = program.newFrame();
    assertThat(frame.doubleCount()).isEqualTo(2 * Ema.DOUBLES);
  }
}
