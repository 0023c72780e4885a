package io.qkt.core.venue;

import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderUpdate;

/** What a venue says about an order. */
public sealed interface VenueReport {
  String cid();

  /** The same for the order's owner; {@code filled} is what was executed of it before. */
  OrderUpdate forOwner(VenueOrder order, long filled);

  /** The venue has it. */
  record Accepted(String cid, String venueId) implements VenueReport {
    @Override
    public OrderUpdate forOwner(VenueOrder order, long filled) {
      return new OrderUpdate.Accepted(cid, venueId);
    }
  }

  /** The venue does not have it and says why. */
  record Rejected(String cid, String code) implements VenueReport {
    @Override
    public OrderUpdate forOwner(VenueOrder order, long filled) {
      return new OrderUpdate.Rejected(cid, code);
    }
  }

  /** It is not working any more, and what is left of it never will be executed. */
  record Cancelled(String cid, CancelReason why) implements VenueReport {
    @Override
    public OrderUpdate forOwner(VenueOrder order, long filled) {
      return new OrderUpdate.Cancelled(cid, why);
    }
  }

  /** An execution; {@code execId} is the same however often it is reported. */
  record Executed(String cid, String execId, long quantity, long price, long fee,
      long time) implements VenueReport {
    @Override
    public OrderUpdate forOwner(VenueOrder order, long filled) {
      boolean complete = filled + quantity >= order.quantity();
      return new OrderUpdate.Filled(cid, execId, order.instrument(), order.side(), quantity, price,
          fee, time, complete);
    }
  }
}
