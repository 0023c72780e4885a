package io.qkt.core.book;

import io.qkt.core.money.Exact;
import io.qkt.core.money.Wide;
import io.qkt.core.risk.DeRiskLadder;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;

/** Where a book stands on its ladder: down at once, back up only after as many calm bars. */
final class BookLadder {
  private final DeRiskLadder ladder;
  private final long cooldownBars;
  private long peak;
  private int rung;
  private long calmBars;

  BookLadder(DeRiskLadder ladder, long cooldownBars, long equity) {
    this.ladder = ladder;
    this.cooldownBars = cooldownBars;
    this.peak = equity;
  }

  /** An equity between bars can only lead down. */
  void see(long equity) {
    peak = Math.max(peak, equity);
    int reached = reached(equity);
    if (reached > rung) step(reached);
  }

  void onBar(long equity) {
    see(equity);
    int reached = reached(equity);
    calmBars = reached < rung ? calmBars + 1 : 0;
    if (reached < rung && calmBars >= cooldownBars) step(reached);
  }

  /** Money that comes or goes is neither a gain nor a fall. */
  void transfer(long amount) {
    peak = Wide.saturatedSum(peak, amount);
  }

  private void step(int to) {
    rung = to;
    calmBars = 0;
  }

  private int reached(long equity) {
    if (ladder.rungs() == 0) return 0;
    double top = Exact.toDouble(peak);
    return ladder.rung((top - Exact.toDouble(equity)) / top * 100);
  }

  long factor() {
    return ladder.factor(rung);
  }

  long peak() {
    return peak;
  }

  void write(StateWriter to) {
    to.add(peak).add(rung).add(calmBars);
  }

  void read(StateReader from) {
    peak = from.word();
    rung = from.count();
    calmBars = from.word();
  }
}
