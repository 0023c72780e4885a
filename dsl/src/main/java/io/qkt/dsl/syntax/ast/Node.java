package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;

/** A part of a text that means something. */
public interface Node {
  Span span();
}
