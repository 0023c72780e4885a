package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.Optional;

/** Two wires around a price; the first one touched says in which direction to enter. */
public record Latch(Name alias, Expr offset, Optional<Expr> from, TimeSpan arm,
    Optional<Name> name, Optional<Confirm> confirm, List<Entry> entries,
    Span span) implements Node {

  /** What must happen behind a wire before it counts. */
  public sealed interface Confirm extends Node {}

  public record CloseBeyond(Span span) implements Confirm {}

  public record TimeInBreach(TimeSpan time, Span span) implements Confirm {}

  public record RetestHold(Expr distance, TimeSpan within, Span span) implements Confirm {}

  /** One order of the direction that was latched; of two parts of one kind the later counts. */
  public record Entry(Optional<Name> on, OrderType type, List<Part> parts,
      Span span) implements Node {}

  public sealed interface Part extends Node {}

  public record Exits(Bracket bracket, Span span) implements Part {}

  public record Size(Sizing sizing, Span span) implements Part {}

  public record Expire(TimeSpan after, Span span) implements Part {}
}
