package io.qkt.dsl.syntax;

import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.Unwound;
import io.qkt.dsl.syntax.lex.Token;
import io.qkt.dsl.syntax.lex.Word;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Goes on behind a mistake: at the next thing that certainly begins something. */
final class Recovery {
  private static final EnumSet<Word> BLOCKS = EnumSet.of(Word.DEFAULTS, Word.SYMBOLS, Word.LET,
      Word.PARAM, Word.SCHEDULE, Word.SEQUENCE, Word.RULES, Word.IMPORT, Word.REGIMES,
      Word.ALLOCATE, Word.CAPITAL);
  private static final EnumSet<Word> ACTIONS = EnumSet.of(Word.BUY, Word.SELL, Word.CLOSE,
      Word.CLOSE_ALL, Word.FLATTEN, Word.RESIZE, Word.CANCEL, Word.CANCEL_ALL, Word.LOG,
      Word.OCO_ENTRY, Word.LATCH);
  /** A condition longer than this is not worth looking behind. */
  private static final int LOOKAHEAD_TOKENS_MAX = 300;

  private final Cursor cursor;
  /** The token that was last skipped to. */
  private int resumed = -1;

  Recovery(Cursor cursor) {
    this.cursor = cursor;
  }

  /** What stands here comes right behind a mistake. */
  boolean isRecovering() {
    return resumed == cursor.index();
  }

  /** Reads a part; after a mistake in it, goes to where {@code here} holds or a block begins. */
  <T> Optional<T> attempt(Supplier<T> part, BooleanSupplier here) {
    int depth = cursor.depth();
    int first = cursor.index();
    try {
      return Optional.of(part.get());
    } catch (Unwound mistake) {
      cursor.depth(depth);
      if (cursor.isStopped()) cursor.jumpToEnd();
      skip(first, here);
      return Optional.empty();
    }
  }

  /** Consumes a token at least, so that nothing is ever tried twice at one place. */
  private void skip(int first, BooleanSupplier here) {
    boolean inCase = openCases(first) > 0;
    if (cursor.index() == first) cursor.next();
    while (!cursor.atEnd() && !isBlock() && !here.getAsBoolean() && !isRule(inCase))
      cursor.next();
    resumed = cursor.index();
  }

  /** A block begins here. */
  boolean isBlock() {
    var token = cursor.peek();
    if (token.word() == null || !BLOCKS.contains(token.word())) return false;
    boolean field = cursor.index() > 0 && cursor.last().isSign(".");
    return !field && !(token.is(Word.SEQUENCE) && cursor.peek(1).isSign("."));
  }

  /** A rule of any kind begins here. */
  boolean isRule() {
    if (cursor.token(cursor.index() - 2).is(Word.STATE)) return false;
    return cursor.at(Word.WHEN, Word.FOR) || cursor.peek().isContextual("WHILE")
        || cursor.at(Word.RUN);
  }

  /** Within a broken CASE, a WHEN begins a rule only if an action follows its THEN. */
  private boolean isRule(boolean inCase) {
    if (cursor.index() > 0 && cursor.last().isSign(".")) return false;
    if (cursor.peek().isContextual("WHILE")) return isRuleHead();
    return isRule() && !(inCase && cursor.at(Word.WHEN) && !isRuleHead());
  }

  private boolean isRuleHead() {
    int cases = 0;
    for (int i = 1; i < LOOKAHEAD_TOKENS_MAX; i++) {
      var token = cursor.peek(i);
      if (token.kind() == Token.Kind.END) return false;
      if (token.is(Word.CASE)) cases++;
      else if (cases > 0) cases -= token.is(Word.END) ? 1 : 0;
      else if (token.is(Word.THEN)) return isAction(cursor.peek(i + 1));
      else if (token.is(Word.RUN)) return true;
      else if (token.is(Word.WHEN) || token.is(Word.END)) return false;
    }
    return false;
  }

  private static boolean isAction(Token token) {
    return token.word() != null && ACTIONS.contains(token.word());
  }

  private int openCases(int first) {
    int open = 0;
    for (int i = first; i <= cursor.index(); i++) {
      if (cursor.token(i).is(Word.CASE)) open++;
      if (cursor.token(i).is(Word.END)) open--;
    }
    return open;
  }
}
