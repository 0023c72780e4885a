package io.qkt.core.window;

import io.qkt.core.market.Bar;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * The bars of some streams by the end of their windows, until all of them have one. The bars of a
 * stream come in the order of time, so a window that lacks a stream which has gone on is given up:
 * nobody will complete it. A quiet stream keeps the others waiting, at most over {@link #MOST}
 * windows: beyond, the oldest is given up.
 *
 * <p>A bar makes no object once as many windows have been waiting as ever will.
 */
final class Windows {
  /** A week of minutes, so that a market that closes over the weekend completes its last window. */
  static final int MOST = 10_000;

  private static final int END = 0;
  private static final int COUNT = 1;
  private static final int BARS = 2;
  /** Of each bar. */
  private static final int TOLD = 0;
  private static final int OPEN_TIME = 1;
  private static final int OPEN = 2;
  private static final int HIGH = 3;
  private static final int LOW = 4;
  private static final int CLOSE = 5;
  private static final int VOLUME = 6;
  private static final int BID = 7;
  private static final int ASK = 8;
  private static final int BAR = 9;

  private final int members;
  private final long withinMicros;
  /** In the order of their ends. */
  private final ArrayList<long[]> waiting = new ArrayList<>();
  private final ArrayList<long[]> spare = new ArrayList<>();

  /** For so many streams; a window waits so long after its end for the rest, 0 for ever. */
  Windows(int members, long withinMicros) {
    this.members = members;
    this.withinMicros = withinMicros;
  }

  /**
   * Takes the bar of a member that was told at an instant.
   *
   * @return where the window that it completes has its bars, one after the other; it is the
   * caller's until the next bar is taken. Null if it completes none
   */
  long[] take(int member, Bar bar, long bid, long ask, long at) {
    long end = bar.endTime();
    giveUp(member, end, at);
    var window = windowOf(end);
    int place = place(member);
    if (window[place + TOLD] == 0) window[COUNT]++;
    window[place + TOLD] = 1;
    window[place + OPEN_TIME] = bar.openTime();
    window[place + OPEN] = bar.open();
    window[place + HIGH] = bar.high();
    window[place + LOW] = bar.low();
    window[place + CLOSE] = bar.close();
    window[place + VOLUME] = bar.volume();
    window[place + BID] = bid;
    window[place + ASK] = ask;
    if (window[COUNT] < members) return null;
    waiting.remove(window);
    spare.add(window);
    return window;
  }

  /** Shows the bar of a member of a complete window as that of a stream. */
  static void show(long[] window, int member, Frame frame, int stream) {
    int at = place(member);
    frame.show(stream, window[at + OPEN_TIME], window[END], window[at + OPEN], window[at + HIGH],
        window[at + LOW], window[at + CLOSE], window[at + VOLUME]);
    frame.quote(stream, window[at + BID], window[at + ASK]);
  }

  static long close(long[] window, int member) {
    return window[place(member) + CLOSE];
  }

  private static int place(int member) {
    return BARS + member * BAR;
  }

  private void giveUp(int member, long end, long at) {
    for (int i = 0; i < waiting.size();) {
      var window = waiting.get(i);
      boolean passed = window[END] < end && window[place(member) + TOLD] == 0;
      boolean over = withinMicros > 0 && at - window[END] > withinMicros;
      if (passed || over) spare.add(waiting.remove(i));
      else
        i++;
    }
  }

  private long[] windowOf(long end) {
    int at = waiting.size();
    while (at > 0 && waiting.get(at - 1)[END] >= end)
      at--;
    if (at < waiting.size() && waiting.get(at)[END] == end) return waiting.get(at);
    var window = spare.isEmpty() ? new long[place(members)] : spare.removeLast();
    Arrays.fill(window, 0);
    window[END] = end;
    waiting.add(at, window);
    if (waiting.size() > MOST) spare.add(waiting.removeFirst());
    return window;
  }

  void write(StateWriter out) {
    out.add(waiting.size());
    for (int i = 0; i < waiting.size(); i++)
      for (long word : waiting.get(i))
        out.add(word);
  }

  void read(StateReader in) {
    for (int left = in.count(); left > 0; left--) {
      var window = new long[place(members)];
      for (int i = 0; i < window.length; i++)
        window[i] = in.word();
      waiting.add(window);
    }
  }
}
