package io.qkt.dsl.syntax.lex;

import io.qkt.dsl.text.Span;

/**
 * A comment, with the signs that make it one.
 *
 * @param toLineEnd whether nothing else can follow on its line
 */
public record Comment(String text, boolean toLineEnd, Span span) {}
