package io.qkt.core.book;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.risk.RiskKey;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * The book of a portfolio: it opens and closes the gates of its children, shares capital out, and
 * sizes and caps what they propose. Entries can only become smaller here, and what reduces a
 * position passes as it is, also through a closed gate: a child on HOLD still closes by its rules.
 */
public final class PortfolioBook {
  private static final long NEVER = Long.MIN_VALUE;

  private final BookPlan plan;
  private final Gates gates;
  private final BookLadder ladder;
  private final Allocation allocation;
  private final boolean[] stopped;
  private final long[] realized;
  private final long[] unrealized;
  private final long[] base;
  private long capital;
  private int regime;
  private long rebalanced = NEVER;
  private boolean sharedOut;

  public PortfolioBook(BookPlan plan) {
    this.plan = plan;
    capital = plan.capital();
    int children = plan.children().size();
    gates = new Gates(plan);
    ladder = new BookLadder(plan.limits().ladder(),
        plan.limits().of(RiskKey.BOOK_LADDER_COOLDOWN_BARS), plan.capital());
    allocation = new Allocation(plan.limits(), children);
    stopped = new boolean[children];
    realized = new long[children];
    unrealized = new long[children];
    base = new long[children];
    regime = plan.conditionalRegimes();
    for (int child = 0; child < children; child++)
      base[child] = plan.share(child, plan.capital());
  }

  /** Opens the children that run unconditionally; the others wait for a bar. */
  public List<GateMove> start() {
    return gates.start();
  }

  /**
   * A bar of the portfolio has ended: the gates that moved by it.
   *
   * @param whenTruths of the rules {@code WHEN … RUN}, in the order of the plan
   * @param regimeTruths of the regimes that have a condition, in the order of the plan
   */
  public List<GateMove> onBar(long time, int[] whenTruths, int[] regimeTruths) {
    regime = firstTrue(regimeTruths);
    rebalance(time);
    ladder.onBar(markedEquity());
    allocation.onBar(this::profit, base);
    return gates.onBar(whenTruths);
  }

  /** The default stands last, where the search ends by itself. */
  private int firstTrue(int[] truths) {
    int first = 0;
    while (first < truths.length && truths[first] != Truth.TRUE)
      first++;
    return first;
  }

  /** Shares out anew when a bar ends at or beyond the next multiple of the period. */
  private void rebalance(long time) {
    sharedOut = false;
    if (plan.rebalanceMicros() == 0) return;
    long period = Math.floorDiv(time, plan.rebalanceMicros());
    if (rebalanced != NEVER && period > rebalanced) shareOut();
    rebalanced = rebalanced == NEVER ? period : Math.max(rebalanced, period);
  }

  private void shareOut() {
    sharedOut = true;
    for (int child = 0; child < base.length; child++)
      base[child] = plan.share(child, bookEquity());
  }

  /** Whether the last bar shared the capital out anew. */
  public boolean hasSharedOut() {
    return sharedOut;
  }

  /** A book that stands in another one gets so much from it, and shares out what it has now. */
  public void transfer(long amount) {
    capital = sum(capital, amount);
    ladder.transfer(amount);
    shareOut();
  }

  /** What it began with, and what was given and taken since. */
  public long capital() {
    return capital;
  }

  /** Whether the child's gate is open and no operator has stopped it. */
  public boolean isOpen(int child) {
    return gates.isOpen(child) && !stopped[child];
  }

  /** What the child begins with: its weight's share of the capital, all of it without a weight. */
  public long startingBalance(int child) {
    return plan.share(child, plan.capital());
  }

  /** What the child was last given to work with: at its start, or when the book rebalanced. */
  public long capitalBase(int child) {
    return base[child];
  }

  /** The name of the regime that holds, empty where there are none. */
  public String regime() {
    return plan.regimes().isEmpty() ? "" : plan.regimes().get(regime).name();
  }

  /** The same where no exposure is known: with a limit on it nothing is admitted. */
  public long admit(int child, boolean riskIncreasing, long quantity, InstrumentSpec spec) {
    return admit(child, riskIncreasing, quantity, spec, BookExposure.UNKNOWN);
  }

  /**
   * How much of what a child proposes may be ordered, never more than that; 0 suppresses it, and
   * its rule arms again. What does not increase risk passes as it is.
   */
  public long admit(int child, boolean riskIncreasing, long quantity, InstrumentSpec spec,
      BookExposure exposure) {
    if (!riskIncreasing) return quantity;
    if (!isOpen(child) || quantity <= 0) return 0;
    long scaled = Exact.times(quantity, multiplier(child));
    scaled = Exact.times(scaled, ladder.factor());
    scaled = Exact.times(scaled, allocation.factor(child));
    long capped = exposure.cap(scaled, plan.limits());
    return capped == quantity ? quantity : spec.lots(capped);
  }

  private long multiplier(int child) {
    return plan.regimes().isEmpty()
        ? Exact.ONE
        : plan.regimes().get(regime).multipliers().get(child);
  }

  /** A child has closed something. */
  public void realized(int child, long amount) {
    realized[child] = sum(realized[child], amount);
    ladder.see(markedEquity());
  }

  /** What a child has realized since its start. */
  public long realizedOf(int child) {
    return realized[child];
  }

  /** What is open with a child would make now; without such marks only closed trades count. */
  public void marked(int child, long amount) {
    unrealized[child] = amount;
    ladder.see(markedEquity());
  }

  /** The capital and what all children have realized, which {@code OF BOOK} sizes by. */
  public long bookEquity() {
    return Arrays.stream(realized).reduce(capital, PortfolioBook::sum);
  }

  /** The same with what is open. */
  public long markedEquity() {
    return Arrays.stream(unrealized).reduce(bookEquity(), PortfolioBook::sum);
  }

  /** The highest marked equity so far. */
  public long peakEquity() {
    return ladder.peak();
  }

  private long profit(int child) {
    return sum(realized[child], unrealized[child]);
  }

  /** The sum, or the nearest number to it: an overflow must not end a run. */
  private static long sum(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) >= 0) return sum;
    return a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** An operator stops a child, or starts it again; its gate moves on meanwhile. */
  public void operator(int child, boolean stopped) {
    this.stopped[child] = stopped;
  }

  public void write(StateWriter to) {
    to.add(base.length);
    gates.write(to);
    ladder.write(to);
    allocation.write(to);
    for (int child = 0; child < base.length; child++)
      to.add(stopped[child]).add(realized[child]).add(unrealized[child]).add(base[child]);
    to.add(capital).add(regime).add(rebalanced);
  }

  public void read(StateReader from) {
    int children = from.count();
    if (children != base.length)
      throw new IllegalStateException("a book's state must be of %d children, was of %d"
          .formatted(base.length, children));
    gates.read(from);
    ladder.read(from);
    allocation.read(from);
    for (int child = 0; child < base.length; child++) {
      stopped[child] = from.flag();
      realized[child] = from.word();
      unrealized[child] = from.word();
      base[child] = from.word();
    }
    capital = from.word();
    regime = from.count();
    rebalanced = from.word();
  }
}
