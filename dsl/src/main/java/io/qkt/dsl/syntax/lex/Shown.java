package io.qkt.dsl.syntax.lex;

/** Quotes the author's text in a message. */
public final class Shown {
  private static final int CHARS_MAX = 40;

  private Shown() {}

  /** A message stays readable whatever it quotes. */
  public static String clipped(String text) {
    int end = text.length();
    if (end > CHARS_MAX) {
      end = Character.isHighSurrogate(text.charAt(CHARS_MAX - 1)) ? CHARS_MAX - 1 : CHARS_MAX;
    }
    var shown = new StringBuilder();
    text.substring(0, end)
        .codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
            || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return end < text.length() ? shown + "…" : shown.toString();
  }
}
