package io.qkt.core.money;

/**
 * A result lies outside what an exact number can hold. Who computes for an order refuses the order;
 * it must not end a run.
 */
public final class ExactOverflow extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  ExactOverflow(String what) {
    super("an exact number must be between -92233720368.54775808 and 92233720368.54775807, was "
        + what + "; use smaller amounts");
  }
}
