package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.Optional;

/** A part of a file, begun by a word of its own; the parts may stand in any order. */
public sealed interface Block extends Node {
  /** May stand in a strategy. */
  sealed interface OfStrategy extends Block {}

  /** May stand in a portfolio. */
  sealed interface OfPortfolio extends Block {}

  record Symbols(List<StreamDecl> streams, List<SyncGroup> groups,
      Span span) implements OfStrategy, OfPortfolio {}

  /** Streams whose rules wait for one another's bars. */
  record SyncGroup(List<Name> members, Optional<TimeSpan> within, Span span) implements Node {}

  record Param(Name name, Expr.Literal value, Span span) implements OfStrategy, OfPortfolio {}

  record Lets(List<Let> lets, Span span) implements OfStrategy, OfPortfolio {}

  record Let(Name name, Expr value, Span span) implements Node {}

  /** Either of type or trailing may be there; the first wins. */
  record Defaults(List<Default> clauses, Span span) implements OfStrategy {}

  /** What an order takes where it does not say. */
  sealed interface Default extends Node {}

  record DefaultSizing(Sizing sizing, Span span) implements Default {}

  /** STOP_LOSS or TAKE_PROFIT. */
  record DefaultLeg(Bracket.Leg leg, Span span) implements Default {}

  record DefaultTif(OrderOption.Tif tif, Span span) implements Default {}

  /** ORDER_TYPE, or TRAILING as what it falls back to. */
  record DefaultType(boolean fallback, OrderType type, Span span) implements Default {}

  record Schedule(List<ScheduleClause> clauses, Span span) implements OfStrategy {}

  record Sequence(Name name, Name stream, List<Stage> stages, Span span) implements OfStrategy {}

  record Stage(Name name, Optional<TimeSpan> within, Expr condition, Span span) implements Node {}

  /** RULES, or a FOR EACH that stands outside of them. */
  record Rules(List<RuleItem> items, Span span) implements OfStrategy {}

  record Capital(Expr.Num amount, Span span) implements OfPortfolio {}

  record Import(Expr.Text path, Name alias, boolean hold, Span span) implements OfPortfolio {}

  record Regimes(Name name, List<State> states, Span span) implements OfPortfolio {}

  /** Without a condition it is the DEFAULT. */
  record State(Name name, Optional<Expr> condition, Span span) implements Node {}

  record Allocate(Name method, Optional<TimeSpan> rebalance, List<Allocation> allocations,
      Span span) implements OfPortfolio {}

  record Allocation(Name state, List<Share> shares, Span span) implements Node {}

  /** Without an alias it is CASH. */
  record Share(Optional<Name> alias, Expr.Num share, Span span) implements Node {}

  record Runs(List<RunRule> runs, Span span) implements OfPortfolio {}
}
