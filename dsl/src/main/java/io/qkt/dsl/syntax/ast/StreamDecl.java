package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.OptionalInt;

/** A declared stream of bars. */
public sealed interface StreamDecl extends Node {
  Name alias();

  TimeSpan every();

  record Market(Name alias, Name broker, Name symbol, TimeSpan every, OptionalInt warmupBars,
      Span span) implements StreamDecl {}

  /** An equally weighted index of others. */
  record Basket(Name alias, List<Name> members, TimeSpan every, Span span) implements StreamDecl {}

  /** The equity of the account. */
  record Series(Name alias, TimeSpan every, Span span) implements StreamDecl {}
}
