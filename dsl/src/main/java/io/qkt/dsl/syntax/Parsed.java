package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.lex.Token;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What became of a text.
 *
 * @param file what could be understood, also of a text with errors; absent if not even its first
 * line could
 * @param tokens all of the text but blanks, comments included
 * @param keywords which of the tokens are words of the language rather than names
 */
public record Parsed(String source, Optional<QktFile> file, List<Token> tokens, BitSet keywords,
    List<Issue> issues) {
  public boolean hasErrors() {
    return issues.stream().anyMatch(Issue::isError);
  }
}
