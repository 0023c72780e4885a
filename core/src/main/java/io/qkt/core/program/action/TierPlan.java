package io.qkt.core.program.action;

/**
 * One more position beside a first one, opened at market once the first has gone so far: {@code
 * threshold} in its favour, or against it and then back by {@code recover}.
 */
public record TierPlan(boolean adverse, double threshold, double recover, long withinMicros,
    Sizing sizing, Exits exits) {}
