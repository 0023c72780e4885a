package io.qkt.dsl.issue;

/** Whether a text is refused or only frowned at. */
public enum Severity {
  /** Refuse the text. */
  ERROR,
  /** Accept the text and say what is probably not meant. */
  WARNING;

  String word() {
    return this == ERROR ? "error" : "warning";
  }
}
