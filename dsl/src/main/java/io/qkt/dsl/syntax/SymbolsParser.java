package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.StreamDecl;
import io.qkt.dsl.syntax.ast.TimeSpan;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.syntax.lex.Token;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Reads SYMBOLS: streams of bars, and which of them wait for one another. */
final class SymbolsParser {
  private static final String FORM = "write it as in `btc = BINANCE:BTCUSDT EVERY 5m`";
  private static final int WARMUP_BARS_MAX = 100_000;
  private static final long MINUTE_MILLIS = 60_000;

  private final Cursor cursor;
  private final Values values;
  private final Recovery recovery;

  SymbolsParser(Cursor cursor, Values values, Recovery recovery) {
    this.cursor = cursor;
    this.values = values;
    this.recovery = recovery;
  }

  Block.Symbols symbols() {
    int start = cursor.start();
    cursor.nextKeyword();
    var streams = new ArrayList<StreamDecl>();
    var groups = new ArrayList<Block.SyncGroup>();
    do {
      if (cursor.at(Word.SYNCHRONIZE)) read(this::group).ifPresent(groups::add);
      else
        read(this::stream).ifPresent(streams::add);
      cursor.take(",");
    } while (goesOn());
    return cursor.made(
        new Block.Symbols(List.copyOf(streams), List.copyOf(groups), cursor.since(start)));
  }

  private <T> Optional<T> read(Supplier<T> part) {
    return recovery.attempt(part, () -> cursor.at(Word.SYNCHRONIZE) || isDeclared());
  }

  private boolean isDeclared() {
    return cursor.peek().kind() == Kind.WORD && cursor.peek(1).isSign("=");
  }

  /** A name that is like the name of a block is a misspelt block. */
  private boolean goesOn() {
    if (cursor.at(Word.SYNCHRONIZE) || isDeclared()) return true;
    return cursor.peek().isName() && !cursor.peek().isContextual("WHILE")
        && Nearest.to(cursor.peek().text(), StrategyParser.BLOCKS).isEmpty();
  }

  private StreamDecl stream() {
    int start = cursor.start();
    var alias = cursor.name("the alias of a stream", "btc = BINANCE:BTCUSDT EVERY 5m");
    cursor.expect("=", Code.STREAM, "the alias of a stream", FORM);
    if (cursor.at(Word.BASKET)) return basket(start, alias);
    if (cursor.at(Word.SERIES)) return series(start, alias);
    return market(start, alias);
  }

  private StreamDecl market(int start, Name alias) {
    var broker = broker();
    cursor.expect(":", Code.STREAM, "the broker", FORM);
    var symbol = symbol();
    var every = every("the symbol");
    OptionalInt warmup = cursor.take(Word.WARMUP) ? OptionalInt.of(warmup()) : OptionalInt.empty();
    return cursor.made(
        new StreamDecl.Market(alias, broker, symbol, every, warmup, cursor.since(start)));
  }

  private int warmup() {
    var help = "write `WARMUP 200 BARS`";
    int bars = values.whole(Code.WARMUP, "the bars of WARMUP", 1, WARMUP_BARS_MAX, help);
    cursor.expect(Word.BARS, Code.WARMUP, "the number of WARMUP", help);
    return bars;
  }

  private TimeSpan every(String before) {
    cursor.expect(Word.EVERY, Code.STREAM, before, "write `EVERY 5m`");
    return values.timeframe();
  }

  /** A broker's label, and only it, may hold dashes with nothing around them. */
  private Name broker() {
    int start = cursor.start();
    var first = cursor.name("the broker of a stream", "btc = BINANCE:BTCUSDT EVERY 5m");
    if (!cursor.at("-")) return first;
    var text = new StringBuilder(first.text());
    while (cursor.at("-") && cursor.last().touches(cursor.peek())
        && isPart(cursor.peek(), cursor.peek(1))) {
      text.append(cursor.next().text()).append(cursor.next().text());
      while (isPart(cursor.last(), cursor.peek()))
        text.append(cursor.next().text());
    }
    if (cursor.at("-")) {
      throw cursor.fail(Code.STREAM, "a dash in a broker's label must stand between letters or"
          + " digits", "remove the blanks around it");
    }
    return new Name(text.toString(), cursor.since(start));
  }

  private static boolean isPart(Token before, Token token) {
    boolean kind = token.kind() == Kind.WORD || token.kind() == Kind.NUMBER
        || token.kind() == Kind.DURATION;
    return kind && before.touches(token);
  }

