package io.qkt.backtest.store;

/** Data that are missing, damaged or not to be believed, and what to do about it. */
public final class DataProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  public DataProblem(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
