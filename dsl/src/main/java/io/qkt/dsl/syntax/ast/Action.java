package io.qkt.dsl.syntax.ast;

import io.qkt.core.order.Side;
import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.Optional;

/** What a rule does. */
public sealed interface Action extends Node {
  /** An order; its options stand as written, of two of one kind the later one counts. */
  record Trade(Side side, Name alias, List<OrderOption> options, Span span) implements Action {}

  record Close(Name alias, Span span) implements Action {}

  record CloseAll(Span span) implements Action {}

  record Flatten(Span span) implements Action {}

  record Resize(Name alias, Sizing target, Optional<Expr> minStep, Span span) implements Action {}

  record Cancel(Name alias, Span span) implements Action {}

  record CancelAll(Span span) implements Action {}

  record Log(Level level, Expr.Text text, List<LogField> fields, Span span) implements Action {}

  record LogField(Name name, Expr value, Span span) implements Node {}

  /** How loud a log line is. */
  enum Level {
    INFO, WARN, ERROR, DEBUG
  }

  record OcoEntry(Trade first, Trade second, Span span) implements Action {}

  record Arm(Latch latch, Span span) implements Action {}
}
