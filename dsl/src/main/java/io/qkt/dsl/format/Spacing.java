package io.qkt.dsl.format;

import io.qkt.dsl.syntax.Parsed;
import io.qkt.dsl.syntax.lex.Token;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;

/** Between which tokens of a line a blank stands. */
final class Spacing {
  private static final EnumSet<Word> FOLDS = EnumSet.of(Word.MAX, Word.MIN, Word.MEAN, Word.SUM);
  private static final EnumSet<Word> VALUES = EnumSet.of(Word.TRUE, Word.FALSE, Word.END, Word.NOW,
      Word.ENTRY_QTY, Word.SYMBOL, Word.OPEN);

  private final List<Token> tokens;
  private final BitSet keywords;
  private final Layout layout;

  Spacing(Parsed parsed, Layout layout) {
    tokens = parsed.tokens();
    keywords = parsed.keywords();
    this.layout = layout;
  }

  boolean before(int i) {
    if (i == 0) return false;
    var left = tokens.get(i - 1);
    var right = tokens.get(i);
    if (layout.isLoose(i)) return true;
    if (layout.isTight(i)) return false;
    // Two minus signs without a blank would begin a comment.
    if (left.isSign("-") && right.isSign("-")) return true;
    if (left.kind() == Kind.SIGN && clingsRight(left, i - 1)) return false;
    return right.kind() != Kind.SIGN || !clingsLeft(right, i);
  }

  /** Nothing comes between this sign and what follows. */
  private boolean clingsRight(Token sign, int i) {
    return switch (sign.text()) {
      case "(", "[", ".", "@", ":" -> true;
      case "-" -> isUnary(i) || isOfMoment(i);
      default -> false;
    };
  }

  /** Nothing comes between this sign and what precedes it. */
  private boolean clingsLeft(Token sign, int i) {
    return switch (sign.text()) {
      case ")", "]", ",", ";", ".", "@" -> true;
      case ":" -> !tokens.get(i - 1).is(Word.AT);
      case "(" -> isCallee(i - 1);
      case "[" -> tokens.get(i - 1).isSign(")")
          || tokens.get(i - 1).kind() == Kind.WORD && !keywords.get(i - 1);
      case "-" -> isOfMoment(i);
      default -> false;
    };
  }

  private boolean isCallee(int i) {
    var token = tokens.get(i);
    if (token.kind() != Kind.WORD) return false;
    return !keywords.get(i) || FOLDS.contains(token.word());
  }

  /** The dash of T-n. */
  private boolean isOfMoment(int i) {
    return i > 0 && keywords.get(i - 1) && tokens.get(i - 1).isContextual("T");
  }

  /** No value comes before it. */
  private boolean isUnary(int i) {
    if (i == 0) return true;
    var before = tokens.get(i - 1);
    return switch (before.kind()) {
      case NUMBER, DURATION, STRING -> false;
      case SIGN -> !before.isSign(")") && !before.isSign("]");
      case WORD -> keywords.get(i - 1) && (before.word() == null
          || !VALUES.contains(before.word()));
      case BAD, END -> true;
    };
  }
}
