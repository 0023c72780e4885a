package io.qkt.core.state;

import java.util.Arrays;

/** Keeps the words that it is given. */
public final class Words implements StateWriter {
  private long[] words = new long[64];
  private int count;

  @Override
  public Words add(long word) {
    if (count == words.length) words = Arrays.copyOf(words, 2 * count);
    words[count++] = word;
    return this;
  }

  public long[] toArray() {
    return Arrays.copyOf(words, count);
  }
}
