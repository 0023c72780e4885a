package io.qkt.persistence;

/**
 * What stands in the place of a journaled event or snapshot that this build cannot read, so that
 * the entity lives to be quarantined. {@code why} begins with {@link #NEWER_JOURNAL} where the name
 * is not known here, and with {@link #CORRUPT} where the bytes do not fit the name.
 */
public record Unreadable(String manifest, String why) {
  public static final String NEWER_JOURNAL = "NEWER_JOURNAL";
  public static final String CORRUPT = "CORRUPT";
}
