package io.qkt.core.program.frame;

/**
 * The numbers of a closed bar and of the last quote in it, in the order in which a frame has them.
 */
public enum BarField {
  OPEN, HIGH, LOW, CLOSE, VOLUME,
  /** NaN where the feed has no quotes, as bid has none either. */
  BID, ASK;

  public static final int COUNT = values().length;
}
