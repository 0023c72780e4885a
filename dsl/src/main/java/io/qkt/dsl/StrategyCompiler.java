package io.qkt.dsl;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.Parser;
import io.qkt.dsl.syntax.ast.PortfolioFile;
import io.qkt.dsl.text.LineMap;
import java.util.List;

/** Text in, a program or errors out, for who runs strategies one by one. */
public final class StrategyCompiler {
  private StrategyCompiler() {}

  public static CompileResult compile(String source) {
    if (Parser.parse(source).file().orElse(null) instanceof PortfolioFile) return portfolio();
    var compilation = Compiler.compile(source);
    var report = compilation.reports().getFirst();
    return compilation.unit()
        .map(unit -> switch (unit) {
          case Unit.Strategy(var program, _) -> new CompileResult.Compiled(program);
          case Unit.Portfolio _ -> portfolio();
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

  private static CompileResult portfolio() {
    return new CompileResult.Rejected(List.of(new CompileError(Code.PORTFOLIO_ALONE.id(),
        "what is deployed must be a strategy, was a portfolio", 1, 1,
        "run it with `qkt backtest`, or deploy its strategies one by one")));
  }
}
