package io.qkt.core.state;

/** Takes a state word by word, in an order that only the state itself determines. */
public interface StateWriter {
  StateWriter add(long word);

  /** Every NaN counts as the same one. */
  default StateWriter add(double number) {
    return add(Double.doubleToLongBits(number));
  }

  default StateWriter add(boolean value) {
    return add(value ? 1L : 0L);
  }

  default StateWriter add(String text) {
    add(text.length());
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    return this;
  }
}
