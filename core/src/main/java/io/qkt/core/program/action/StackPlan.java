package io.qkt.core.program.action;

import java.util.List;

/**
 * More orders on top of a first one, placed when that is executed; those that are not executed
 * within {@code withinMicros} of it, or when all that were are closed, are taken back.
 *
 * @param shared whether all layers have the exits of the first, else each has its own
 */
public record StackPlan(List<Layer> layers, long withinMicros, boolean shared) {
  public static final long WITHIN_DEFAULT = 24 * 3_600_000_000L;

  /** One layer; its prices may mention the fill of the first. */
  public record Layer(Sizing sizing, Pricing pricing) {}
}
