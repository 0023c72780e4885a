package io.qkt.core.program;

import java.util.List;

/**
 * Streams that are evaluated together, in this order, on the windows that all of them have.
 *
 * @param withinMicros how long after its end a window waits for the rest, 0 for ever
 */
public record SyncGroup(List<Integer> members, long withinMicros) {
  public SyncGroup {
    members = List.copyOf(members);
  }
}
