package io.qkt.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.catalogue.IndicatorCatalogue;
import io.qkt.core.program.function.ScalarFunction;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of indicators and functions say what the catalogues say. */
class IndicatorTablesTest {
  private static final String PAGE = "docs/reference/language/%s.md";
  /** Usual values of parameters, by name; they are those of the call that a row shows. */
  private static final Map<String, Integer> USUAL = Map.ofEntries(Map.entry("k", 2),
      Map.entry("m", 2), Map.entry("fast", 12), Map.entry("slow", 26), Map.entry("signal", 9),
      Map.entry("hour", 8), Map.entry("hours", 24), Map.entry("minutes", 60),
      Map.entry("start hour", 8), Map.entry("start minute", 0), Map.entry("end hour", 16),
      Map.entry("end minute", 30), Map.entry("days", 5), Map.entry("range", 20),
      Map.entry("reclaim", 3), Map.entry("arm", 5), Map.entry("d", 3));
  private static final int PERIOD = 20;

  @Test
  void page_ofIndicators_hasTheCatalogue() {
    assertFresh("indicators", "| call | example | bars | what it says |\n|---|---|---|---|\n"
        + IndicatorCatalogue.all().stream().map(IndicatorTablesTest::row).collect(joining()));
  }

  @Test
  void page_ofFunctions_hasThemAll() {
    assertFresh("functions", "| call | what it says |\n|---|---|\n"
        + Arrays.stream(ScalarFunction.values())
            .map(function -> "| `%s` | %s |\n".formatted(call(function), function.summary()))
            .collect(joining()));
  }

  private static String row(Indicator indicator) {
    var names = new ArrayList<>(inputs(indicator.inputs(), false));
    var example = new ArrayList<>(inputs(indicator.inputs(), true));
    for (var parameter : indicator.parameters()) {
      names.add(parameter.name());
      example.add(Integer.toString(USUAL.getOrDefault(parameter.name(), PERIOD)));
    }
    var shown = call(indicator, example);
    return "| `%s` | `%s` | %d | %s |\n".formatted(call(indicator, names), shown, bars(shown),
        indicator.summary());
  }

  private static String call(Indicator indicator, List<String> arguments) {
    return indicator.name() + "(" + String.join(", ", arguments) + ")";
  }

  private static List<String> inputs(Indicator.Inputs inputs, boolean example) {
    return switch (inputs) {
      case NUMBER -> List.of(example ? "btc.close" : "x");
      case TWO_NUMBERS -> example ? List.of("btc.close", "eth.close") : List.of("x", "y");
      case NUMBERS -> example ? List.of("btc.close", "eth.close") : List.of("y", "x …");
      case CONDITION -> List.of(example ? "btc.close > btc.open" : "condition");
      case CANDLE -> List.of(example ? "btc" : "stream");
      case TICK -> List.of(example ? "btc.tick" : "stream.tick");
    };
  }

  /** What {@code qkt check} would say of a rule that mentions the call and nothing else. */
  private static int bars(String call) {
    var compilation = Compiler.compile("""
        STRATEGY row VERSION 1
        SYMBOLS
          btc = BINANCE:BTCUSDT EVERY 1h
          eth = BINANCE:ETHUSDT EVERY 1h
        RULES WHEN %s IS NOT NULL THEN LOG "there"
        """.formatted(call));
    assertThat(compilation.hasErrors()).as(call).isFalse();
    return ((Unit.Strategy) compilation.unit().orElseThrow()).rules()
        .getFirst()
        .warmUp()
        .get("btc");
  }

  private static String call(ScalarFunction function) {
    var arguments = function.most() == ScalarFunction.ANY ? "x, y, …"
        : function.least() == 1 ? "x" : "x, y";
    return function.text() + "(" + arguments + ")";
  }

  private static void assertFresh(String name, String table) {
    var page = Page.of(PAGE.formatted(name));
    var begin = "<!-- generated: %s -->\n\n".formatted(name);
    var end = "\n<!-- end of generated: %s -->\n".formatted(name);
    int from = page.text().indexOf(begin) + begin.length();
    int to = page.text().indexOf(end);
    assertThat(to).as("the markers of the generated part").isGreaterThanOrEqualTo(from);
    var expected = page.text().substring(0, from) + table + page.text().substring(to);
    if (Boolean.getBoolean("qkt.bless")) page.rewrite(expected);
    else
      assertThat(page.text()).as("run `./dev bless docs` and read the difference")
          .isEqualTo(expected);
  }
}
