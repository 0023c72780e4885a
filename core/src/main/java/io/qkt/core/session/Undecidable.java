package io.qkt.core.session;

/** An order that cannot be made from what is known; it has no trace, because it is no fault. */
final class Undecidable extends RuntimeException {
  private static final long serialVersionUID = 1;
  static final String UNDEFINED = "UNDEFINED";
  static final String BAD_QUANTITY = "BAD_QUANTITY";
  static final String OVERFLOW = "OVERFLOW";

  private final String code;

  Undecidable(String code, String why) {
    super(why, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
