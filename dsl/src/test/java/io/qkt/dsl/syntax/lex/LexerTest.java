package io.qkt.dsl.syntax.lex;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.syntax.lex.Token.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexerTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`',
      value = {"5m|DURATION:5m", "5 m|NUMBER:5 WORD:m",
          "15min|DURATION:15m WORD:in", "1.5h|NUMBER:1.5 WORD:h", "5M|NUMBER:5 WORD:M",
          "1.|NUMBER:1 SIGN:.", ".5|SIGN:. NUMBER:5", "1e5m|NUMBER:1e5 WORD:m", "007|NUMBER:007",
          "1E-3|NUMBER:1E-3", "a-b|WORD:a SIGN:- WORD:b", "a->b|WORD:a SIGN:-> WORD:b",
          "<=>=<>==!=|SIGN:<= SIGN:>= SIGN:<> SIGN:== SIGN:!=", "= =|SIGN:= SIGN:=",
          "1--1|NUMBER:1", "1- -1|NUMBER:1 SIGN:- SIGN:- NUMBER:1", "a#b|WORD:a", "_1é|WORD:_1é",
          "'a\"b'|STRING:'a\"b'", "/* a */b|WORD:b", "/*/ a */b|WORD:b"})
  void tokens_ofAText_areItsParts(String source, String expected) {
    assertThat(tokens(source).stream()
        .filter(token -> token.kind() != Kind.END)
        .map(token -> token.kind() + ":" + token.text())
        .collect(Collectors.joining(" "))).isEqualTo(expected);
  }

  @Test
  void word_reserved_isFoundInAnyCase() {
    for (var word : Word.values()) {
      var lower = word.name().toLowerCase(Locale.ROOT);
      assertThat(tokens(word.name()).getFirst().word()).isEqualTo(word);
      assertThat(tokens(lower).getFirst().word()).isEqualTo(word);
    }
  }

  @ParameterizedTest
  @CsvSource({"lımıt", "ſell", "buyer", "entry", "book", "breakeven", "while", "candle", "T"})
  void word_likeAReservedOne_isAName(String word) {
    assertThat(tokens(word).getFirst().isName()).isTrue();
  }

  @Test
  void words_reserved_areThoseOfTheLanguage() {
    assertThat(Word.values()).hasSize(153);
    assertThat(Arrays.stream(Word.values()).map(Word::name)).allMatch(w -> w.length() <= 20);
  }

  @Test
  void comments_belongToTheTokenBehindThem() {
    var tokens = tokens("a -- one\n# two\n/* three */ b -- four");
    assertThat(texts(tokens.get(0))).isEmpty();
    assertThat(texts(tokens.get(1))).containsExactly("-- one", "# two", "/* three */");
    assertThat(texts(tokens.get(2))).containsExactly("-- four");
  }

  @Test
  void end_standsRightBehindTheLastToken() {
    assertThat(tokens("abc  \n\n -- x\n").getLast().start()).isEqualTo(3);
  }

  @Test
  void tokens_coverTheTextInOrder() {
    var tokens = tokens("\uFEFFLET a = 'x' + 5m -- c\n* (b)");
    for (int i = 1; i < tokens.size(); i++) {
      assertThat(tokens.get(i).start()).isGreaterThanOrEqualTo(tokens.get(i - 1).end());
    }
    assertThat(tokens.getFirst().start()).isEqualTo(1);
  }

  private static List<String> texts(Token token) {
    return token.comments().stream().map(Comment::text).toList();
  }

  private static List<Token> tokens(String source) {
    return Lexer.tokens(source, new Issues());
  }
}
