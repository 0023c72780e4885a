package io.qkt.backtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A subject and a loop by hand that does the same work, in alternating rounds of one run: machines
 * are shared, so only what was measured side by side is compared.
 */
final class Rounds {
  private static final int WARM = 3;
  private static final int MEASURED = 9;

  private Rounds() {}

  /** Prints how much of the work a second takes; the answers of both must be equal. */
  static void race(String row, String unit, long work, double target, LongSupplier subject,
      LongSupplier byHand) {
    var rates = new double[MEASURED];
    var limits = new double[MEASURED];
    for (int round = -WARM; round < MEASURED; round++) {
      long start = System.nanoTime();
      long answer = subject.getAsLong();
      long between = System.nanoTime();
      long expected = byHand.getAsLong();
      long end = System.nanoTime();
      assertThat(answer).as(row).isEqualTo(expected);
      if (round < 0) continue;
      rates[round] = work * 1e9 / (between - start);
      limits[round] = work * 1e9 / (end - between);
    }
    print(row, unit, median(rates), median(limits), target);
  }

  private static void print(String row, String unit, double value, double limit, double target) {
    System.out.printf(Locale.ROOT, "%s value=%.3g unit=%s limit=%.3g ratio=%.4f target=%.3g %s%n",
        row, value, unit, limit, value / limit, target, value >= target ? "reached" : "short");
  }

  /** Prints what a second takes of something that nobody would write by hand. */
  static void alone(String row, String unit, long work, LongSupplier subject) {
    var rates = new double[MEASURED];
    for (int round = -WARM; round < MEASURED; round++) {
      long start = System.nanoTime();
      subject.getAsLong();
      if (round >= 0) rates[round] = work * 1e9 / (System.nanoTime() - start);
    }
    System.out.printf(Locale.ROOT, "%s value=%.3g unit=%s%n", row, median(rates), unit);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** The bytes that this thread allocates for something that was done before already. */
  static long allocated(Runnable subject) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    subject.run();
    long before = threads.getCurrentThreadAllocatedBytes();
    subject.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
