package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.lex.Word;
import java.util.EnumSet;
import java.util.Set;

/** The blocks that may stand once in a file, and which of them have stood already. */
final class Singles {
  private final Cursor cursor;
  private final Set<Word> single;
  private final String help;
  private final Set<Word> seen = EnumSet.noneOf(Word.class);

  Singles(Cursor cursor, Set<Word> single, String help) {
    this.cursor = cursor;
    this.single = single;
    this.help = help;
  }

  /** A block begins here; one that stands again is reported and read all the same. */
  void begin(Word word) {
    if (word == null || !single.contains(word) || seen.add(word)) return;
    cursor.report(Code.BLOCK_REPEATED, cursor.peek().span(), "%s must stand once, stands twice"
        .formatted(word), help);
  }
}
