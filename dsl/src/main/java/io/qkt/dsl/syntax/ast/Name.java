package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;

/** A name as it was written: of a stream, a value, a field or a function. */
public record Name(String text, Span span) implements Node {}
