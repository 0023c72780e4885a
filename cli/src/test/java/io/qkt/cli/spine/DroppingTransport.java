package io.qkt.cli.spine;

import io.qkt.platform.seam.Edge;
import io.qkt.platform.seam.Transport;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.RecipientRef;

/** Loses the messages of the given numbers on the given edges, and counts what it lost. */
final class DroppingTransport implements Transport {
  private final Set<Edge> edges;
  private final Set<Integer> numbers;
  private final Map<Edge, Integer> sent = new EnumMap<>(Edge.class);
  private final Map<Edge, Integer> lost = new EnumMap<>(Edge.class);

  DroppingTransport(Set<Edge> edges, Set<Integer> numbers) {
    this.edges = edges;
    this.numbers = numbers;
  }

  @Override
  public <M> void send(Edge edge, RecipientRef<M> to, M message) {
    if (!loses(edge)) to.tell(message);
  }

  private synchronized boolean loses(Edge edge) {
    int number = sent.merge(edge, 1, Integer::sum);
    if (!edges.contains(edge) || !numbers.contains(number)) return false;
    lost.merge(edge, 1, Integer::sum);
    return true;
  }

  synchronized int lost(Edge edge) {
    return lost.getOrDefault(edge, 0);
  }

  synchronized int sent(Edge edge) {
    return sent.getOrDefault(edge, 0);
  }
}
