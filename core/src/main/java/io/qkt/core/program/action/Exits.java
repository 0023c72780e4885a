package io.qkt.core.program.action;

/** What closes a position once an order has opened it; either may be null, not both. */
public record Exits(StopPlan stop, Distance target) {}
