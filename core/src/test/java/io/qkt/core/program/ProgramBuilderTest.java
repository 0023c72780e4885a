package io.qkt.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Ema;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Frame;
import org.junit.jupiter.api.Test;

final class ProgramBuilderTest {
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("1s"));

  private static final Bar BAR = new Bar(KEY, 0, Bar.NONE, 100 * Exact.ONE, 100 * Exact.ONE,
      100 * Exact.ONE, 100 * Exact.ONE, 0, Bar.ClosedBy.TICK, 0);

  private final ProgramBuilder builder = Program.builder("cross", KEY)
      .buyWhenCrossingAbove(3, 5, 7);

  @Test
  void indicators_ofEqualPeriods_shareTheirSlots() {
    var frame = builder.sellWhenCrossingBelow(3, 5, 7).build().newFrame();
    assertThat(frame.d).hasSize(BarField.COUNT + 2 * Ema.DOUBLES);
    // Each rule remembers whether it was true, and its crossing what was above.
    assertThat(frame.l).hasSize(Frame.STREAM_LONGS + 2 * Ema.LONGS + 2 + 2);
  }

  @Test
  void indicators_ofOtherPeriods_haveSlotsOfTheirOwn() {
    var frame = builder.sellWhenCrossingBelow(3, 8, 7).build().newFrame();
    assertThat(frame.d).hasSize(BarField.COUNT + 3 * Ema.DOUBLES);
  }

  @Test
  void rules_areNumberedFromOneInTheirOrder() {
    var rules = builder.sellWhenCrossingBelow(3, 5, 9).build().rules();
    assertThat(rules).extracting(Rule::number).containsExactly(1, 2);
  }

  @Test
  void frames_ofOneProgram_shareNothing() {
    var program = builder.build();
    var one = program.newFrame();
    for (int i = 0; i < 9; i++) {
      one.show(0, BAR);
      program.update(one, 0);
    }
    assertThat(one.d[BarField.COUNT]).isEqualTo(100);
    assertThat(program.newFrame().d[BarField.COUNT]).isNaN();
  }

  @Test
  void build_thenMoreRules_leavesTheProgramAsItWas() {
    var program = builder.build();
    builder.sellWhenCrossingBelow(8, 13, 7);
    assertThat(program.rules()).hasSize(1);
    var frame = program.newFrame();
    assertThat(frame.d).hasSize(BarField.COUNT + 2 * Ema.DOUBLES);
  }
}
