package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.Optional;

/** What may follow BUY or SELL and its stream. */
public sealed interface OrderOption extends Node {
  record Size(Sizing sizing, Span span) implements OrderOption {}

  record Type(OrderType type, Span span) implements OrderOption {}

  /** The time in force; only GTD has a deadline, in epoch milliseconds. */
  record Tif(Kind kind, Optional<Expr> deadline, Span span) implements OrderOption {
    /** How long an order is good. */
    public enum Kind {
      GTC, IOC, FOK, DAY, GTD
    }
  }

  record Exits(Bracket bracket, Span span) implements OrderOption {}

  /** Two exits at fixed prices, one cancelling the other. */
  record Oco(Expr stop, Expr limit, Span span) implements OrderOption {}

  record Stacked(Stack stack, Span span) implements OrderOption {}

  /** One more leg once the order has gone well by MFE, or recovered from MAE. */
  record StackAt(Expr excursion, Optional<Expr> recover, TimeSpan within, Sizing sizing,
      Bracket bracket, Span span) implements OrderOption {}

  record OnFill(List<Action> actions, Span span) implements OrderOption {}

  record Hook(Exit exit, List<Action> actions, Span span) implements OrderOption {}

  /** How the position that a hook hangs on was left. */
  enum Exit {
    ON_STOP, ON_TP, ON_CLOSE
  }
}
