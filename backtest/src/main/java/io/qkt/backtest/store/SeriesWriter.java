package io.qkt.backtest.store;

/** Takes the rows of one series in order of time. Closed without a commit it leaves no trace. */
public interface SeriesWriter extends AutoCloseable {
  /** One number for each column; the caller may use the array again. */
  void add(long[] row);

  /** Makes what was added the series; it has survived a crash when this returns. */
  void commit();

  @Override
  void close();
}
