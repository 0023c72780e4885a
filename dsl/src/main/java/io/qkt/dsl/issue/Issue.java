package io.qkt.dsl.issue;

import io.qkt.dsl.text.Span;

/**
 * One thing wrong with a text.
 *
 * @param code stable, to be looked up: {@code E0218}
 * @param help what to write instead, as an instruction
 */
public record Issue(String code, Severity severity, Span span, String message, String help) {
  public static Issue error(Code code, Span span, String message, String help) {
    return new Issue(code.id(), Severity.ERROR, span, message, help);
  }

  public static Issue warning(Code code, Span span, String message, String help) {
    return new Issue(code.id(), Severity.WARNING, span, message, help);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
