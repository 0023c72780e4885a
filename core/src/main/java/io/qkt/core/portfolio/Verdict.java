package io.qkt.core.portfolio;

/**
 * What a book makes of an intent of a child.
 *
 * @param quantity how much of it may be ordered, 0 for none
 * @param code why it is none, {@code why} in words; both empty where some is left
 */
public record Verdict(long quantity, String code, String why) {
  static final String GATE = "GATE";
  static final String BOOK = "BOOK";

  public static Verdict admitted(long quantity) {
    return new Verdict(quantity, "", "");
  }

  static Verdict refused(String code, String why) {
    return new Verdict(0, code, why);
  }

  public boolean isRefused() {
    return quantity == 0;
  }
}
