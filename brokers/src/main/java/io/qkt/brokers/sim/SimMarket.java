package io.qkt.brokers.sim;

import io.qkt.core.market.Quote;

/**
 * The price of one simulated symbol: a base, on it a slow wander, a wave of eight seconds and a
 * little noise.
 *
 * <p>The wave makes {@code ema(3)} and {@code ema(5)} of 1 s closes cross upwards and downwards
 * every eight bars, so that a strategy trades within seconds of its start. Three numbers hold each
 * other in balance. The difference of the two averages follows the wave with 0.244 of its height,
 * and at the close next to a crossing it is still 0.09 of the height, because
 * {@link #PHASE_SECONDS} puts the crossings half-way between two closes. Wander (at most 4.6e-7 a
 * second, which moves the difference by as much) and noise with rounding (0.6 ticks at most) must
 * stay below that: so no crossing ever moves to another bar. And the wave must be low, for a
 * crossing is seen late and each costs about 1.5 heights: a strategy that trades 0.1 BTC on every
 * one of them must not lose the 1,000 a day at which the default risk limits halt it.
 */
record SimMarket(long base, long tick, double height, int shift, long key) {
  private static final double HEIGHT = 8e-6;
  private static final int HEIGHT_TICKS_MIN = 12;
  private static final double PHASE_SECONDS = 0.8;
  private static final int STEPS_PER_SECOND = 4;
  private static final int WAVE_SECONDS = 8;
  private static final double[] WAVE = wave();

  private static final long HOUR = 3_600_000_000L;
  private static final long[] WANDER_MICROS = {4 * HOUR, 24 * HOUR, 30 * 24 * HOUR};
  private static final double[] WANDER_HEIGHT = {0.0008, 0.005, 0.1};

  private static final long CENT = 1_000_000L;

  static SimMarket of(long seed, String symbol) {
    long key = key(seed, symbol);
    return switch (symbol) {
      case "BTCUSDT" -> of(key, 50_000 * 100 * CENT, CENT);
      case "ETHUSDT" -> of(key, 3_000 * 100 * CENT, CENT);
      case "XAUUSD" -> of(key, 2_400 * 100 * CENT, CENT);
      case "EURUSD" -> of(key, 108 * CENT, CENT / 1_000);
      default -> unknown(key);
    };
  }

  /** Any other symbol costs between 10 and 1,000, in ticks of about a millionth. */
  private static SimMarket unknown(long key) {
    long base = (1_000 + Long.remainderUnsigned(SplitMix64.hash(key, -1), 99_001)) * CENT;
    return of(key, base, base < 100 * 100 * CENT ? CENT / 1_000 : CENT / 100);
  }

  private static SimMarket of(long key, long base, long tick) {
    int shift = (int) Long.remainderUnsigned(SplitMix64.hash(key, -2), WAVE_SECONDS);
    return new SimMarket(base, tick, Math.max(base * HEIGHT, tick * HEIGHT_TICKS_MIN),
        shift * STEPS_PER_SECOND, key);
  }

  private static long key(long seed, String symbol) {
    long key = SplitMix64.hash(seed, symbol.length());
    for (int i = 0; i < symbol.length(); i++)
      key = SplitMix64.hash(key, symbol.charAt(i));
    return key;
  }

  private static double[] wave() {
    var wave = new double[WAVE_SECONDS * STEPS_PER_SECOND];
    for (int i = 0; i < wave.length; i++) {
      double seconds = (double) i / STEPS_PER_SECOND + PHASE_SECONDS;
      wave[i] = StrictMath.sin(2 * StrictMath.PI * seconds / WAVE_SECONDS);
    }
    return wave;
  }

  /** Hot: a backtest asks for millions. {@code step} numbers the quotes from the epoch. */
  Quote quote(long time, long step) {
    long bits = SplitMix64.hash(key, step);
    double mid = base * (1 + wander(time))
        + height * WAVE[Math.floorMod(step + shift, WAVE.length)]
        + tick * SplitMix64.signedUnit(bits);
    long last = (long) Math.floor(mid / tick + 0.5) * tick;
    long halfSpread = tick * (1 + (bits & 1));
    long volume = (1 + (bits >>> 1 & 1_023)) * (CENT / 10);
    return new Quote(time, last - halfSpread, last + halfSpread, last, volume);
  }

  /** Smooth noise: unrelated values on three grids of time, blended between the grid's points. */
  private double wander(long time) {
    double sum = 0;
    for (int i = 0; i < WANDER_MICROS.length; i++) {
      long cell = Math.floorDiv(time, WANDER_MICROS[i]);
      double part = (double) (time - cell * WANDER_MICROS[i]) / WANDER_MICROS[i];
      double from = gridValue(i, cell);
      double to = gridValue(i, cell + 1);
      sum += WANDER_HEIGHT[i] * (from + (to - from) * part * part * (3 - 2 * part));
    }
    return sum;
  }

  private double gridValue(int grid, long cell) {
    return SplitMix64.signedUnit(SplitMix64.hash(key + WANDER_MICROS[grid], cell));
  }
}
