package io.qkt.backtest.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The markets of the golden runs: the same numbers on every machine, since all of it is arithmetic
 * of whole cents and whole milliseconds over seeded draws.
 */
final class Markets {
  private static final long MINUTE = 60_000;
  /** A Monday: 2024-03-04T00:00Z. */
  private static final long MONDAY = 1_709_510_400_000L;

  private Markets() {}

  static List<Made> all() {
    var pair = pair();
    return Stream.of(trend(), revert(), gaps(), pair.getFirst(), pair.getLast(),
        quotes("TKAUSDT", 71, 15_000, 0), quotes("TKBUSDT", 72, 4_000, 1), days()).toList();
  }

  /** From -n to n. */
  private static long around(SplittableRandom random, int n) {
    return random.nextInt(2 * n + 1) - n;
  }

  /** Stretches of drift, and no holes: 5,760 minutes. */
  private static Made trend() {
    var random = new SplittableRandom(11);
    var walk = new Walk(10_000);
    int left = 0;
    long drift = 0;
    for (int i = 0; i < 5_760; i++) {
      if (left-- == 0) {
        left = 150 + random.nextInt(500);
        drift = drift(around(random, 2), walk.price());
      }
      walk.begin();
      for (int step = 0; step < 5; step++)
        walk.step(around(random, 7) + (random.nextInt(3) == 0 ? drift : 0));
      walk.end(MONDAY + i * MINUTE, 50 + random.nextInt(450));
    }
    return Made.bars("TRNUSDT", "trend.csv", walk);
  }

  private static long drift(long drawn, long price) {
    if (price < 8_500) return 2;
    return price > 12_500 ? -2 : drawn;
  }

  /** Pulled back to 50.00, and no holes: 4,320 minutes. */
  private static Made revert() {
    var random = new SplittableRandom(12);
    var walk = new Walk(5_000);
    for (int i = 0; i < 4_320; i++) {
      walk.begin();
      for (int step = 0; step < 5; step++)
        walk.step(around(random, 6) - (walk.price() - 5_000) / 40);
      walk.end(MONDAY + i * MINUTE, 20 + random.nextInt(200));
    }
    return Made.bars("REVUSDT", "revert.csv", walk);
  }

  /** Minutes and hours are missing, and a bar seldom opens where the one before ended. */
  private static Made gaps() {
    var random = new SplittableRandom(13);
    var walk = new Walk(8_000);
    long time = MONDAY;
    for (int i = 0; i < 4_000; i++) {
      long jump = around(random, 8);
      if (i > 0) {
        time += MINUTE;
        if (random.nextInt(500) == 0) {
          time += (60 + random.nextInt(240)) * MINUTE;
          jump = around(random, 90);
        } else if (random.nextInt(30) == 0) {
          time += (1 + random.nextInt(15)) * MINUTE;
          jump = around(random, 35);
        }
      }
      walk.beginAt(Math.max(4_000, walk.price() + jump));
      for (int step = 0; step < 4; step++)
        walk.step(around(random, 8));
      walk.end(time, 10 + random.nextInt(300));
    }
    return Made.bars("GAPUSDT", "gaps.csv", walk);
  }

  /** Two that are moved by one factor, each of which lacks some minutes. */
  private static List<Made> pair() {
    var random = new SplittableRandom(14);
    var a = new Walk(20_000);
    var b = new Walk(8_000);
    for (int i = 0; i < 4_320; i++) {
      a.begin();
      b.begin();
      for (int step = 0; step < 4; step++) {
        long factor = around(random, 6) + (10_000 - b.price()) / 2_000;
        a.step(2 * factor + around(random, 5));
        b.step(factor + around(random, 4));
      }
      long volumeOfA = 30 + random.nextInt(90);
      long volumeOfB = 40 + random.nextInt(160);
      if (random.nextInt(80) != 0) a.end(MONDAY + i * MINUTE, volumeOfA);
      if (random.nextInt(50) != 0) b.end(MONDAY + i * MINUTE, volumeOfB);
    }
    return List.of(Made.bars("PAAUSDT", "paira.csv", a), Made.bars("PABUSDT", "pairb.csv", b));
  }

  /**
   * Twelve hours of quotes with silent stretches. One symbol has the even milliseconds, the other
   * the odd ones, so that no two quotes share an instant.
   */
  private static Made quotes(String symbol, int seed, long start, int odd) {
    var random = new SplittableRandom(seed);
    var rows = new ArrayList<long[]>();
    long time = MONDAY + 30 * 60 * MINUTE;
    long end = time + 12 * 60 * MINUTE;
    for (long price = start;;) {
      time += 2 * (150 + random.nextInt(4_100));
      if (random.nextInt(700) == 0) time += 2 * (60_000 + random.nextInt(150_000));
      if (time >= end) return Made.ticks(symbol, rows);
      price += around(random, 4) + (start - price) / 300;
      long half = 1 + random.nextInt(3);
      rows.add(new long[]{time + odd, price, 1 + random.nextInt(20), price - half, price + half,
          1 + random.nextInt(50), 1 + random.nextInt(50)});
    }
  }

  /** Ten days without holes over a change of the clocks of New York; busier from 07 to 16 UTC. */
  private static Made days() {
    var random = new SplittableRandom(16);
    var walk = new Walk(12_000);
    long drift = 0;
    for (int i = 0; i < 14_400; i++) {
      int hour = i / 60 % 24;
      boolean busy = hour >= 7 && hour < 16;
      if (i % 720 == 0) drift = around(random, 1);
      walk.begin();
      for (int step = 0; step < 4; step++) {
        walk.step(around(random, busy ? 6 : 2) + (random.nextInt(6) == 0 ? drift : 0)
            + (12_000 - walk.price()) / 3_000);
      }
      walk.end(MONDAY + (2 * 1_440 + i) * MINUTE, (busy ? 100 : 20) + random.nextInt(80));
    }
    return Made.bars("DAYUSDT", "days.csv", walk);
  }
}
