package io.qkt.platform.seam;

/**
 * Every kind of message between two actors. Any one of any kind may be lost; the tests lose each.
 */
public enum Edge {
  REGISTRY_RUN, STRATEGY_RUNNING,
  HUB_SUBSCRIBE, HUB_CREDIT, HUB_BAR,
  BROKER_OFFER, BROKER_CANCEL, BROKER_RESUME, BROKER_ACK,
  STRATEGY_UPDATE, STRATEGY_NEVER_SEEN,
  VENUE_REPORT,
  REGISTRY_COMMAND, DEPLOY_REPLY
}
