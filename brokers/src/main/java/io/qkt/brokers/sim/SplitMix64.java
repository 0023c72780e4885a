package io.qkt.brokers.sim;

/** The hash of SplitMix64: neighbouring keys give unrelated bits, the same on every JVM. */
final class SplitMix64 {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private SplitMix64() {}

  static long hash(long key, long n) {
    long mixed = key + (n + 1) * GOLDEN;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** Evenly spread over -1 (in) to 1 (out). */
  static double signedUnit(long hash) {
    return (hash >> 10) * 0x1p-53;
  }
}
