package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import io.qkt.dsl.text.Span;
import java.util.function.Supplier;

/** Reads the first line: what the file is, its name and its version. */
final class HeaderParser {
  private static final String NAME = "write letters, digits and _, as in `my_strategy`";
  private static final String VERSION = "write `VERSION 1`";

  private final Cursor cursor;
  private final Values values;
  private final Recovery recovery;

  HeaderParser(Cursor cursor, Values values, Recovery recovery) {
    this.cursor = cursor;
    this.values = values;
    this.recovery = recovery;
  }

  /** A strategy may be called by a word of the language, a portfolio may not. */
  Name strategyName() {
    return name(() -> isName()
        ? Cursor.name(cursor.next())
        : noName("a strategy"));
  }

  Name portfolioName() {
    return name(() -> isName()
        ? cursor.name("the name of a portfolio", "PORTFOLIO book VERSION 1")
        : noName("a portfolio"));
  }

  /** The VERSION that a number follows is no name. */
  private boolean isName() {
    if (cursor.at(Word.VERSION) && cursor.peek(1).kind() == Kind.NUMBER) return false;
    return cursor.peek().kind() == Kind.WORD;
  }

  private Name name(Supplier<Name> part) {
    var place = new Span(cursor.start(), cursor.start());
    return recovery.attempt(part, () -> cursor.at(Word.VERSION)).orElse(new Name("_", place));
  }

  private Name noName(String what) {
    throw cursor.fail(Code.FILE_NAME, "the name of %s must be a word, was %s".formatted(what,
        cursor.shown()), NAME);
  }

  int version() {
    if (!cursor.at(Word.VERSION)) {
      recovery.attempt(this::missing, () -> cursor.at(Word.VERSION));
      if (!cursor.at(Word.VERSION)) return 0;
    }
    return recovery.attempt(this::number, () -> false).orElse(0);
  }

  private int missing() {
    boolean goesOn = cursor.at("-", ".") && cursor.last().touches(cursor.peek());
    if (goesOn) {
      throw cursor.fail(Code.FILE_NAME, "a name must be letters, digits and _, was followed by "
          + cursor.shown(),
          "write `%s_%s`".formatted(Shown.clipped(cursor.last().text()),
              Shown.clipped(cursor.peek(1).text())));
    }
    cursor.expect(Word.VERSION, Code.FILE_VERSION, "the name", VERSION);
    return 0;
  }

  private int number() {
    cursor.nextKeyword();
    return values.whole(Code.FILE_VERSION, "a version", 0, Integer.MAX_VALUE, VERSION);
  }
}
