package io.qkt.dsl.syntax.order;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Action;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.OrderOption;
import io.qkt.dsl.syntax.ast.OrderOption.Exit;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Reads what may follow BUY or SELL and its stream, in any order. */
public final class OptionParser {
  private static final List<String> WORDS = List.of("SIZING", "ORDER_TYPE", "TIF", "BRACKET", "OCO",
      "STACK", "STACK_AT", "ON_FILL", "ON_STOP", "ON_TP", "ON_CLOSE", "LIMIT", "STOP_LOSS",
      "TAKE_PROFIT");

  private final Cursor cursor;
  private final ActionParser actions;
  private final SizingParser sizings;
  private final OrderTypeParser types;
  private final BracketParser brackets;
  private final StackParser stacks;

  OptionParser(Cursor cursor, ActionParser actions, SizingParser sizings, OrderTypeParser types,
      BracketParser brackets, StackParser stacks) {
    this.cursor = cursor;
    this.actions = actions;
    this.sizings = sizings;
    this.types = types;
    this.brackets = brackets;
    this.stacks = stacks;
  }

  public SizingParser sizings() {
    return sizings;
  }

  public OrderTypeParser types() {
    return types;
  }

  public BracketParser brackets() {
    return brackets;
  }

  List<OrderOption> options(boolean inHook) {
    var options = new ArrayList<OrderOption>();
    var hooks = EnumSet.noneOf(Exit.class);
    for (var next = option(inHook, hooks); next != null; next = option(inHook, hooks)) {
      options.add(cursor.made(next));
    }
    refuseStranger();
    return List.copyOf(options);
  }

  /** The next option, or null. */
  private OrderOption option(boolean inHook, EnumSet<Exit> hooks) {
    int start = cursor.start();
    if (brackets.isLeg(0)) {
      var bracket = brackets.bare();
      return new OrderOption.Exits(bracket, bracket.span());
    }
    return switch (cursor.peek().word()) {
      case SIZING -> size(start);
      case ORDER_TYPE -> type(start, inHook);
      case MARKET, LIMIT, STOP, TRAILING ->
          new OrderOption.Type(types.type(inHook), cursor.since(start));
      case TIF -> {
        cursor.nextKeyword();
        yield types.tif(start);
      }
      case BRACKET -> new OrderOption.Exits(brackets.bracket(false), cursor.since(start));
      case OCO -> oco(start);
      case STACK -> stacks.stack();
      case STACK_AT -> stacks.stackAt();
      case ON_FILL -> new OrderOption.OnFill(hooked(false), cursor.since(start));
      case ON_STOP -> hook(start, Exit.ON_STOP, hooks);
      case ON_TP -> hook(start, Exit.ON_TP, hooks);
      case ON_CLOSE -> hook(start, Exit.ON_CLOSE, hooks);
      case null, default -> null;
    };
  }

  /** A plain name or a number can begin nothing that may follow an order. */
  private void refuseStranger() {
    var token = cursor.peek();
    boolean number = token.kind() == Kind.NUMBER || token.kind() == Kind.DURATION;
    boolean name = token.isName() && !token.isContextual("WHILE");
    if (!number && !name) return;
    var known = Stream.concat(WORDS.stream(), ActionParser.WORDS.stream()).toList();
    var help = number
        ? "write `SIZING %s`".formatted(Shown.clipped(token.text()))
        : Nearest.to(token.text(), known)
            .map("write `%s`"::formatted)
            .orElse("write one of " + String.join(", ", WORDS));
    throw cursor.fail(Code.OPTION, "an order must be followed by its options, was "
        + cursor.shown(), help);
  }

  private OrderOption size(int start) {
    cursor.nextKeyword();
    var sizing = sizings.sizing();
    return new OrderOption.Size(sizing, cursor.since(start));
  }

  private OrderOption type(int start, boolean inHook) {
    cursor.nextKeyword();
    cursor.expect("=", Code.ORDER_TYPE, "ORDER_TYPE", "write `ORDER_TYPE = LIMIT AT price`");
    return new OrderOption.Type(types.type(inHook), cursor.since(start));
  }

  private OrderOption oco(int start) {
    cursor.nextKeyword();
    var help = "write `OCO { STOP AT 95, LIMIT AT 110 }`";
    cursor.expect("{", Code.OCO, "OCO", help);
    Expr stop = null;
    Expr limit = null;
    do {
      if (!cursor.at(Word.STOP, Word.LIMIT)) {
        throw cursor.fail(Code.OCO, "a leg of OCO must be STOP or LIMIT, was " + cursor.shown(),
            help);
      }
      boolean isStop = cursor.nextKeyword().is(Word.STOP);
      cursor.expect(Word.AT, Code.OCO, isStop ? "STOP" : "LIMIT", help);
      if (isStop) stop = actions.price();
      else
        limit = actions.price();
      cursor.take(",");
    } while (!cursor.take("}"));
    if (stop != null && limit != null) return new OrderOption.Oco(stop, limit, cursor.since(start));
    throw cursor.fail(Code.OCO, cursor.since(start), "OCO must have both a STOP and a LIMIT, has"
        + " one", help);
  }

  private OrderOption hook(int start, Exit exit, EnumSet<Exit> hooks) {
    if (!hooks.add(exit)) {
      cursor.report(Code.HOOK, cursor.peek().span(), "%s must stand once in an order, stands twice"
          .formatted(exit), "put the actions of both into one");
    }
    return new OrderOption.Hook(exit, hooked(true), cursor.since(start));
  }

  private List<Action> hooked(boolean inHook) {
    var word = cursor.nextKeyword().word();
    var help = "write `%s { LOG \"done\" }`".formatted(word);
    cursor.expect("{", Code.HOOK, word.name(), help);
    if (cursor.at("}")) {
      throw cursor.fail(Code.HOOK, "%s must hold an action, is empty".formatted(word), help);
    }
    cursor.descend();
    var inner = actions.actions(inHook);
    cursor.ascend();
    cursor.expect("}", Code.HOOK, "the last action of " + word, "close it with `}`");
    return inner;
  }
}
