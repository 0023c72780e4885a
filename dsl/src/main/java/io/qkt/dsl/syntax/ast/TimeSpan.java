package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;

/** A length of time above zero: a timeframe, a deadline. */
public record TimeSpan(long millis, Span span) implements Node {}
