package io.qkt.dsl.order;

import io.qkt.dsl.expr.Place;
import io.qkt.dsl.syntax.ast.Node;

/** A part of an order, and the place that says what it may mention: DEFAULTS have their own. */
record Part<T extends Node>(T node, Place place) {
  boolean isDefault() {
    return place.order().isPresent();
  }

  /** Where a mistake in it belongs: one that DEFAULTS make only here belongs to the order. */
  Node at(Node order) {
    return isDefault() ? order : node;
  }
}
