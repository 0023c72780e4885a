package io.qkt.core.venue;

/** What a venue says about an order. */
public sealed interface VenueReport {
  String cid();

  /** The venue has it. */
  record Accepted(String cid, String venueId) implements VenueReport {}

  /** The venue does not have it and says why. */
  record Rejected(String cid, String code) implements VenueReport {}

  /** An execution; {@code execId} is the same however often it is reported. */
  record Executed(String cid, String execId, long quantity, long price, long fee,
      long time) implements VenueReport {}
}
