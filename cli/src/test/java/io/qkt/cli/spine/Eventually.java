package io.qkt.cli.spine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on a condition, with a bound. */
final class Eventually {
  private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();

  private Eventually() {}

  static void eventually(Duration bound, String what, BooleanSupplier condition) {
    if (!within(bound, condition)) throw new AssertionError("not within " + bound + ": " + what);
  }

  static boolean within(Duration bound, BooleanSupplier condition) {
    long end = System.nanoTime() + bound.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) return false;
      LockSupport.parkNanos(POLL_NANOS);
    }
    return true;
  }
}
