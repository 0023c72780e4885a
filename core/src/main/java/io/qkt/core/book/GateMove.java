package io.qkt.core.book;

/**
 * A child's gate has moved.
 *
 * @param flatten whether what the child holds is to be closed, its protective orders cancelled with
 * it: a stop that rests without a position would open one
 */
public record GateMove(String alias, boolean open, boolean flatten) {}
