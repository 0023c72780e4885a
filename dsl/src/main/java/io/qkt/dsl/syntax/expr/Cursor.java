package io.qkt.dsl.syntax.expr;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.syntax.lex.Token;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import io.qkt.dsl.text.Span;
import java.util.BitSet;
import java.util.List;

/** Where the parser stands among the tokens, what it has complained about, and its limits. */
public final class Cursor {
  private final String source;
  private final List<Token> tokens;
  private final Issues issues;
  private final BitSet keywords = new BitSet();
  private int at;
  private int depth;
  private int nodes;
  private boolean stopped;

  public Cursor(String source, List<Token> tokens, Issues issues) {
    this.source = source;
    this.tokens = tokens;
    this.issues = issues;
  }

  // ---- looking

  public Token peek() {
    return tokens.get(at);
  }

  public Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  /** The token before; the first one at the beginning. */
  public Token last() {
    return tokens.get(Math.max(at - 1, 0));
  }

  public boolean at(Word word) {
    return peek().is(word);
  }

  public boolean at(Word... words) {
    for (var word : words)
      if (peek().is(word)) return true;
    return false;
  }

  public boolean at(String sign) {
    return peek().isSign(sign);
  }

  public boolean at(String... signs) {
    for (var sign : signs)
      if (peek().isSign(sign)) return true;
    return false;
  }

  public boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  public int index() {
    return at;
  }

  public BitSet keywords() {
    return keywords;
  }

  // ---- moving

  public Token next() {
    var token = peek();
    if (at < tokens.size() - 1) at++;
    return token;
  }

  /** Consumes a token as a word of the language, whatever it would be elsewhere. */
  public Token nextKeyword() {
    keywords.set(at);
    return next();
  }

  public boolean take(Word word) {
    if (!at(word)) return false;
    nextKeyword();
    return true;
  }

  public boolean take(String sign) {
    if (!at(sign)) return false;
    next();
    return true;
  }

  public boolean takeContextual(String spelling) {
    if (!peek().isContextual(spelling)) return false;
    nextKeyword();
    return true;
  }

  /** @param before what the word must follow, as in "`EVERY` must follow the symbol" */
  public void expect(Word word, Code code, String before, String help) {
    if (take(word)) return;
    var near = peek().isName() ? Nearest.to(peek().text(), List.of(word.name())) : null;
    boolean misspelt = near != null && near.isPresent();
    throw fail(code, "`%s` must follow %s, was %s".formatted(word, before, shown()),
        misspelt ? "write `" + word + "`" : help);
  }

  public void expect(String sign, Code code, String before, String help) {
    if (take(sign)) return;
    throw fail(code, "`%s` must follow %s, was %s".formatted(sign, before, shown()), help);
  }

  /** A name of the author's own. */
  public Name name(String what, String example) {
    var token = peek();
    if (token.isName()) return name(next());
    if (token.kind() == Kind.WORD && !isLineBehind()) {
      throw fail(Code.NAME_RESERVED,
          "%s must not be a word of the language, was %s".formatted(what, shown()),
          "choose another name, for example `%s_1`".formatted(Shown.clipped(token.text())));
    }
    throw fail(Code.NAME_MISSING, "%s must be a name, was %s".formatted(what, shown()),
        "write it with letters, digits and _, as in `%s`".formatted(example));
  }

  public static Name name(Token token) {
    return new Name(token.text(), token.span());
  }

  // ---- complaining

  /** What stands here, for a message. */
  public String shown() {
    return shown(peek());
  }

  public static String shown(Token token) {
    if (token.kind() == Kind.END) return "the end of the file";
    return "`" + Shown.clipped(token.text()) + "`";
  }

  /** What is missing at the end of a line is missing there, not where the next line begins. */
  public Unwound fail(Code code, String message, String help) {
    var behind = new Span(last().end(), last().end());
    return fail(code, isLineBehind() ? behind : peek().span(), message, help);
  }

  /** A line ended before this token, and it is a word of the language: it begins something new. */
  public boolean isLineBehind() {
    if (at == 0 || peek().word() == null) return false;
    return source.substring(last().end(), peek().start()).indexOf('\n') >= 0;
  }

  /** Reports, and is to be thrown. Where the lexer has complained, that was enough. */
  public Unwound fail(Code code, Span span, String message, String help) {
    boolean complained = peek().kind() == Kind.BAD || last().kind() == Kind.BAD;
    if (!complained) report(code, span, message, glued() == null ? help : glued());
    return Unwound.INSTANCE;
  }

  /** Reports something that does not keep the parser from going on. */
  public void report(Code code, Span span, String message, String help) {
    issues.add(Issue.error(code, span, message, help));
    if (issues.isFull()) stopped = true;
  }

  /** Why a number ended where the author did not mean it to, or null. */
  private String glued() {
    var before = last();
    if (at("/") && peek(1).isSign("/")) return "begin a comment with `--` or `#`";
    if (at == 0 || !before.touches(peek())) return null;
    boolean word = peek().kind() == Kind.WORD;
    if (word && before.kind() == Kind.DURATION) {
      return "write `%s` or leave a blank behind it; units are s, m, h and d".formatted(
          Shown.clipped(before.text()));
    }
    if (word && before.kind() == Kind.NUMBER) {
      return "write a number in digits with one point at most; units are s, m, h and d,"
          + " after a whole number";
    }
    if (before.kind() == Kind.NUMBER && at(".")) {
      return "write `%s` or `%s.0`".formatted(Shown.clipped(before.text()),
          Shown.clipped(before.text()));
    }
    return before.isSign("/") && at("/") ? "begin a comment with `--` or `#`" : null;
  }

  public boolean isStopped() {
    return stopped;
  }

  // ---- limits

  /** Enters one level of nesting; {@link #ascend} leaves it. */
  public void descend() {
    if (++depth <= Limits.NESTING_MAX) return;
    throw fail(Code.NESTING, "nesting must be at most %d deep, was deeper here".formatted(
        Limits.NESTING_MAX), "name parts of it with `LET`");
  }

  public void ascend() {
    depth--;
  }

  public int depth() {
    return depth;
  }

  public void depth(int before) {
    depth = before;
  }

  /** Gives up on the rest. */
  public void jumpToEnd() {
    at = tokens.size() - 1;
  }

  /** The token with this number, the last one for those beyond. */
  public Token token(int index) {
    return tokens.get(Math.clamp(index, 0, tokens.size() - 1));
  }

  /** Counts a node; beyond the limit there is no going on. */
  public <N extends Node> N made(N node) {
    if (++nodes <= Limits.NODES_MAX) return node;
    if (stopped) throw Unwound.INSTANCE;
    report(Code.NODES, node.span(), "a source must have at most %,d syntax nodes, had more"
        .formatted(Limits.NODES_MAX), "split it into several strategies");
    stopped = true;
    throw Unwound.INSTANCE;
  }

  /** From a token on, to the one that was consumed last. */
  public Span since(int start) {
    return new Span(start, Math.max(start, last().end()));
  }

  /** What was consumed since, for a message. */
  public String textOf(int start) {
    int first = at - 1;
    while (first > 0 && tokens.get(first - 1).start() >= start)
      first--;
    var text = new StringBuilder();
    for (int i = first; i < at; i++) {
      if (i > first && !tokens.get(i - 1).touches(tokens.get(i))) text.append(' ');
      text.append(tokens.get(i).text());
    }
    return Shown.clipped(text.toString());
  }

  public int start() {
    return peek().start();
  }
}
