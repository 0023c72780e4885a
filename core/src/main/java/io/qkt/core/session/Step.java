package io.qkt.core.session;

import java.util.List;

/** What came out of one input, in order. The session has moved on when it returns one. */
public record Step(List<Decision> decisions) {
  static final Step QUIET = new Step(List.of());
}
