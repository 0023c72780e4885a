package io.qkt.cli.spine;

import io.qkt.core.session.StrategySession;
import io.qkt.platform.strategy.InstanceStatus;

/** What two runs must agree on. */
record EndState(long position, long averagePrice, long realized, long fills, int openOrders,
    long lastOpenTime, long stateHash) {
  static EndState of(InstanceStatus s) {
    return new EndState(s.position(), s.averagePrice(), s.realized(), s.fills(), s.openOrders(),
        s.lastBar().orElseThrow().bar().openTime(), s.stateHash());
  }

  static EndState of(StrategySession s) {
    return new EndState(s.position(), s.averagePrice(), s.realized(), s.fills(), s.openOrders(),
        s.lastOpenTime(), s.stateHash());
  }
}
