package io.qkt.core.portfolio;

import io.qkt.core.session.Input;

/** What a portfolio tells a child, by its place: an input that the child's journal holds. */
public record Told(int child, Input input) {}
