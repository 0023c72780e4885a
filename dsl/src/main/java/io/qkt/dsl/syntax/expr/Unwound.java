package io.qkt.dsl.syntax.expr;

/**
 * Carries the parser from a mistake it has reported to the place where it can go on. It never
 * leaves the parser: the author's mistakes are values outside of it.
 */
public final class Unwound extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final Unwound INSTANCE = new Unwound();

  private Unwound() {
    super(null, null, false, false);
  }
}
