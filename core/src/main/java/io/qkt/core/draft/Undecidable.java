package io.qkt.core.draft;

/** An order that cannot be made from what is known; it has no trace, because it is no fault. */
public final class Undecidable extends RuntimeException {
  private static final long serialVersionUID = 1;
  public static final String UNDEFINED = "UNDEFINED";
  public static final String NO_RATE = "NO_RATE";
  public static final String BAD_QUANTITY = "BAD_QUANTITY";
  public static final String NO_BOOK = "NO_BOOK";
  public static final String OVERFLOW = "OVERFLOW";

  private final String code;

  public Undecidable(String code, String why) {
    super(why, null, false, false);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
