package io.qkt.dsl.syntax.lex;

import io.qkt.dsl.text.Span;
import java.util.List;

/**
 * The smallest part of a text that means something.
 *
 * @param text as written; of a string, with its quotes
 * @param word the reserved word it is, or null
 * @param comments what was written between the token before and this one
 */
public record Token(Kind kind, String text, Word word, Span span, List<Comment> comments) {
  /** What a token is made of. */
  public enum Kind {
    WORD, NUMBER, DURATION, STRING, SIGN,
    /** Stands for what the lexer has complained about; say no more about it. */
    BAD, END
  }

  public int start() {
    return span.start();
  }

  public int end() {
    return span.end();
  }

  public boolean is(Word other) {
    return word == other && other != null;
  }

  public boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** A word that may be a name. */
  public boolean isName() {
    return kind == Kind.WORD && word == null;
  }

  /** A word that means something here and is a name elsewhere. */
  public boolean isContextual(String spelling) {
    return isName() && text.equalsIgnoreCase(spelling);
  }

  /** Digits only. */
  public boolean isWhole() {
    return kind == Kind.NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Nothing stands between this one and the next. */
  public boolean touches(Token next) {
    return end() == next.start();
  }
}
