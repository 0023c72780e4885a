package io.qkt.cli.backtest;

import io.qkt.backtest.Replay;
import io.qkt.backtest.ReplayLoop;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.core.program.Program;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import io.qkt.dsl.CompileError;
import io.qkt.dsl.CompileResult;
import io.qkt.dsl.StrategyCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A file that can be replayed: the one place where text becomes what prices are shown to. */
record StrategyFile(Path path, Program program) {
  /** So long that no order grows too old in a hole of the data, and no sum overflows. */
  private static final long NEVER_TOO_OLD = Long.MAX_VALUE / 4;

  static StrategyFile compile(Path path) {
    Trouble.requireReadable(path, "the strategy");
    return switch (StrategyCompiler.compile(read(path))) {
      case CompileResult.Compiled(var program) -> new StrategyFile(path, program);
      case CompileResult.Rejected(var errors) ->
          throw new Failure(ExitCode.DOES_NOT_COMPILE, errors.stream()
              .map(error -> text(path, error))
              .collect(Collectors.joining("\nerror: ")), errors.getFirst().help());
    };
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new Failure(ExitCode.USAGE, "the strategy must be UTF-8, %s was not".formatted(path),
          "save it as UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static String text(Path path, CompileError error) {
    return "%s:%d:%d: %s: %s".formatted(path, error.line(), error.column(), error.code(),
        error.message());
  }

  String name() {
    return program.name();
  }

  Replay replay(AccountPlan account, FillTier fills) {
    return new ReplayLoop(program, Identity.ofReplay(name(), NEVER_TOO_OLD), account, fills);
  }
}
