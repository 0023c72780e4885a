package io.qkt.dsl.scope;

import io.qkt.core.market.BarKey;
import io.qkt.dsl.syntax.ast.StreamDecl;

/**
 * A stream under one of its names.
 *
 * @param index its place in the program; two names of the same bars share one
 */
public record DeclaredStream(StreamDecl decl, int index, BarKey key) {
  private static final String PUBLISHED = "MACRO";

  public String alias() {
    return decl.alias().text();
  }

  public boolean isBasket() {
    return decl instanceof StreamDecl.Basket;
  }

  /** Whether it is the bars of an instrument, with ticks and what a venue says of it. */
  public boolean isMarket() {
    return decl instanceof StreamDecl.Market && !isPublished();
  }

  /** Whether orders on it make sense. */
  public boolean isTradable() {
    return isMarket() || isBasket();
  }

  private boolean isPublished() {
    return key.instrument().broker().equals(PUBLISHED);
  }
}
