package io.qkt.core.window;

import io.qkt.core.market.Bar;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Program;
import io.qkt.core.program.StreamPlan.Source;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Which streams are shown and evaluated when: one of its own at each of its bars, one of a group
 * with the whole group, and a basket when all its constituents have a window. So a basket comes
 * behind its constituents, unless it is in their group: then they wait for it.
 */
public final class Groups {
  private static final int[] NONE = {};

  private final Program program;
  private final Frame frame;
  /**
   * By stream: those that are evaluated when it is complete, itself alone where it has no group.
   */
  private final int[][] together;
  /** By stream: its group's windows, null where it has no group. */
  private final Windows[] windows;
  /** By stream: those of the basket that it is, null where it is none. */
  private final Windows[] basketWindows;
  private final double[][] closes;
  private final int[][] basketsOf;

  public Groups(Program program, Frame frame) {
    this.program = program;
    this.frame = frame;
    int streams = program.streams().size();
    together = new int[streams][];
    windows = new Windows[streams];
    basketWindows = new Windows[streams];
    closes = new double[streams][];
    basketsOf = new int[streams][];
    for (int i = 0; i < streams; i++)
      together[i] = new int[]{i};
    for (var group : program.groups()) {
      var own = new Windows(group.members().size(), group.withinMicros());
      for (int member : group.members()) {
        together[member] = ints(group.members());
        windows[member] = own;
      }
    }
    layBaskets(streams);
  }

  private void layBaskets(int streams) {
    var baskets = new ArrayList<List<Integer>>();
    for (int i = 0; i < streams; i++)
      baskets.add(new ArrayList<>());
    for (int i = 0; i < streams; i++) {
      for (int constituent : constituents(i))
        baskets.get(constituent).add(i);
      int count = constituents(i).size();
      if (count > 0) basketWindows[i] = new Windows(count, 0);
      closes[i] = new double[count];
    }
    for (int i = 0; i < streams; i++)
      basketsOf[i] = ints(baskets.get(i));
  }

  private List<Integer> constituents(int stream) {
    return program.streams().get(stream).source() instanceof Source.Basket(var constituents)
        ? constituents
        : List.of();
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.isEmpty() ? NONE : numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Hot: shows a bar that was told at an instant, or keeps it until its group is complete.
   *
   * @return the streams that are to be evaluated now, in order; their bars are shown
   */
  public int[] show(int stream, Bar bar, long bid, long ask, long at) {
    if (windows[stream] == null) {
      frame.show(stream, bar);
      frame.quote(stream, bid, ask);
      return together[stream];
    }
    int[] members = together[stream];
    var window = windows[stream].take(indexOf(members, stream), bar, bid, ask, at);
    if (window == null) return NONE;
    for (int i = 0; i < members.length; i++)
      Windows.show(window, i, frame, members[i]);
    return members;
  }

  /** The baskets that a stream is a constituent of, in the order of their declaration. */
  public int[] basketsOf(int stream) {
    return basketsOf[stream];
  }

  /** Gives a basket the bar of a constituent and returns the bar that it makes of it, or null. */
  public Bar advance(int basket, int constituent, Bar bar, long at) {
    var plan = program.streams().get(basket);
    int member = constituents(basket).indexOf(constituent);
    var window = basketWindows[basket].take(member, bar, 0, 0, at);
    if (window == null) return null;
    var last = closes[basket];
    for (int i = 0; i < last.length; i++)
      last[i] = Exact.toDouble(Windows.close(window, i));
    long before = frame.bars(basket) == 0 ? Bar.NONE : frame.openTime(basket);
    return program.basket(basket).advance(frame, last)
        ? program.basket(basket).bar(frame, plan.key(), bar.openTime(), before, bar.closedBy())
        : null;
  }

  private static int indexOf(int[] members, int stream) {
    for (int i = 0; i < members.length; i++)
      if (members[i] == stream) return i;
    throw new IllegalStateException("a group must hold its streams, lacks " + stream);
  }

  /** Writes the windows that wait for the rest of their bars. */
  public void write(StateWriter out) {
    for (var group : program.groups())
      windows[group.members().getFirst()].write(out);
    for (var basket : basketWindows)
      if (basket != null) basket.write(out);
  }

  public void read(StateReader in) {
    for (var group : program.groups())
      windows[group.members().getFirst()].read(in);
    for (var basket : basketWindows)
      if (basket != null) basket.read(in);
  }
}
