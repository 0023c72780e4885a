package io.qkt.cli.backtest;

import io.qkt.backtest.store.DataProblem;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Makes of what can go wrong with data and words an end with its exit code. */
final class Trouble {
  private Trouble() {}

  static int told(Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (DataProblem problem) {
      throw new Failure(ExitCode.NO_DATA, problem.getMessage(), problem.remedy());
    } catch (UncheckedIOException e) {
      throw new Failure(ExitCode.FAILURE, "%s: %s".formatted(e.getMessage(), e.getCause()),
          "check the path, its permissions and the space left on the disk");
    }
  }

  /** The value of an option, or what is wrong with it. */
  static <T> T option(String name, String text, Function<String, T> parse, String remedy) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new Failure(ExitCode.USAGE, name + ": " + e.getMessage(), remedy);
    }
  }

  static void requireReadable(Path file, String what) {
    if (Files.isRegularFile(file) && Files.isReadable(file)) return;
    throw new Failure(ExitCode.USAGE, "%s must be a readable file, %s was not".formatted(what,
        file), "check the path");
  }
}
