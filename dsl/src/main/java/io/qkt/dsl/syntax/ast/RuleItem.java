package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.Optional;

/** One entry of RULES. */
public sealed interface RuleItem extends Node {
  /**
   * A condition and what follows from it.
   *
   * @param clock the stream at whose bars it is evaluated, where the rule says so itself
   */
  record Rule(Trigger trigger, Expr condition, Optional<Name> clock, List<Action> actions,
      Span span) implements RuleItem {}

  /** The same rule for each stream. */
  record ForEach(Name variable, List<Name> streams, Rule rule, Span span) implements RuleItem {}

  /** When a true condition fires. */
  enum Trigger {
    /** Fire when it becomes true. */
    WHEN,
    /** Fire at every evaluation at which it is true. */
    WHILE
  }
}
