package io.qkt.dsl.strategy;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Membership;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds conditions that contradict themselves: constants that are false, and one number that an AND
 * wants above one constant and below a lesser one. What it does not find may still never be true.
 */
final class NeverTrue {
  private static final int UNKNOWN = -1;

  private final Map<NumberNode, Range> ranges = new LinkedHashMap<>();
  private boolean contradicted;

  /** What an AND leaves of a number. */
  private static final class Range {
    private double low = Double.NEGATIVE_INFINITY;
    private double high = Double.POSITIVE_INFINITY;
    private boolean open;

    void above(double bound, boolean strict) {
      if (bound > low || bound == low && strict) open |= strict && bound >= low;
      low = Math.max(low, bound);
    }

    void below(double bound, boolean strict) {
      if (bound < high || bound == high && strict) open |= strict && bound <= high;
      high = Math.min(high, bound);
    }

    boolean isEmpty() {
      return low > high || low == high && open;
    }
  }

  private NeverTrue() {}

  static boolean is(ConditionNode condition) {
    int known = known(condition);
    if (known != UNKNOWN) return known != Truth.TRUE;
    var search = new NeverTrue();
    search.take(condition);
    return search.contradicted || search.ranges.values().stream().anyMatch(Range::isEmpty);
  }

  private void take(ConditionNode condition) {
    switch (condition) {
      case Logic.And(var left, var right) -> {
        take(left);
        take(right);
      }
      case Comparison.Greater(var left, var right) -> compare(left, right, true);
      case Comparison.AtLeast(var left, var right) -> compare(left, right, false);
      case Comparison.Equal(var left, var right) -> {
        compare(left, right, false);
        compare(right, left, false);
      }
      case Membership.Between(var of, var low, var high) -> {
        compare(of, low, false);
        compare(high, of, false);
      }
      default -> contradicted |= known(condition) == Truth.FALSE;
    }
  }

  private void compare(NumberNode left, NumberNode right, boolean strict) {
    contradicted |= strict && left.equals(right);
    if (right instanceof Constant(double bound) && !(left instanceof Constant)) {
      ranges.computeIfAbsent(left, _ -> new Range()).above(bound, strict);
    }
    if (left instanceof Constant(double bound) && !(right instanceof Constant)) {
      ranges.computeIfAbsent(right, _ -> new Range()).below(bound, strict);
    }
  }

  /** The truth of what no bar can change, else unknown. */
  private static int known(ConditionNode condition) {
    return switch (condition) {
      case Logic.Value(int truth) -> truth;
      case Logic.Not(var of) -> opposite(known(of));
      case Logic.And(var left, var right) -> both(known(left), known(right), Truth.FALSE);
      case Logic.Or(var left, var right) -> both(known(left), known(right), Truth.TRUE);
      case Comparison.Greater(Constant(double a), Constant(double b)) -> Truth.greater(a, b);
      case Comparison.AtLeast(Constant(double a), Constant(double b)) ->
          Truth.not(Truth.greater(b, a));
      case Comparison.Equal(Constant(double a), Constant(double b)) -> Truth.equal(a, b);
      case Membership.In(_, var members) when members.isEmpty() -> Truth.FALSE;
      default -> UNKNOWN;
    };
  }

  private static int opposite(int known) {
    return known == UNKNOWN ? UNKNOWN : Truth.not(known);
  }

  /** One side decides if it has the deciding value, else both must be known. */
  private static int both(int left, int right, int deciding) {
    if (left == deciding || right == deciding) return deciding;
    if (left == UNKNOWN || right == UNKNOWN) return UNKNOWN;
    return deciding == Truth.FALSE ? Math.min(left, right) : Math.max(left, right);
  }
}
