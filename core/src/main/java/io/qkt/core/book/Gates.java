package io.qkt.core.book;

import io.qkt.core.program.frame.Truth;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Which children run. A gate follows the level of its conditions, not their edges: it is open while
 * any of them is true, and moves once it has wanted to for as many bars in a row as its rules ask.
 */
final class Gates {
  private final BookPlan plan;
  private final boolean[] open;
  private final boolean[] wanted;
  private final int[] waited;
  private final int[] hysteresis;

  Gates(BookPlan plan) {
    this.plan = plan;
    int children = plan.children().size();
    open = new boolean[children];
    wanted = new boolean[children];
    waited = new int[children];
    hysteresis = new int[children];
    for (var when : plan.whens())
      hysteresis[when.child()] = Math.max(hysteresis[when.child()], when.hysteresisBars());
  }

  /** Opens what runs unconditionally: it waits for no bar. */
  List<GateMove> start() {
    var moves = new ArrayList<GateMove>();
    for (int child = 0; child < open.length; child++)
      if (plan.children().get(child).unconditional() && !open[child]) moves.add(move(child));
    return moves;
  }

  List<GateMove> onBar(int[] whenTruths) {
    for (int child = 0; child < open.length; child++)
      wanted[child] = plan.children().get(child).unconditional();
    for (int i = 0; i < whenTruths.length; i++)
      wanted[plan.whens().get(i).child()] |= whenTruths[i] == Truth.TRUE;
    var moves = new ArrayList<GateMove>();
    for (int child = 0; child < open.length; child++) {
      waited[child] = wanted[child] == open[child] ? 0 : waited[child] + 1;
      if (waited[child] >= Math.max(1, hysteresis[child])) moves.add(move(child));
    }
    return moves;
  }

  private GateMove move(int child) {
    open[child] = !open[child];
    waited[child] = 0;
    var moved = plan.children().get(child);
    return new GateMove(moved.alias(), open[child], !open[child] && !moved.hold());
  }

  boolean isOpen(int child) {
    return open[child];
  }

  void write(StateWriter to) {
    for (int child = 0; child < open.length; child++)
      to.add(open[child]).add(waited[child]);
  }

  void read(StateReader from) {
    for (int child = 0; child < open.length; child++) {
      open[child] = from.flag();
      waited[child] = from.count();
    }
  }
}
