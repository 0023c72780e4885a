package io.qkt.core.program.frame;

import io.qkt.core.market.Bar;
import io.qkt.core.money.Exact;
import java.util.Arrays;

/**
 * Everything an evaluation reads and remembers. All state lies in two flat arrays whose layout the
 * program fixes, so that copying them is a snapshot and hashing them is a proof. The first slots
 * are the latest closed bar of each stream.
 */
public final class Frame {
  /** Longs of each stream: end of its latest bar, how many bars it has had, open of the latest. */
  public static final int STREAM_LONGS = 3;

  public final double[] d;
  public final long[] l;
  /** The inputs of the cell that is being moved on; nothing in it outlives an update. */
  public final double[] in = new double[64];

  private Facts facts;
  private long now;
  private final double[] given = new double[Given.values().length];

  /** What only some expressions are given, and only while something happens to them. */
  public enum Given {
    /** The price of the parent's fill, in children and in layers. */
    ENTRY,
    /** The quantity of the parent's fill, in tiers. */
    ENTRY_QUANTITY, EXIT_PRICE, EXIT_QUANTITY, EXIT_PNL,
    /** Of the closing order: 1 for a buy, -1 for a sell. */
    EXIT_SIDE,
    /** The ordinal of an {@link io.qkt.core.program.node.Occasion.Reason}. */
    EXIT_REASON
  }

  public Frame(int doubleCount, int longCount) {
    d = new double[doubleCount];
    l = new long[longCount];
    Arrays.fill(d, Double.NaN);
    Arrays.fill(given, Double.NaN);
  }

  public void attach(Facts owner) {
    facts = owner;
  }

  public Facts facts() {
    return facts;
  }

  /** The instant of the input that is being worked on: of a bar, its end. */
  public long now() {
    return now;
  }

  public void at(long instant) {
    now = instant;
  }

  /** Hot: puts a closed bar where the nodes of its stream read it. */
  public void show(int stream, Bar bar) {
    show(stream, bar.openTime(), bar.endTime(), bar.open(), bar.high(), bar.low(), bar.close(),
        bar.volume());
  }

  /** Hot: the same of a bar that was taken apart. */
  public void show(int stream, long openTime, long endTime, long open, long high, long low,
      long close, long volume) {
    int at = stream * BarField.COUNT;
    d[at] = Exact.toDouble(open);
    d[at + 1] = Exact.toDouble(high);
    d[at + 2] = Exact.toDouble(low);
    d[at + 3] = Exact.toDouble(close);
    d[at + 4] = Exact.toDouble(volume);
    now = endTime;
    l[stream * STREAM_LONGS] = endTime;
    l[stream * STREAM_LONGS + 1]++;
    l[stream * STREAM_LONGS + 2] = openTime;
  }

  /** The quote that was the last in the bar that is shown; 0 where the feed has none. */
  public void quote(int stream, long bid, long ask) {
    int at = stream * BarField.COUNT + BarField.BID.ordinal();
    d[at] = bid == 0 ? Double.NaN : Exact.toDouble(bid);
    d[at + 1] = ask == 0 ? Double.NaN : Exact.toDouble(ask);
  }

  public double field(int stream, BarField field) {
    return d[stream * BarField.COUNT + field.ordinal()];
  }

  /** The open of the latest closed bar of a stream. */
  public long openTime(int stream) {
    return l[stream * STREAM_LONGS + 2];
  }

  /** The end of the latest closed bar of a stream, 0 before the first. */
  public long endTime(int stream) {
    return l[stream * STREAM_LONGS];
  }

  /** How many bars of a stream have closed. */
  public long bars(int stream) {
    return l[stream * STREAM_LONGS + 1];
  }

  public double given(Given what) {
    return given[what.ordinal()];
  }

  public void give(Given what, double value) {
    given[what.ordinal()] = value;
  }
}
