package io.qkt.core.portfolio;

import io.qkt.core.book.BookPlan;
import io.qkt.core.program.Program;
import io.qkt.core.program.frame.ConditionNode;
import java.util.List;

/**
 * What a portfolio's text becomes. The children are those of the plan, in its order.
 *
 * @param streams a program without rules: the portfolio's own streams, none where it has no
 * conditions, and the cells that the conditions read
 * @param whens one for each of the plan's rules {@code WHEN … RUN}, in its order
 * @param regimes one for each of the plan's regimes but the default, in its order
 */
public record PortfolioProgram(String name, Program streams, BookPlan plan,
    List<ConditionNode> whens, List<ConditionNode> regimes, List<Child> children) {

  /** A child under the name that the portfolio's file gives it. */
  public record Child(String alias, Content content) {
    public Child(String alias, Program program) {
      this(alias, new Strategy(program));
    }

    public Child(String alias, PortfolioProgram portfolio) {
      this(alias, new Portfolio(portfolio));
    }
  }

  /** What a child is. */
  public sealed interface Content {}

  /** A strategy. */
  public record Strategy(Program program) implements Content {}

  /** A portfolio whose children stand in this one's book under its gate and weight. */
  public record Portfolio(PortfolioProgram program) implements Content {}

  public PortfolioProgram {
    whens = List.copyOf(whens);
    regimes = List.copyOf(regimes);
    children = List.copyOf(children);
    var planned = plan.children().stream().map(BookPlan.Child::alias).toList();
    var given = children.stream().map(Child::alias).toList();
    require(given.equals(planned), "children must be those of the plan, %s, were %s", planned,
        given);
    require(whens.size() == plan.whens().size(), "conditions to run must be %d, were %d",
        plan.whens().size(), whens.size());
    int conditional = Math.max(0, plan.regimes().size() - 1);
    require(regimes.size() == conditional, "conditions of regimes must be %d, were %d", conditional,
        regimes.size());
  }

  private static void require(boolean holds, String message, Object... values) {
    if (!holds) throw new IllegalArgumentException(message.formatted(values));
  }
}
