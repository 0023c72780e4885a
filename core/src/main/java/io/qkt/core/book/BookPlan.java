package io.qkt.core.book;

import io.qkt.core.money.Exact;
import io.qkt.core.risk.RiskKey;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.risk.RiskRule;
import java.util.List;

/**
 * What a portfolio file and its configuration say of the book; children are named by their place.
 *
 * @param capital at scale 8, 0 where the file names none
 * @param whens the rules {@code WHEN … RUN}, in the order of the file
 * @param regimes the states with a condition in the order of the file, then the default; empty
 * where the file has none
 * @param rebalanceMicros how often capital is shared out anew, 0 for never
 */
public record BookPlan(long capital, List<Child> children, List<When> whens, List<Regime> regimes,
    long rebalanceMicros, RiskLimits limits) {

  /**
   * A child as it is imported and run.
   *
   * @param hold whether its positions stay when its gate closes
   * @param weight its share of the capital at scale 8, 0 for none
   * @param unconditional whether one of its rules is {@code RUN} without a condition
   */
  public record Child(String alias, boolean hold, long weight, boolean unconditional) {}

  /** A rule that runs a child while its condition is true; a gate waits that many bars to move. */
  public record When(int child, int hysteresisBars) {}

  /**
   * How much of a new risk is left to each child while a state holds, at scale 8; 0 for a child
   * that the state does not name.
   */
  public record Regime(String name, List<Long> multipliers) {
    public Regime {
      multipliers = List.copyOf(multipliers);
    }
  }

  public BookPlan {
    children = List.copyOf(children);
    whens = List.copyOf(whens);
    regimes = List.copyOf(regimes);
    require(capital >= 0, "a book's capital must be 0 or more, was " + Exact.text(capital));
    boolean needsCapital = rebalanceMicros != 0 || limits.isOn(RiskRule.DE_RISK)
        || children.stream().anyMatch(child -> child.weight() != 0);
    require(capital > 0 || !needsCapital,
        "weights, REBALANCE and %s must have a capital to be of, was 0; add CAPITAL"
            .formatted(RiskKey.BOOK_LADDER.key()));
    for (var child : children)
      requireShare("the weight of " + child.alias(), child.weight());
    for (var regime : regimes) {
      require(regime.multipliers().size() == children.size(),
          "a regime must have %d multipliers, '%s' had %d".formatted(children.size(), regime.name(),
              regime.multipliers().size()));
      regime.multipliers().forEach(share -> requireShare("a share in " + regime.name(), share));
    }
  }

  private static void requireShare(String what, long share) {
    require(0 <= share && share <= Exact.ONE,
        "%s must be from 0 to 1, was %s".formatted(what, Exact.text(share)));
  }

  private static void require(boolean holds, String message) {
    if (!holds) throw new IllegalArgumentException(message);
  }

  /** How many regimes have a condition: all but the default. */
  int conditionalRegimes() {
    return Math.max(0, regimes.size() - 1);
  }

  /** The child's own share of {@code amount}; a child without a weight may use all of it. */
  long share(int child, long amount) {
    long weight = children.get(child).weight();
    return weight == 0 ? amount : Exact.times(amount, weight);
  }
}
