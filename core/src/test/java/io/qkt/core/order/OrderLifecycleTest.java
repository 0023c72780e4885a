package io.qkt.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.OrderLifecycle.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class OrderLifecycleTest {
  private static final Path DIAGRAM = Path
      .of(System.getProperty("qkt.root"), "docs", "reference", "order-lifecycle.mmd");

  static List<Row> rows() {
    return OrderLifecycle.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void next_ofARow_isWhereTheRowLeads(Row row) {
    assertThat(OrderLifecycle.next(row.from(), row.trigger())).contains(row.to());
  }

  @Test
  void next_ofWhatIsNoRow_isEmpty() {
    var known = rows().stream().map(row -> row.from() + " " + row.trigger()).toList();
    for (var state : OrderState.values()) {
      for (var trigger : OrderTrigger.values()) {
        assertThat(OrderLifecycle.next(state, trigger).isPresent()).as("%s %s", state, trigger)
            .isEqualTo(known.contains(state + " " + trigger));
      }
    }
  }

  @Test
  void rows_nameEachStateAndTriggerOnce() {
    assertThat(rows().stream().map(row -> row.from() + " " + row.trigger()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(OrderState.class)
  void state_isTerminal_exactlyWhenNoRowLeadsOut(OrderState state) {
    assertThat(rows().stream().noneMatch(row -> row.from() == state)).isEqualTo(state.terminal());
  }

  @Test
  void states_areAllReachableFromOffered() {
    var reached = EnumSet.of(OrderState.OFFERED);
    boolean more = true;
    while (more) {
      more = reached.addAll(rows().stream()
          .filter(row -> reached.contains(row.from()))
          .map(Row::to)
          .toList());
    }
    assertThat(reached).isEqualTo(EnumSet.allOf(OrderState.class));
  }

  @Test
  void triggers_areAllUsed() {
    assertThat(rows()).extracting(Row::trigger).contains(OrderTrigger.values());
  }

  // What was sent is never taken for refused or lapsed: those words say that not a byte left.
  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "LAPSED"})
  void unsentEnds_comeFromOfferedOrFromItsCancelling(OrderState end) {
    assertThat(rows().stream().filter(row -> row.to() == end).map(Row::from))
        .containsExactly(OrderState.OFFERED, OrderState.CANCELLING);
  }

  @Test
  void send_isNoRowOnceAnOrderWasSent() {
    assertThat(Arrays.stream(OrderState.values())
        .filter(state -> OrderLifecycle.next(state, OrderTrigger.SEND).isPresent()))
        .containsExactly(OrderState.OFFERED);
  }

  @Test
  void diagram_inTheDocs_isTheTable() throws IOException {
    if (Boolean.getBoolean("qkt.bless")) Files.writeString(DIAGRAM, OrderLifecycle.toMermaid());

    assertThat(DIAGRAM).as("run the build with -Dqkt.bless=true to rewrite it")
        .hasContent(OrderLifecycle.toMermaid());
  }

  @Test
  void diagram_showsEachRowAndEachEnd() {
    var ends = Stream.of(OrderState.values())
        .filter(OrderState::terminal)
        .map("  %s --> [*]"::formatted);
    var edges = rows().stream()
        .map(row -> "  %s --> %s: %s".formatted(row.from(), row.to(), row.trigger()));
    assertThat(OrderLifecycle.toMermaid().lines()).startsWith("stateDiagram-v2")
        .containsAll(Stream.concat(edges, ends).toList());
  }
}
