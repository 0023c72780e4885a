package io.qkt.cli.verb;

/** How long something has lasted, for people. */
final class Durations {
  private Durations() {}

  static String clock(long millis) {
    long seconds = millis / 1_000;
    return "%02d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }
}
