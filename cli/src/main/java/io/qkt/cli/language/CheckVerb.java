package io.qkt.cli.language;

import io.qkt.cli.end.ExitCode;
import io.qkt.dsl.Compilation;
import io.qkt.dsl.Unit;
import io.qkt.dsl.issue.IssueRenderer;
import io.qkt.dsl.strategy.Facts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with files, or what is known of them. */
@Command(name = "check", mixinStandardHelpOptions = true,
    description = "Say what is wrong with .qkt files, all of it at once; ends with 3 if anything"
        + " is.")
public final class CheckVerb implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--facts",
      description = "Also tell streams, rules with clock and warm-up, order kinds, stops.")
  private boolean facts;

  @Option(names = "--json", description = "Tell everything as JSON, for tools.")
  private boolean json;

  @Option(names = "--param", paramLabel = "NAME=VALUE",
      description = "A value for a PARAM or LET; may be repeated.")
  private final Map<String, String> params = new TreeMap<>();

  @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*",
      description = "Files, or folders whose .qkt files are meant.")
  private List<Path> paths;

  @Override
  public Integer call() {
    var files = paths.stream().flatMap(path -> QktFiles.below(path).stream()).distinct().toList();
    var compiled = new TreeMap<Path, Compilation>();
    files.forEach(file -> compiled.put(file, QktFiles.compile(file, params)));
    boolean failed = compiled.values().stream().anyMatch(Compilation::hasErrors);
    if (json) {
      spec.commandLine().getOut().println(CheckJson.of(compiled));
    } else {
      tell(compiled, failed);
    }
    return failed ? ExitCode.DOES_NOT_COMPILE : ExitCode.OK;
  }

  private void tell(Map<Path, Compilation> compiled, boolean failed) {
    var err = spec.commandLine().getErr();
    compiled.values()
        .stream()
        .flatMap(compilation -> compilation.reports().stream())
        .distinct()
        .map(report -> new IssueRenderer(report.file(), report.source()).render(report.issues()))
        .forEach(err::print);
    err.flush();
    if (failed) return;
    if (facts) compiled.forEach(this::tellFacts);
    spec.commandLine()
        .getOut()
        .println("ok: " + compiled.size() + (compiled.size() == 1 ? " file" : " files"));
  }

  private void tellFacts(Path file, Compilation compilation) {
    var facts = switch (compilation.unit().orElseThrow()) {
      case Unit.Strategy(var program, var rules) ->
          FactsText.of(file, program.name(), Facts.of(program, rules));
      case Unit.Portfolio(var program) -> FactsText.of(file, program);
    };
    spec.commandLine().getOut().print(facts);
  }
}
