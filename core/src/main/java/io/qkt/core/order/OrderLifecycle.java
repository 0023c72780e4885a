package io.qkt.core.order;

import static io.qkt.core.order.OrderState.*;
import static io.qkt.core.order.OrderTrigger.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life of an order as a table: what is not a row can not happen. The strategy and the broker
 * read the same table; the strategy never sees SENT, since nobody tells it of a send.
 */
public final class OrderLifecycle {

  /** In state {@code from}, {@code trigger} leads to {@code to}. */
  public record Row(OrderState from, OrderTrigger trigger, OrderState to) {}

  private static final List<Row> ROWS = List.of(
      row(OFFERED, SEND, SENT),
      row(OFFERED, REFUSE, REFUSED),
      row(OFFERED, LAPSE, LAPSED),
      row(OFFERED, ACCEPT, WORKING),
      row(OFFERED, REJECT, REJECTED),
      row(OFFERED, LOSE_TRACK, UNKNOWN),
      row(OFFERED, PROVE_ABSENT, ABSENT),
      row(OFFERED, FILL_PART, PARTIAL),
      row(OFFERED, FILL_REST, FILLED),
      row(OFFERED, ASK_CANCEL, CANCELLING),
      row(OFFERED, CANCEL, CANCELLED),
      row(OFFERED, EXPIRE, EXPIRED),
      row(SENT, ACCEPT, WORKING),
      row(SENT, REJECT, REJECTED),
      row(SENT, LOSE_TRACK, UNKNOWN),
      row(SENT, PROVE_ABSENT, ABSENT),
      row(SENT, FILL_PART, PARTIAL),
      row(SENT, FILL_REST, FILLED),
      row(SENT, ASK_CANCEL, CANCELLING),
      row(SENT, CANCEL, CANCELLED),
      row(SENT, EXPIRE, EXPIRED),
      row(UNKNOWN, ACCEPT, WORKING),
      row(UNKNOWN, REJECT, REJECTED),
      row(UNKNOWN, PROVE_ABSENT, ABSENT),
      row(UNKNOWN, FILL_PART, PARTIAL),
      row(UNKNOWN, FILL_REST, FILLED),
      row(UNKNOWN, ASK_CANCEL, CANCELLING),
      row(UNKNOWN, CANCEL, CANCELLED),
      row(UNKNOWN, EXPIRE, EXPIRED),
      row(WORKING, FILL_PART, PARTIAL),
      row(WORKING, FILL_REST, FILLED),
      row(WORKING, ASK_CANCEL, CANCELLING),
      row(WORKING, CANCEL, CANCELLED),
      row(WORKING, EXPIRE, EXPIRED),
      row(PARTIAL, FILL_PART, PARTIAL),
      row(PARTIAL, FILL_REST, FILLED),
      row(PARTIAL, ASK_CANCEL, CANCELLING),
      row(PARTIAL, CANCEL, CANCELLED),
      row(PARTIAL, EXPIRE, EXPIRED),
      row(CANCELLING, REFUSE, REFUSED),
      row(CANCELLING, LAPSE, LAPSED),
      row(CANCELLING, REJECT, REJECTED),
      row(CANCELLING, PROVE_ABSENT, ABSENT),
      row(CANCELLING, FILL_PART, CANCELLING),
      row(CANCELLING, FILL_REST, FILLED),
      row(CANCELLING, CANCEL, CANCELLED),
      row(CANCELLING, EXPIRE, EXPIRED));

  private static final Map<OrderState, Map<OrderTrigger, OrderState>> NEXT = index();

  private OrderLifecycle() {}

  /** The state that follows, or nothing where the table has no such row. */
  public static Optional<OrderState> next(OrderState from, OrderTrigger trigger) {
    return Optional.ofNullable(NEXT.get(from).get(trigger));
  }

  public static List<Row> rows() {
    return ROWS;
  }

  /** The table as a Mermaid state diagram, in the order of its rows. */
  public static String toMermaid() {
    var text = new StringBuilder("stateDiagram-v2\n  [*] --> OFFERED\n");
    for (var row : ROWS) {
      text.append("  %s --> %s: %s%n".formatted(row.from(), row.to(), row.trigger()));
    }
    for (var state : OrderState.values()) {
      if (state.terminal()) text.append("  %s --> [*]%n".formatted(state));
    }
    return text.toString();
  }

  private static Row row(OrderState from, OrderTrigger trigger, OrderState to) {
    return new Row(from, trigger, to);
  }

  private static Map<OrderState, Map<OrderTrigger, OrderState>> index() {
    var next = new EnumMap<OrderState, Map<OrderTrigger, OrderState>>(OrderState.class);
    for (var state : OrderState.values()) {
      next.put(state, new EnumMap<>(OrderTrigger.class));
    }
    for (var row : ROWS) {
      next.get(row.from()).put(row.trigger(), row.to());
    }
    return next;
  }
}
