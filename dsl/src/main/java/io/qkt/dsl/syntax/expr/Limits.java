package io.qkt.dsl.syntax.expr;

/** How much of anything a text may hold: what comes from outside is never trusted to be small. */
public final class Limits {
  public static final int SOURCE_BYTES_MAX = 256 * 1024;
  public static final int NESTING_MAX = 64;
  public static final int NODES_MAX = 10_000;
  /** A chain of operators is a tree as deep as it is long, and trees are walked by recursion. */
  public static final int CHAIN_MAX = 1_000;

  private Limits() {}
}
