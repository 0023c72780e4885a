package io.qkt.core.order;

import io.qkt.core.market.Instrument;

/** What a broker has learnt about one order, as it tells the order's owner. */
public sealed interface OrderUpdate {
  String cid();

  OrderTrigger trigger();

  /** The venue has the order. */
  record Accepted(String cid, String venueId) implements OrderUpdate {
    @Override
    public OrderTrigger trigger() {
      return OrderTrigger.ACCEPT;
    }
  }

  /** The venue said no, and can not have the order. */
  record Rejected(String cid, String code) implements OrderUpdate {
    @Override
    public OrderTrigger trigger() {
      return OrderTrigger.REJECT;
    }
  }

  /** A gate before the venue said no; not a byte was sent. */
  record Refused(String cid, String code) implements OrderUpdate {
    @Override
    public OrderTrigger trigger() {
      return OrderTrigger.REFUSE;
    }
  }

  /** It was sent, and whether the venue has it is not known yet. */
  record OutcomeUnknown(String cid, String why) implements OrderUpdate {
    @Override
    public OrderTrigger trigger() {
      return OrderTrigger.LOSE_TRACK;
    }
  }

  /** It is proved that the venue never had it. */
  record ProvedAbsent(String cid, String evidence) implements OrderUpdate {
    @Override
    public OrderTrigger trigger() {
      return OrderTrigger.PROVE_ABSENT;
    }
  }

  /** It ended before all of it was executed; what was executed of it stands. */
  record Cancelled(String cid, CancelReason why) implements OrderUpdate {
    @Override
    public OrderTrigger trigger() {
      return why == CancelReason.EXPIRED ? OrderTrigger.EXPIRE : OrderTrigger.CANCEL;
    }
  }

  /** An execution: a fact that stands whatever state the order was thought to be in. */
  record Filled(String cid, String execId, Instrument instrument, Side side, long quantity,
      long price, long fee, long time, boolean complete) implements OrderUpdate {
    @Override
    public OrderTrigger trigger() {
      return complete ? OrderTrigger.FILL_REST : OrderTrigger.FILL_PART;
    }
  }
}
