package io.qkt.cli.language;

import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.catalogue.IndicatorCatalogue;
import io.qkt.core.program.function.ScalarFunction;
import io.qkt.dsl.issue.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what an expression can call. */
@Command(name = "indicators", mixinStandardHelpOptions = true,
    description = "List indicators and functions, or say how to call one of them.")
public final class IndicatorsVerb implements Callable<Integer> {
  private static final String LINE = "%-46s %s";

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "One of them.")
  private String name;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    lines().stream().map(String::stripTrailing).forEach(out::println);
    return ExitCode.OK;
  }

  private List<String> lines() {
    var wanted = name == null ? null : name.toLowerCase(Locale.ROOT);
    var lines = new ArrayList<String>();
    for (var indicator : IndicatorCatalogue.all())
      if (wanted == null || indicator.name().equals(wanted)) lines.add(line(indicator));
    for (var function : ScalarFunction.values())
      if (wanted == null || function.text().equals(wanted)) lines.add(line(function));
    if (lines.isEmpty()) throw unknown();
    return lines;
  }

  private static String line(Indicator indicator) {
    var args = new ArrayList<String>(inputs(indicator.inputs()));
    indicator.parameters().forEach(parameter -> args.add(parameter.name()));
    return LINE.formatted(indicator.name() + "(" + String.join(", ", args) + ")",
        indicator.summary());
  }

  private static List<String> inputs(Indicator.Inputs inputs) {
    return switch (inputs) {
      case NUMBER -> List.of("series");
      case TWO_NUMBERS -> List.of("series", "series");
      case NUMBERS -> List.of("series", "series…");
      case CONDITION -> List.of("condition");
      case CANDLE -> List.of("stream");
      case TICK -> List.of("stream.tick");
    };
  }

  private static String line(ScalarFunction function) {
    return LINE.formatted(function.text() + (function.most() == ScalarFunction.ANY
        ? "(a, b, …)"
        : function.least() == 1 ? "(x)" : "(a, b)"), function.summary());
  }

  private Failure unknown() {
    var names = new TreeSet<String>();
    IndicatorCatalogue.all().forEach(indicator -> names.add(indicator.name()));
    for (var function : ScalarFunction.values())
      names.add(function.text());
    return new Failure(ExitCode.NO_SUCH_NAME, "an indicator must exist, `%s` does not".formatted(
        name),
        Nearest.to(name, names)
            .map("use `%s`"::formatted)
            .orElse("see `qkt indicators` for all"));
  }
}
