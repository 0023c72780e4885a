package io.qkt.core.program;

import io.qkt.core.market.BarKey;

/** A stream of bars under the name by which the text knows it. */
public record StreamPlan(String alias, BarKey key) {}