  /** One that is misspelt is reported and skipped, so that its stream stays declared. */
  private Name symbol() {
    int start = cursor.start();
    var first = cursor.peek();
    if (cursor.atEnd() || cursor.at(Word.EVERY)) {
      throw cursor.fail(Code.STREAM, "a symbol must follow `:`, was " + cursor.shown(), FORM);
    }
    boolean wellBegun = first.kind() == Kind.WORD;
    cursor.next();
    boolean alone = !isGlued();
    while (isGlued())
      cursor.next();
    if (wellBegun && alone) return Cursor.name(first);
    var text = cursor.textOf(start);
    cursor.report(Code.SYMBOL, cursor.since(start),
        "a symbol must be letters, digits and _, a letter first, was `%s`".formatted(text),
        "write `%s` and map it to the broker's own name in instruments.yaml".formatted(
            Shown.clipped(proper(text))));
    return new Name("_", cursor.since(start));
  }

  private boolean isGlued() {
    return cursor.last().touches(cursor.peek()) && !cursor.atEnd() && !cursor.at(",");
  }

  private static String proper(String text) {
    var letters = text.replaceAll("[^\\p{L}\\p{N}_]", "");
    return letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "S" + letters : letters;
  }

  private StreamDecl basket(int start, Name alias) {
    cursor.nextKeyword();
    var help = "write `BASKET EQUAL_WEIGHT [a, b] EVERY 5m`";
    cursor.expect(Word.EQUAL_WEIGHT, Code.BASKET, "BASKET", help);
    cursor.expect("[", Code.BASKET, "EQUAL_WEIGHT", help);
    int list = cursor.start();
    var members = new ArrayList<Name>();
    do
      members.add(member(members));
    while (cursor.take(","));
    cursor.expect("]", Code.BASKET, "the last member of a basket", help);
    if (members.size() < 2) {
      cursor.report(Code.BASKET, cursor.since(list), "a basket must have two members or more, has "
          + members.size(), "add another, or trade the stream itself");
    }
    var every = every("the members of a basket");
    return cursor.made(
        new StreamDecl.Basket(alias, List.copyOf(members), every, cursor.since(start)));
  }

  private Name member(List<Name> before) {
    var member = cursor.name("a member of a basket", "btc");
    if (before.stream().anyMatch(other -> other.text().equals(member.text()))) {
      cursor.report(Code.BASKET, member.span(), "a member of a basket must stand once, `%s` stands"
          .formatted(Shown.clipped(member.text())) + " twice", "remove one");
    }
    return member;
  }

  private StreamDecl series(int start, Name alias) {
    cursor.nextKeyword();
    var help = "write `SERIES ACCOUNT.EQUITY EVERY 1h`";
    cursor.expect(Word.ACCOUNT, Code.SERIES, "SERIES", help);
    cursor.expect(".", Code.SERIES, "ACCOUNT", help);
    cursor.expect(Word.EQUITY, Code.SERIES, "ACCOUNT.", help);
    var every = every("the source of a series");
    if (every.millis() < MINUTE_MILLIS) {
      cursor.report(Code.SERIES, every.span(), "a series must have a timeframe of 1m or more,"
          + " was less", "write `EVERY 1m`");
    }
    return cursor.made(new StreamDecl.Series(alias, every, cursor.since(start)));
  }

  private Block.SyncGroup group() {
    int start = cursor.start();
    cursor.nextKeyword();
    var members = new ArrayList<Name>();
    do {
      members.add(cursor.name("a stream of SYNCHRONIZE", "SYNCHRONIZE a b"));
      if (cursor.at(",") && cursor.peek(1).isName() && !cursor.peek(2).isSign("=")) cursor.next();
    } while (cursor.peek().isName() && !cursor.peek(1).isSign("=")
        && !cursor.peek().isContextual("WHILE"));
    if (members.size() < 2) {
      cursor.report(Code.SYNCHRONIZE, cursor.since(start),
          "SYNCHRONIZE must name two streams or more, names one", "add another, or remove it");
    }
    Optional<TimeSpan> within = cursor.take(Word.WITHIN)
        ? Optional.of(values.duration("the time of SYNCHRONIZE"))
        : Optional.empty();
    return cursor.made(new Block.SyncGroup(List.copyOf(members), within, cursor.since(start)));
  }
}
