package io.qkt.dsl.syntax.expr;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.lex.Numbers;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.syntax.lex.Token;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what no operator takes apart: literals, names, calls, fields, CASE and aggregates. */
final class PrimaryParser {
  private static final List<String> POSITION_FIELDS = List.of("quantity", "qty", "entry_price",
      "avg_price", "avg_entry_price", "unrealized_pnl", "realized_pnl", "pnl", "holding_duration",
      "mfe", "mae", "count", "open_count", "longs", "long_count", "shorts", "short_count", "gross",
      "trades_today", "last_trade_at");
  private static final List<String> NOW_FIELDS = List.of("epoch_ms", "hour_utc", "minute_utc",
      "weekday", "month", "day", "days_in_month", "date_utc");
  private static final List<String> EXIT_FIELDS = List.of("price", "side", "qty", "quantity",
      "pnl", "reason");

  private final Cursor cursor;
  private final Values values;
  private final ExprParser exprs;

  PrimaryParser(Cursor cursor, Values values, ExprParser exprs) {
    this.cursor = cursor;
    this.values = values;
    this.exprs = exprs;
  }

  Expr primary() {
    exprs.height(0);
    var token = cursor.peek();
    return switch (token.kind()) {
      case NUMBER -> cursor.made(new Expr.Num(Values.decimal(cursor.next()), token.span()));
      case DURATION -> duration(cursor.next());
      case STRING -> cursor.made(new Expr.Text(Values.unescaped(cursor.next()), token.span()));
      case WORD -> token.isName() ? named() : worded(token);
      case SIGN -> parenthesised();
      case BAD, END -> throw missing();
    };
  }

  private Expr duration(Token token) {
    long millis = Math.max(1, Numbers.millis(token.text()));
    return cursor.made(new Expr.Duration(millis, token.span()));
  }

  private Expr parenthesised() {
    if (!cursor.take("(")) throw missing();
    var inner = exprs.nested();
    exprs.close(")");
    return inner;
  }

  private Expr worded(Token token) {
    int start = token.start();
    return switch (token.word()) {
      case TRUE, FALSE -> cursor.made(
          new Expr.Bool(cursor.nextKeyword().is(Word.TRUE), token.span()));
      case CASE -> cases();
      case MAX, MIN, MEAN, SUM -> folded();
      case FLOOR, LOG -> cursor.peek(1).isSign("(") ? called() : missed();
      case ACCOUNT -> state(Expr.Subject.ACCOUNT, List.of());
      case STREAK -> state(Expr.Subject.STREAK, List.of());
      case TRADES -> state(Expr.Subject.TRADES, List.of());
      case COOLDOWN -> state(Expr.Subject.COOLDOWN, List.of());
      case EXIT -> state(Expr.Subject.EXIT, EXIT_FIELDS);
      case NOW -> now();
      case POSITION -> position();
      case POSITION_AVG_PRICE -> cursor.made(new Expr.AveragePrice(aliasOf(), cursor.since(start)));
      case OPEN_ORDERS -> cursor.made(new Expr.OpenOrders(aliasOf(), cursor.since(start)));
      case SEQUENCE -> sequence();
      case ENTRY_QTY -> cursor.made(new Expr.EntryQuantity(cursor.nextKeyword().span()));
      case SYMBOL -> cursor.made(new Expr.SymbolOfOrder(cursor.nextKeyword().span()));
      default -> missed();
    };
  }

  private Expr missed() {
    throw missing();
  }

  private Unwound missing() {
    if (cursor.at(Word.NULL)) return nullAsValue();
    return cursor.fail(Code.EXPRESSION, "a value must come here, was " + cursor.shown(), remedy());
  }

  private String remedy() {
    if (cursor.isLineBehind() || cursor.atEnd()) {
      return "write a value behind " + Cursor.shown(cursor.last());
    }
    if (cursor.at(".") && cursor.peek(1).kind() == Kind.NUMBER) {
      return "write `0.%s`".formatted(Shown.clipped(cursor.peek(1).text()));
    }
    if (cursor.at(Word.CROSSES)) return "write `fast CROSSES ABOVE slow`";
    if (cursor.at(Word.OPEN, Word.CLOSE)) {
      return "write the field of a stream, as in `btc.%s`".formatted(
          cursor.peek().text().toLowerCase(Locale.ROOT));
    }
    if (cursor.at("+")) return "leave the sign out";
    if (cursor.at(",")) return "write a value before the comma";
    if (cursor.peek().word() != null) {
      return "write a value; `%s` is a word of the language and cannot be one".formatted(
          Shown.clipped(cursor.peek().text()));
    }
    return "write a number, a name, a call or an expression in parentheses";
  }

