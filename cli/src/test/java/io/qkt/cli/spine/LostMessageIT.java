package io.qkt.cli.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.platform.seam.Edge;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any message between two actors may be lost, and nothing changes in the end. */
class LostMessageIT {
  private static final int BARS = 24;
  private static final Set<Integer> LOST = Set.of(1, 2, 5);

  @TempDir
  static Path undisturbed;
  private static EndState expected;

  @BeforeAll
  static void runUndisturbed() {
    expected = HandMovedDay.run(undisturbed, new DroppingTransport(Set.of(), Set.of()), BARS);
    assertThat(expected.fills()).isGreaterThan(2);
  }

  @ParameterizedTest
  // Market orders are never asked back; KindsIT loses those messages.
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BROKER_CANCEL")
  void message_lostOnAnyEdge_changesNothingInTheEnd(Edge edge, @TempDir Path dir) {
    var edges = EnumSet.of(edge);
    // These two are only sent where an offer went missing.
    if (edge == Edge.BROKER_RESUME || edge == Edge.STRATEGY_NEVER_SEEN)
      edges.add(Edge.BROKER_OFFER);
    var transport = new DroppingTransport(edges, LOST);

    var end = HandMovedDay.run(dir, transport, BARS);

    assertThat(transport.lost(edge)).isPositive();
    assertThat(end).isEqualTo(expected);
  }
}
