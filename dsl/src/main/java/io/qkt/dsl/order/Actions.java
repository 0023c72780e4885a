package io.qkt.dsl.order;

import io.qkt.core.program.action.Action;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.Block;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns the actions of rules and schedules into plans and checks them while it does. */
public final class Actions {
  public Actions(Scope scope, Expressions expressions, Optional<Block.Defaults> defaults) {}

  /** The plans in the order of the text; what was reported is left out. */
  public List<Action> plan(List<io.qkt.dsl.syntax.ast.Action> actions, Place place) {
    return List.of();
  }

  /** The stream on whose bars a rule of these actions is evaluated; none if they only log. */
  public OptionalInt clock(List<io.qkt.dsl.syntax.ast.Action> actions, Place place) {
    return OptionalInt.empty();
  }
}
