package io.qkt.dsl.syntax.order;

import io.qkt.core.order.Side;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Action;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.expr.Unwound;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import io.qkt.dsl.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a rule, a schedule or a hook does. */
public final class ActionParser {
  static final List<String> WORDS = List.of("BUY", "SELL", "CLOSE", "CLOSE_ALL", "FLATTEN",
      "RESIZE", "CANCEL", "CANCEL_ALL", "LOG", "OCO_ENTRY", "LATCH");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Cursor cursor;
  private final Values values;
  private final ExprParser exprs;
  private final SizingParser sizings;
  private final OptionParser options;
  private final LatchParser latches;

  public ActionParser(Cursor cursor, Values values, ExprParser exprs) {
    this.cursor = cursor;
    this.values = values;
    this.exprs = exprs;
    sizings = new SizingParser(cursor, exprs);
    var types = new OrderTypeParser(cursor, exprs);
    var brackets = new BracketParser(cursor, values, exprs, types);
    var stacks = new StackParser(cursor, values, exprs, sizings, types, brackets);
    latches = new LatchParser(cursor, values, exprs, sizings, types, brackets);
    options = new OptionParser(cursor, this, sizings, types, brackets, stacks);
  }

  public OptionParser options() {
    return options;
  }

  /** One action or more, with or without {@code ;} between and behind them. */
  public List<Action> actions(boolean inHook) {
    var actions = new ArrayList<Action>();
    do
      actions.add(action(inHook));
    while (goesOn());
    return List.copyOf(actions);
  }

  /** A plain name begins nothing else here, so it is meant for an action. */
  private boolean goesOn() {
    cursor.take(";");
    var token = cursor.peek();
    if (token.isName()) return !token.isContextual("WHILE");
    return token.word() != null && WORDS.contains(token.word().name());
  }

  private Action action(boolean inHook) {
    int start = cursor.start();
    return switch (cursor.peek().word()) {
      case BUY, SELL -> trade(inHook);
      case CLOSE -> {
        var alias = alias();
        yield cursor.made(new Action.Close(alias, cursor.since(start)));
      }
      case CANCEL -> {
        var alias = alias();
        yield cursor.made(new Action.Cancel(alias, cursor.since(start)));
      }
      case CLOSE_ALL -> cursor.made(new Action.CloseAll(aboutAll(Word.CLOSE)));
      case FLATTEN -> cursor.made(new Action.Flatten(aboutAll(Word.CLOSE)));
      case CANCEL_ALL -> cursor.made(new Action.CancelAll(aboutAll(Word.CANCEL)));
      case RESIZE -> resize();
      case LOG -> log();
      case OCO_ENTRY -> ocoEntry(inHook);
      case LATCH -> {
        var latch = latches.latch();
        yield cursor.made(new Action.Arm(latch, latch.span()));
      }
      case null, default -> throw unknown();
    };
  }

  private Unwound unknown() {
    var near = cursor.peek().isName()
        ? Nearest.to(cursor.peek().text(), WORDS)
        : Optional.<String>empty();
    var help = cursor.at(Word.CASE)
        ? "write one rule with `WHEN` for each case"
        : "begin it with one of " + String.join(", ", WORDS);
    return cursor.fail(Code.ACTION,
        "an action must begin with a word for one, was " + cursor.shown(),
        near.map("write `%s`"::formatted).orElse(help));
  }

  private Name alias() {
    var word = cursor.nextKeyword().word();
    return cursor.name("the stream of " + word, word + " btc");
  }

  private Span aboutAll(Word single) {
    var token = cursor.nextKeyword();
    if (cursor.peek().isName() && !cursor.peek().isContextual("WHILE")) {
      throw cursor.fail(Code.NO_ALIAS, "%s must stand alone, it is about everything, was followed"
          .formatted(token.word()) + " by " + cursor.shown(),
          "use `%s %s`".formatted(single, Shown.clipped(cursor.peek().text())));
    }
    return token.span();
  }

  Action.Trade trade(boolean inHook) {
    int start = cursor.start();
    var side = cursor.at(Word.BUY) ? Side.BUY : Side.SELL;
    var alias = alias();
    var chosen = options.options(inHook);
    return cursor.made(new Action.Trade(side, alias, chosen, cursor.since(start)));
  }

  private Action resize() {
    int start = cursor.start();
    var alias = alias();
    cursor.expect(Word.TO, Code.WORD_MISSING, "the stream of RESIZE", "write `RESIZE btc TO 2`");
    var target = sizings.sizing();
    Optional<Expr> step = cursor.take(Word.MIN_STEP)
        ? Optional.of(exprs.expr())
        : Optional.empty();
    return cursor.made(new Action.Resize(alias, target, step, cursor.since(start)));
  }

  private Action ocoEntry(boolean inHook) {
    int start = cursor.start();
    cursor.nextKeyword();
    var help = "write `OCO_ENTRY { BUY …, SELL … }`";
    cursor.expect("{", Code.OCO, "OCO_ENTRY", help);
    cursor.descend();
    var first = leg(inHook, help);
    cursor.expect(",", Code.OCO, "the first leg", help);
    var second = leg(inHook, help);
    cursor.ascend();
    cursor.expect("}", Code.OCO, "the second leg", help);
    return cursor.made(new Action.OcoEntry(first, second, cursor.since(start)));
  }

  private Action.Trade leg(boolean inHook, String help) {
    if (cursor.at(Word.BUY, Word.SELL)) return trade(inHook);
    throw cursor.fail(Code.OCO, "a leg of OCO_ENTRY must be BUY or SELL, was " + cursor.shown(),
        help);
  }

  private Action log() {
    int start = cursor.start();
    cursor.nextKeyword();
    var level = level();
    var text = values.text(Code.LOG, "what LOG writes",
        "write it as in `LOG \"spread {s}\" s = btc.spread`");
    var fields = new ArrayList<Action.LogField>();
    var names = new TreeSet<String>();
    while (cursor.peek().kind() == Kind.WORD && cursor.peek(1).isSign("=")) {
      var field = field();
      fields.add(field);
      if (!names.add(field.name().text())) {
        cursor.report(Code.LOG, field.name().span(), "a field of LOG must stand once, `%s` stands"
            .formatted(Shown.clipped(field.name().text())) + " twice", "give one another name");
      }
    }
    checkPlaceholders(text, names);
    return cursor.made(new Action.Log(level, text, List.copyOf(fields), cursor.since(start)));
  }

  /** A price among the options of an order. */
  Expr price() {
    return exprs.expr();
  }

  private Action.Level level() {
    if (cursor.take(Word.WARN)) return Action.Level.WARN;
    if (cursor.take(Word.ERROR)) return Action.Level.ERROR;
    if (cursor.take(Word.DEBUG)) return Action.Level.DEBUG;
    cursor.takeContextual("INFO");
    return Action.Level.INFO;
  }

  private Action.LogField field() {
    int start = cursor.start();
    var name = cursor.name("a field of LOG", "price = btc.close");
    cursor.next();
    var value = exprs.expr();
    return cursor.made(new Action.LogField(name, value, cursor.since(start)));
  }

  private void checkPlaceholders(Expr.Text text, TreeSet<String> names) {
    var found = PLACEHOLDER.matcher(text.value());
    while (found.find()) {
      if (names.contains(found.group(1))) continue;
      var name = Shown.clipped(found.group(1));
      cursor.report(Code.LOG, text.span(), "a placeholder must have a field, `{%s}` has none"
          .formatted(name), "write `%s = value` behind the text".formatted(name));
      return;
    }
  }
}
