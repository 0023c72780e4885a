package io.qkt.core.order;

/** What can happen to an order. */
public enum OrderTrigger {
  SEND, REFUSE, LAPSE, ACCEPT, REJECT, LOSE_TRACK, PROVE_ABSENT, FILL_PART, FILL_REST, ASK_CANCEL,
  CANCEL, EXPIRE
}
