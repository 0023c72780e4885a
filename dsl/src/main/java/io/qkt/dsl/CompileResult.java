package io.qkt.dsl;

import io.qkt.core.program.Program;
import java.util.List;

/** What becomes of a text. The author's mistakes are values, never exceptions. */
public sealed interface CompileResult {
  record Compiled(Program program) implements CompileResult {}

  record Rejected(List<CompileError> errors) implements CompileResult {}
}
