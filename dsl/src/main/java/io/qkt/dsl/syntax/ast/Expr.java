package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A value: a number, a truth, a string, or something that a stream is made of. */
public sealed interface Expr extends Node {
  /** Written out in the text. */
  sealed interface Literal extends Expr {}

  record Num(BigDecimal value, Span span) implements Literal {}

  record Bool(boolean value, Span span) implements Literal {}

  record Text(String value, Span span) implements Literal {}

  record Duration(long millis, Span span) implements Expr {}

  record Negate(Expr operand, Span span) implements Expr {}

  record Arith(ArithOp op, Expr left, Expr right, Span span) implements Expr {}

  enum ArithOp {
    ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO
  }

  record Compare(CompareOp op, Expr left, Expr right, Span span) implements Expr {}

  enum CompareOp {
    ABOVE, BELOW, AT_LEAST, AT_MOST, EQUAL, UNEQUAL
  }

  record Not(Expr operand, Span span) implements Expr {}

  record And(Expr left, Expr right, Span span) implements Expr {}

  record Or(Expr left, Expr right, Span span) implements Expr {}

  record Between(Expr operand, Expr low, Expr high, Span span) implements Expr {}

  record In(Expr operand, List<Expr> members, Span span) implements Expr {}

  record Crosses(boolean above, Expr left, Expr right, Span span) implements Expr {}

  record IsNull(Expr operand, boolean negated, Span span) implements Expr {}

  record Case(List<Branch> branches, Expr otherwise, Span span) implements Expr {}

  record Branch(Expr condition, Expr value, Span span) implements Node {}

  record Aggregate(Fold fold, Expr operand, Since since, Span span) implements Expr {}

  enum Fold {
    MAX, MIN, MEAN, SUM
  }

  /** Zero bars mean since the position was opened. */
  record Since(int bars, Span span) implements Node {}

  /** A function or an indicator, by the name as it was written. */
  record Call(Name function, List<Expr> arguments, Span span) implements Expr {}

  /** A name alone: a LET, a PARAM, a stream, or {@code entry}. */
  record Ref(Name name, Span span) implements Expr {}

  record Field(Name alias, Name field, Span span) implements Expr {}

  /** A field or a call some bars ago: {@code bars} is a Num or a Ref. */
  record BarsAgo(Expr operand, Expr bars, Span span) implements Expr {}

  record Snapshot(Name let, Moment moment, Span span) implements Expr {}

  /** When a snapshot was taken; bars count only for BARS_AGO. */
  record Moment(MomentKind kind, int bars, Span span) implements Node {}

  enum MomentKind {
    BUY, SELL, OPEN, BARS_AGO
  }

  /** {@code ACCOUNT.equity} and its like; only NOW may stand without a field. */
  record State(Subject subject, Optional<Name> field, Span span) implements Expr {}

  enum Subject {
    ACCOUNT, STREAK, TRADES, COOLDOWN, NOW, EXIT
  }

  record PositionOf(Name alias, Optional<Name> field, Span span) implements Expr {}

  record AveragePrice(Name alias, Span span) implements Expr {}

  record OpenOrders(Name alias, Span span) implements Expr {}

  /** {@code SEQUENCE.s.stage}, {@code .complete}, or {@code .someStage.price}. */
  record SequenceOf(Name sequence, Name member, Optional<Name> field, Span span) implements Expr {}

  record EntryQuantity(Span span) implements Expr {}

  /** The stream of the order that DEFAULTS are put into. */
  record SymbolOfOrder(Span span) implements Expr {}
}
