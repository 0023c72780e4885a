package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.Limits;
import io.qkt.dsl.syntax.expr.Unwound;
import io.qkt.dsl.syntax.lex.Lexer;
import io.qkt.dsl.syntax.lex.Word;
import io.qkt.dsl.text.Span;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads a text: whatever it is, a value comes back, and no error is without a place. */
public final class Parser {
  private static final List<String> BEGINNINGS = List.of("STRATEGY", "PORTFOLIO");

  private Parser() {}

  public static Parsed parse(String source) {
    var issues = new Issues();
    if (!fits(source)) {
      issues.add(Issue.error(Code.SOURCE_SIZE, new Span(0, 0), "a source must be at most %d bytes"
          .formatted(Limits.SOURCE_BYTES_MAX) + ", was more", "split it into several strategies"));
      return new Parsed(source, Optional.empty(), List.of(), new BitSet(), issues.sorted());
    }
    var tokens = Lexer.tokens(source, issues);
    var cursor = new Cursor(source, tokens, issues);
    var file = file(cursor);
    if (!issues.hasErrors()) file.ifPresent(new FileRules(issues)::check);
    return new Parsed(source, file, tokens, cursor.keywords(), issues.sorted());
  }

  /** Counts the bytes of UTF-8 without making them. */
  private static boolean fits(String source) {
    if (source.length() > Limits.SOURCE_BYTES_MAX) return false;
    int bytes = source.length();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c >= 0x800 && !Character.isSurrogate(c)) bytes += 2;
      else if (c >= 0x80) bytes++;
    }
    return bytes <= Limits.SOURCE_BYTES_MAX;
  }

  private static Optional<QktFile> file(Cursor cursor) {
    try {
      var beginning = beginning(cursor);
      return Optional.of(beginning == Word.PORTFOLIO
          ? new PortfolioParser(cursor).file()
          : new StrategyParser(cursor).file());
    } catch (Unwound mistake) {
      return Optional.empty();
    }
  }

  /** A misspelt beginning is reported and understood all the same. */
  private static Word beginning(Cursor cursor) {
    if (cursor.at(Word.STRATEGY, Word.PORTFOLIO)) return cursor.peek().word();
    var near = cursor.peek().isName()
        ? Nearest.to(cursor.peek().text(), BEGINNINGS)
        : Optional.<String>empty();
    var mistake = cursor.fail(Code.FILE_START, "a file must begin with STRATEGY or PORTFOLIO, was "
        + cursor.shown(),
        near.map("write `%s`"::formatted)
            .orElse("begin it with `STRATEGY my_strategy VERSION 1`"));
    return near.map(Word::valueOf).orElseThrow(() -> mistake);
  }
}