  Unwound nullAsValue() {
    return cursor.fail(Code.IS_NULL, "`NULL` must follow IS or IS NOT, it is no value",
        "write `x IS NULL` or `x IS NOT NULL`");
  }

  // ---- names

  private Expr named() {
    var next = cursor.peek(1);
    if (next.isSign("(")) return called();
    int start = cursor.start();
    var name = Cursor.name(cursor.next());
    if (next.isSign("@")) return snapshot(name);
    if (!cursor.take(".")) {
      if (cursor.at("[")) throw barsAgoOfName(name);
      return cursor.made(new Expr.Ref(name, name.span()));
    }
    var field = new Expr.Field(name, field("a field", List.of()), cursor.since(start));
    return barsAgo(cursor.made(field));
  }

  private Unwound barsAgoOfName(Name name) {
    var shown = Shown.clipped(name.text());
    return cursor.fail(Code.BARS_AGO, "`[` must follow a field or a call, followed `%s`".formatted(
        shown), "write `%s@T-n`, or `%s.close[n]` of a stream".formatted(shown, shown));
  }

  private Expr called() {
    int start = cursor.start();
    var function = Cursor.name(cursor.next());
    cursor.next();
    var arguments = exprs.list(")");
    exprs.height(exprs.height() + 1);
    var call = cursor.made(new Expr.Call(function, arguments, cursor.since(start)));
    CalendarWindows.check(cursor, call);
    return barsAgo(call);
  }

  private Expr barsAgo(Expr operand) {
    if (!cursor.take("[")) return operand;
    var token = cursor.peek();
    Expr bars;
    if (token.isName()) bars = new Expr.Ref(Cursor.name(cursor.next()), token.span());
    else {
      values.whole(Code.BARS_AGO, "the bars ago", 0, 100_000, "write them as in `btc.close[1]`");
      bars = new Expr.Num(Values.decimal(token), token.span());
    }
    exprs.close("]");
    exprs.height(exprs.height() + 1);
    return cursor.made(
        new Expr.BarsAgo(operand, cursor.made(bars), cursor.since(operand.span().start())));
  }

  private Expr snapshot(Name name) {
    cursor.next();
    var token = cursor.peek();
    var kind = switch (token.word()) {
      case BUY -> Expr.MomentKind.BUY;
      case SELL -> Expr.MomentKind.SELL;
      case OPEN -> Expr.MomentKind.OPEN;
      case null, default -> Expr.MomentKind.BARS_AGO;
    };
    int bars = 0;
    if (kind == Expr.MomentKind.BARS_AGO) {
      bars = barsBefore(Code.SNAPSHOT, "`@`", "write `@buy`, `@sell`, `@open` or `@T-3`");
    } else
      cursor.nextKeyword();
    var moment = new Expr.Moment(kind, bars, cursor.since(token.start()));
    return cursor.made(new Expr.Snapshot(name, moment, cursor.since(name.span().start())));
  }

  /** {@code T-n} */
  private int barsBefore(Code code, String before, String help) {
    boolean fits = cursor.peek().isContextual("T") && cursor.peek(1).isSign("-");
    if (!fits) {
      throw cursor.fail(code, "a moment must follow %s, was %s".formatted(before, cursor.shown()),
          help);
    }
    cursor.nextKeyword();
    cursor.next();
    return values.whole(code, "the n of T-n", 1, 100_000, help);
  }

  /** What follows a dot: any word, reserved or not. */
  private Name field(String what, List<String> known) {
    var token = cursor.peek();
    if (token.kind() != Kind.WORD) {
      var help = known.isEmpty()
          ? "write a word behind the dot, as in `btc.close`"
          : "write one of " + String.join(", ", known);
      throw cursor.fail(Code.FIELD, "%s must be a word, was %s".formatted(what, cursor.shown()),
          help);
    }
    cursor.next();
    if (!known.isEmpty() && !known.contains(token.text().toLowerCase(Locale.ROOT))) {
      cursor.report(Code.FIELD, token.span(), "%s must be one of its fields, was %s".formatted(what,
          Cursor.shown(token)),
          Nearest.to(token.text(), known)
              .map("write `%s`"::formatted)
              .orElse("write one of " + String.join(", ", known)));
    }
    return Cursor.name(token);
  }

  // ---- what the strategy knows of itself

  private Expr state(Expr.Subject subject, List<String> known) {
    int start = cursor.start();
    cursor.nextKeyword();
    dot(subject.name(), "pnl");
    var field = field("a field of " + subject, known);
    return cursor.made(new Expr.State(subject, Optional.of(field), cursor.since(start)));
  }

