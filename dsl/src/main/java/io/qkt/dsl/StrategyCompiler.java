package io.qkt.dsl;

import java.util.List;

/** Text in, a program or errors out. */
public final class StrategyCompiler {
  /** Nobody writes a longer strategy by hand. */
  static final int SOURCE_CHARS_MAX = 256 * 1024;

  private StrategyCompiler() {}

  public static CompileResult compile(String source) {
    if (source.length() > SOURCE_CHARS_MAX) {
      return rejected(new CompileError("E0001",
          "a source must have at most %d characters, had %d".formatted(SOURCE_CHARS_MAX,
              source.length()),
          1, 1, "split the strategy"));
    }
    var text = source.strip();
    if (text.split("\\s+", 2)[0].equals(EmaCross.NAME)) return EmaCross.compile(source);
    return rejected(new CompileError("E0002",
        "a strategy must begin with '%s', began with '%s'".formatted(EmaCross.NAME,
            text.substring(0, Math.min(20, text.length()))),
        1, 1, "write `" + EmaCross.EXAMPLE + "`"));
  }

  static CompileResult rejected(CompileError error) {
    return new CompileResult.Rejected(List.of(error));
  }
}
