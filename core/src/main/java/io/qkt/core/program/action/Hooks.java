package io.qkt.core.program.action;

import java.util.List;

/** What is done once when a position has been closed: by its stop, its target, or otherwise. */
public record Hooks(List<Action> onStop, List<Action> onTarget, List<Action> onClose) {
  public static final Hooks NONE = new Hooks(List.of(), List.of(), List.of());
}