  private Expr now() {
    int start = cursor.start();
    cursor.nextKeyword();
    Optional<Name> field = cursor.take(".")
        ? Optional.of(field("a field of NOW", NOW_FIELDS))
        : Optional.empty();
    return cursor.made(new Expr.State(Expr.Subject.NOW, field, cursor.since(start)));
  }

  private Expr position() {
    int start = cursor.start();
    var alias = aliasOf();
    Optional<Name> field = cursor.take(".")
        ? Optional.of(field("a field of POSITION", POSITION_FIELDS))
        : Optional.empty();
    return cursor.made(new Expr.PositionOf(alias, field, cursor.since(start)));
  }

  private Name aliasOf() {
    var word = cursor.nextKeyword().word();
    dot(word.name(), "btc");
    return cursor.name("the stream of " + word, word + ".btc");
  }

  private void dot(String word, String example) {
    var help = cursor.at("(") && cursor.peek(1).isName()
        ? "write `%s.%s`".formatted(word, Shown.clipped(cursor.peek(1).text()))
        : "write it as in `%s.%s`".formatted(word, example);
    cursor.expect(".", Code.WORD_MISSING, word, help);
  }

  private Expr sequence() {
    int start = cursor.start();
    var sequence = aliasOf();
    cursor.expect(".", Code.WORD_MISSING, "the name of a sequence",
        "write `.stage`, `.complete` or a stage and `.price` or `.time`");
    var member = field("what is asked of a sequence", List.of());
    Optional<Name> field = cursor.take(".")
        ? Optional.of(field("what is asked of a stage", List.of("price", "time")))
        : Optional.empty();
    return cursor.made(new Expr.SequenceOf(sequence, member, field, cursor.since(start)));
  }

  // ---- CASE and aggregates

  private Expr cases() {
    int start = cursor.start();
    cursor.nextKeyword();
    var branches = new ArrayList<Expr.Branch>();
    int tallest = 0;
    do {
      branches.add(branch(branches.isEmpty() ? "CASE" : "the value"));
      tallest = Math.max(tallest, exprs.height());
    } while (cursor.at(Word.WHEN));
    cursor.expect(Word.ELSE, Code.CASE, "the last value of CASE",
        "write `ELSE` and a value before `END`");
    var otherwise = exprs.nested();
    exprs.height(Math.max(tallest, exprs.height()) + 1);
    cursor.expect(Word.END, Code.CASE, "the value of ELSE", "close the CASE with `END`");
    return cursor.made(new Expr.Case(List.copyOf(branches), otherwise, cursor.since(start)));
  }

  private Expr.Branch branch(String before) {
    int start = cursor.start();
    cursor.expect(Word.WHEN, Code.CASE, before,
        "write `CASE WHEN condition THEN value ELSE … END`");
    var condition = exprs.nested();
    int tallest = exprs.height();
    cursor.expect(Word.THEN, Code.CASE, "the condition", "write `THEN` and a value");
    var value = exprs.nested();
    exprs.height(Math.max(tallest, exprs.height()));
    return cursor.made(new Expr.Branch(condition, value, cursor.since(start)));
  }

  /** {@code MAX(x) SINCE …} folds over bars, {@code max(a, b)} and {@code sum(x, n)} are calls. */
  private Expr folded() {
    int start = cursor.start();
    if (!cursor.peek(1).isSign("(")) throw missing();
    int index = cursor.index();
    var word = cursor.next();
    cursor.next();
    var arguments = exprs.list(")");
    exprs.height(exprs.height() + 1);
    if (arguments.size() == 1) {
      cursor.keywords().set(index);
      return aggregate(word, arguments.getFirst());
    }
    if (arguments.isEmpty() || cursor.at(Word.SINCE)) {
      throw cursor.fail(Code.AGGREGATE, word.span(),
          "%s must fold one value, had %d".formatted(word.word(), arguments.size()),
          "write `%s(x) SINCE T-20` or `%s SINCE OPEN`".formatted(word.word(),
              word.word() + "(x)"));
    }
    return barsAgo(cursor.made(
        new Expr.Call(Cursor.name(word), arguments, cursor.since(start))));
  }

  private Expr aggregate(Token word, Expr operand) {
    cursor.expect(Word.SINCE, Code.AGGREGATE, word.word() + " of one value",
        "write `SINCE OPEN` or `SINCE T-20` behind it");
    int start = cursor.start();
    int bars = cursor.take(Word.OPEN)
        ? 0
        : barsBefore(Code.AGGREGATE, "SINCE", "write `SINCE OPEN` or `SINCE T-20`");
    var since = new Expr.Since(bars, cursor.since(start));
    var fold = Expr.Fold.valueOf(word.word().name());
    return cursor.made(new Expr.Aggregate(fold, operand, since, cursor.since(word.start())));
  }
}
