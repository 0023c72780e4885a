package io.qkt.core.indicator;

import java.util.List;

/**
 * One kind of indicator. An instance holds nothing of a strategy: the state of each use lies in the
 * caller's two arrays at the offsets it was given, so that a snapshot is a copy of two arrays, and
 * its parameters lie there too, so that one plan serves every set of parameters.
 *
 * <p>The value is always {@code d[dAt]}, and NaN while it is undefined.
 */
public interface Indicator {
  /** What it is called in the language. */
  String name();

  /** What it says in one sentence. */
  String summary();

  Inputs inputs();

  /** Whether it says nothing of bars or ticks without volume. */
  default boolean needsVolume() {
    return false;
  }

  /** The numeric literals that follow the inputs, in order. */
  List<Parameter> parameters();

  /** What must hold between parameters, as a message with both values, or null if it does. */
  default String misfit(double... args) {
    return null;
  }

  /** How many updates it takes until there is a value. */
  int warmUp(double... args);

  int doubles(double... args);

  int longs(double... args);

  /** Brings the slots of one use to their beginning. */
  void init(double[] d, int dAt, long[] l, int lAt, double... args);

  /**
   * Hot: once a bar and use, without allocation. {@code in} holds what {@link Inputs} says; {@code
   * time} is the open time of the bar in micros. An undefined input leaves the state as it was.
   *
   * @return the new value, NaN while it is undefined or where the input is
   */
  double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time);

  /** What an update is given. */
  enum Inputs {
    /** {@code in[0]}: a number. */
    NUMBER,
    /** {@code in[0], in[1]}: two numbers. */
    TWO_NUMBERS,
    /** {@code in[0 ... k-1]}: the first parameter says how many. */
    NUMBERS,
    /** {@code in[0]}: 0 false, 1 undefined, 2 true. */
    CONDITION,
    /** {@code in[0 ... 4]}: open, high, low, close and volume of the bar. */
    CANDLE,
    /** {@code in[0], in[1]}: price and volume of a tick; {@code time} is the tick's. */
    TICK
  }

  /** A numeric literal: whole unless {@code fractional}, and at least {@code least}. */
  record Parameter(String name, double least, boolean fractional) {
    public static Parameter whole(String name, int least) {
      return new Parameter(name, least, false);
    }

    public static Parameter number(String name, double least) {
      return new Parameter(name, least, true);
    }
  }
}
