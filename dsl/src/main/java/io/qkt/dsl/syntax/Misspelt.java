package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.Unwound;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import java.util.List;

/** Understands the word for a block that is written a little wrong, so that more can be said. */
final class Misspelt {
  private Misspelt() {}

  /** The word for the block that begins here, reported if misspelt; any other word as it is. */
  static Word block(Cursor cursor, List<String> blocks) {
    var token = cursor.peek();
    boolean rule = token.is(Word.WHEN) || token.is(Word.FOR) || token.is(Word.RUN);
    boolean known = token.word() != null && blocks.contains(token.word().name());
    if (rule || known || token.kind() != Kind.WORD) return token.word();
    var near = Nearest.to(token.text(), blocks);
    if (near.isEmpty()) return token.word();
    cursor.report(Code.BLOCK_UNKNOWN, token.span(), said(cursor), "write `%s`".formatted(near
        .get()));
    if (near.get().equals("RULES")) cursor.nextKeyword();
    return Word.valueOf(near.get());
  }

  static Unwound stray(Cursor cursor, List<String> blocks) {
    return cursor.fail(Code.BLOCK_UNKNOWN, cursor.peek().span(), said(cursor),
        "begin it with one of " + String.join(", ", blocks));
  }

  private static String said(Cursor cursor) {
    return "a block must begin with a word for one, was " + cursor.shown();
  }
}
