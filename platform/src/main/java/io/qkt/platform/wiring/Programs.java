package io.qkt.platform.wiring;

import io.qkt.dsl.CompileResult;

/** What makes programs of the texts that are deployed. The same text gives the same program. */
@FunctionalInterface
public interface Programs {
  CompileResult compile(String source);
}
