package io.qkt.core.indicator.statistic;

/** For how many updates in a row a condition has been true; one that is undefined is no update. */
public final class RunLengthWhere extends Statistic {
  public static final RunLengthWhere RUNLENGTH_WHERE = new RunLengthWhere();

  private static final double FALSE = 0;
  private static final double TRUE = 2;

  private RunLengthWhere() {
    super("runlength_where", "For how many bars in a row the condition has been true.",
        Inputs.CONDITION);
  }

  @Override
  public int warmUp(double... args) {
    return 1;
  }

  @Override
  public int doubles(double... args) {
    return 1;
  }

  @Override
  public int longs(double... args) {
    return 1;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    l[lAt] = 0;
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    if (in[0] == TRUE)
      return d[dAt] = ++l[lAt];
    return in[0] == FALSE ? d[dAt] = l[lAt] = 0 : Double.NaN;
  }
}
