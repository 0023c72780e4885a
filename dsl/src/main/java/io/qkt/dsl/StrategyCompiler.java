package io.qkt.dsl;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.text.LineMap;
import java.util.List;

/** Text in, a program or errors out, for who runs strategies one by one. */
public final class StrategyCompiler {
  private StrategyCompiler() {}

  public static CompileResult compile(String source) {
    if (source.strip().split("\\s+", 2)[0].equals(EmaCross.NAME)) return EmaCross.compile(source);
    var compilation = Compiler.compile(source);
    var report = compilation.reports().getFirst();
    return compilation.unit()
        .map(unit -> switch (unit) {
          case Unit.Strategy(var program, _) -> new CompileResult.Compiled(program);
          case Unit.Portfolio _ -> rejected(new CompileError(
              Code.PORTFOLIO_ALONE.id(),
              "a strategy must be deployed by itself, was a portfolio", 1, 1,
              "run it with `qkt backtest`"));
        })
        .orElseGet(() -> new CompileResult.Rejected(errors(report)));
  }

  private static List<CompileError> errors(FileReport report) {
    var lines = new LineMap(report.source());
    return report.issues()
        .stream()
        .filter(issue -> issue.isError())
        .map(issue -> {
          int start = Math.min(issue.span().start(), report.source().length());
          return new CompileError(issue.code(), issue.message(), lines.line(start),
              lines.column(start), issue.help());
        })
        .toList();
  }

  static CompileResult rejected(CompileError error) {
    return new CompileResult.Rejected(List.of(error));
  }
}
