package io.qkt.cli.backtest;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** One line that tells people at a terminal how far it is; scripts see nothing of it. */
final class Progress implements AutoCloseable {
  private static final long SILENT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final PrintWriter err;
  private final boolean isWatched;
  private final long began = System.nanoTime();
  private int width;

  Progress(PrintWriter err) {
    this.err = err;
    var console = System.console();
    isWatched = console != null && console.isTerminal();
  }

  void tell(String line) {
    if (!isWatched || System.nanoTime() - began < SILENT_NANOS) return;
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  @Override
  public void close() {
    if (width == 0) return;
    err.print("\r" + " ".repeat(width) + "\r");
    err.flush();
  }
}
