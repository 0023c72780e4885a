package io.qkt.core.state;

/** 64 bits over a state, word by word; equal states hash equally in every JVM on every day. */
public final class StateHash implements StateWriter {
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long PRIME = 0xD6E8FEB86659FD93L;

  private long value = SEED;

  @Override
  public StateHash add(long word) {
    value = (value ^ word) * PRIME;
    value ^= value >>> 32;
    return this;
  }

  @Override
  public StateHash add(double number) {
    StateWriter.super.add(number);
    return this;
  }

  @Override
  public StateHash add(String text) {
    StateWriter.super.add(text);
    return this;
  }

  public long value() {
    return value;
  }
}
