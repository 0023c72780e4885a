package io.qkt.dsl;

/** A mistake in a strategy's text, where it is, and what to write instead. */
public record CompileError(String code, String message, int line, int column, String help) {}
