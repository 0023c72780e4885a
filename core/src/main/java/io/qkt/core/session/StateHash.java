package io.qkt.core.session;

/** 64 bits over a state, word by word; equal states hash equally in every JVM on every day. */
public final class StateHash {
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long PRIME = 0xD6E8FEB86659FD93L;

  private long value = SEED;

  public StateHash add(long word) {
    value = (value ^ word) * PRIME;
    value ^= value >>> 32;
    return this;
  }

  /** Every NaN counts as the same one. */
  public StateHash add(double number) {
    return add(Double.doubleToLongBits(number));
  }

  public StateHash add(String text) {
    add(text.length());
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    return this;
  }

  public long value() {
    return value;
  }
}
