package io.qkt.core.venue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which orders exclude each other, and which of them was executed first. */
final class Groups {
  private final Map<String, Group> groups = new LinkedHashMap<>();

  private static final class Group {
    private final List<Resting> waiting = new ArrayList<>();
    private String executed;
  }

  /** Whether another order of its group was executed already; if not, it may wait for it. */
  boolean excludes(Resting order) {
    if (order.terms().group().isEmpty()) return false;
    var group = of(order);
    if (group.executed != null) return !group.executed.equals(order.cid());
    group.waiting.add(order);
    return false;
  }

  /** The others of its group if this is the group's first execution, in order of submission. */
  List<Resting> excludedBy(Resting executed) {
    if (executed.terms().group().isEmpty()) return List.of();
    var group = of(executed);
    if (group.executed != null) return List.of();
    group.executed = executed.cid();
    var others = List.copyOf(group.waiting);
    group.waiting.clear();
    return others.stream().filter(other -> other != executed).toList();
  }

  private Group of(Resting order) {
    return groups.computeIfAbsent(order.terms().group(), _ -> new Group());
  }
}
