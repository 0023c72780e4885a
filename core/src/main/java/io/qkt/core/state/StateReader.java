package io.qkt.core.state;

/** Gives back, word by word, what a {@link StateWriter} took; reading past the end is an error. */
public final class StateReader {
  private final long[] words;
  private int next;

  public StateReader(long[] words) {
    this.words = words;
  }

  public long word() {
    if (next >= words.length) {
      throw new IllegalStateException("a state must have more than its %d words".formatted(next));
    }
    return words[next++];
  }

  public int count() {
    return Math.toIntExact(word());
  }

  public double number() {
    return Double.longBitsToDouble(word());
  }

  public boolean flag() {
    return word() != 0;
  }

  public String text() {
    var text = new StringBuilder();
    for (int left = count(); left > 0; left--)
      text.append((char) word());
    return text.toString();
  }

  public boolean isAtEnd() {
    return next == words.length;
  }
}
