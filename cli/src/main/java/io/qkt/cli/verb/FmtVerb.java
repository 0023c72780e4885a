package io.qkt.cli.verb;

import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.dsl.format.Formatter;
import io.qkt.dsl.issue.IssueRenderer;
import io.qkt.dsl.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lays strategy files out in the one style. */
@Command(name = "fmt", mixinStandardHelpOptions = true,
    description = "Lay .qkt files out in one style; comments and meaning stay.")
public final class FmtVerb implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--check", description = "Change nothing, name what would change, end with 10.")
  private boolean check;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    int end = ExitCode.OK;
    for (var file : files)
      end = Math.max(end, format(file));
    return end;
  }

  private int format(Path file) throws IOException {
    var source = read(file);
    var parsed = Parser.parse(source);
    if (parsed.hasErrors()) {
      var issues = new IssueRenderer(file.toString(), source).render(parsed.issues());
      spec.commandLine().getErr().println(issues.stripTrailing());
      return ExitCode.DOES_NOT_COMPILE;
    }
    var formatted = Formatter.format(parsed);
    if (formatted.equals(source)) return ExitCode.OK;
    spec.commandLine().getOut().println(file);
    if (check) return ExitCode.DIFFERENCES;
    replace(file, formatted);
    return ExitCode.OK;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILURE, "a file must be readable text, was not: " + file,
          "check the path, and that the file is UTF-8");
    }
  }

  /** In one step: a file that is half written is a strategy that is lost. */
  private static void replace(Path file, String text) throws IOException {
    var aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".fmt", ".qkt");
    Files.writeString(aside, text);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
