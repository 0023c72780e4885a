package io.qkt.core.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.Indicator.Inputs;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every indicator, whatever it computes. */
final class IndicatorCatalogueTest {
  private static final int BARS = 400;
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final int NUMBERS = 3;

  static Stream<Indicator> all() {
    return IndicatorCatalogue.all().stream();
  }

  @Test
  void names_areUniqueAndFound() {
    assertThat(all().map(Indicator::name)).doesNotHaveDuplicates();
    assertThat(all()).allSatisfy(
        one -> assertThat(IndicatorCatalogue.named(one.name())).containsSame(one));
    assertThat(IndicatorCatalogue.named("emma")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void summary_isOneSentence(Indicator indicator) {
    assertThat(indicator.summary()).matches("[A-Z0-9%].*\\.");
  }

  // A snapshot is a copy of two arrays: who goes on from a copy must go on equally.
  @ParameterizedTest
  @MethodSource("all")
  void copyOfTheSlots_atAnyPoint_goesOnEqually(Indicator indicator) {
    for (long seed = 1; seed <= 5; seed++) {
      var cases = new Cases(seed);
      var args = args(indicator);
      var inputs = inputs(indicator, cases);
      int split = (int) cases.between(1, BARS - 1);
      var whole = new Use(indicator, args);
      run(whole, inputs, 0, split);
      var copy = whole.copy();
      assertThat(run(copy, inputs, split, BARS)).isEqualTo(run(whole, inputs, split, BARS));
    }
  }

  // The same instance serves many strategies: no use may see another one.
  @ParameterizedTest
  @MethodSource("all")
  void uses_sideBySide_doNotDisturbEachOther(Indicator indicator) {
    var args = args(indicator);
    var one = inputs(indicator, new Cases(7));
    var two = inputs(indicator, new Cases(8));
    var alone = run(new Use(indicator, args), one, 0, BARS);
    var first = new Use(indicator, args);
    var second = new Use(indicator, args);
    var beside = new double[BARS];
    for (int bar = 0; bar < BARS; bar++) {
      beside[bar] = first.update(bar, one[bar]);
      second.update(bar, two[bar]);
    }
    assertThat(beside).isEqualTo(alone);
  }

  @ParameterizedTest
  @MethodSource("all")
  void value_isUndefinedBeforeTheWarmUpAndThereAfterwards(Indicator indicator) {
    var args = args(indicator);
    var values = run(new Use(indicator, args), inputs(indicator, new Cases(3)), 0, BARS);
    int warmUp = indicator.warmUp(args);
    for (int bar = 0; bar < warmUp - 1; bar++)
      assertThat(values[bar]).isNaN();
    assertThat(values[BARS - 1]).isNotNaN();
  }

  private static double[] run(Use use, double[][] inputs, int from, int to) {
    var values = new double[to - from];
    for (int bar = from; bar < to; bar++)
      values[bar - from] = use.update(bar, inputs[bar]);
    return values;
  }

  /** The least that each parameter allows and a bit, each larger than the one before. */
  private static double[] args(Indicator indicator) {
    var args = new ArrayList<Double>();
    if (indicator.inputs() == Inputs.NUMBERS) args.add((double) NUMBERS);
    double next = 3;
    for (var parameter : indicator.parameters()) {
      // Bars of an hour open on the hour.
      boolean isMinuteOfDay = parameter.name().endsWith(" minute");
      if (!isMinuteOfDay) next = Math.max(next + 2, parameter.least());
      args.add(isMinuteOfDay ? 0 : next);
    }
    return args.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[][] inputs(Indicator indicator, Cases cases) {
    var inputs = new double[BARS][];
    double price = 100;
    for (int bar = 0; bar < BARS; bar++) {
      price *= 1 + cases.between(-100, 100) / 10_000.0;
      inputs[bar] = input(indicator.inputs(), price, cases);
    }
    return inputs;
  }

  private static double[] input(Inputs kind, double price, Cases cases) {
    double other = price + cases.between(1, 300) / 100.0;
    return switch (kind) {
      case NUMBER -> new double[]{price};
      case TWO_NUMBERS, TICK -> new double[]{price, other};
      case NUMBERS -> new double[]{price, other, cases.between(1, 1000)};
      case CONDITION -> new double[]{cases.between(0, 3)};
      case CANDLE -> new double[]{price, other + 1, price - 1, other, cases.between(1, 1000)};
    };
  }

  /** An indicator's state in arrays of its own. */
  private record Use(Indicator indicator, double[] d, long[] l) {
    Use(Indicator indicator, double[] args) {
      this(indicator, new double[indicator.doubles(args)], new long[indicator.longs(args)]);
      indicator.init(d, 0, l, 0, args);
    }

    Use copy() {
      return new Use(indicator, d.clone(), l.clone());
    }

    double update(int bar, double[] in) {
      // Ten hours are missing in the middle, for what waits for a pause.
      long hour = bar < BARS / 2 ? bar : bar + 10;
      return indicator.update(d, 0, l, 0, in, hour * HOUR_MICROS);
    }
  }
}
