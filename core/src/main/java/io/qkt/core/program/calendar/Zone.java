package io.qkt.core.program.calendar;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** The zones that a schedule can name. */
public enum Zone {
  UTC(ZoneOffset.UTC), NY("America/New_York"), LONDON("Europe/London"), TOKYO("Asia/Tokyo"),
  SYDNEY("Australia/Sydney"), CHICAGO("America/Chicago");

  private final ZoneId id;

  Zone(String id) {
    this(ZoneId.of(id));
  }

  Zone(ZoneId id) {
    this.id = id;
  }

  ZoneId id() {
    return id;
  }
}
