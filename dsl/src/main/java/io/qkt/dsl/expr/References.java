package io.qkt.dsl.expr;

import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.calendar.Now;
import io.qkt.core.program.cell.Cells;
import io.qkt.core.program.cell.Sequence;
import io.qkt.core.program.cell.Snapshot;
import io.qkt.core.program.frame.Facts.PositionField;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Fact;
import io.qkt.core.program.node.Occasion;
import io.qkt.core.program.node.Slot;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.scope.DeclaredStream;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What the names and fields of an expression stand for. */
final class References {
  private static final String ENTRY = "entry";

  private final Expressions expressions;
  private final Scope scope;
  private final ProgramBuilder builder;
  private final Cells cells;
  private final Reports reports;
  /** LETs that are being put in, the outermost first. */
  private final List<String> within = new ArrayList<>();

  References(Expressions expressions, Scope scope, ProgramBuilder builder, Cells cells,
      Reports reports) {
    this.expressions = expressions;
    this.scope = scope;
    this.builder = builder;
    this.cells = cells;
    this.reports = reports;
  }

  Value reference(Expr expr, Place place) {
    return switch (expr) {
      case Expr.Ref(var name, _) -> name(name, place);
      case Expr.Field(var alias, var field, _) -> field(alias, field, place);
      case Expr.Snapshot snapshot -> snapshot(snapshot, place);
      case Expr.State state -> state(state, place);
      case Expr.PositionOf(var alias, var field, _) -> position(alias, field, place);
      case Expr.AveragePrice(var alias, _) ->
          market(alias, place, s -> new Fact.OfPosition(s, PositionField.ENTRY_PRICE));
      case Expr.OpenOrders(var alias, _) -> market(alias, place, Fact.OpenOrders::new);
      case Expr.SequenceOf of -> sequence(of);
      case Expr.EntryQuantity _ -> given(expr, Given.ENTRY_QUANTITY, "ENTRY_QTY",
          "the size of a STACK_AT", place.kind() == Place.Kind.TIER);
      case Expr.SymbolOfOrder _ -> symbol(expr, place);
      default -> throw new IllegalStateException("no reference: " + expr);
    };
  }

  boolean isInCondition(Place place) {
    return place.clock() >= 0
        && (place.kind() == Place.Kind.CONDITION || place.kind() == Place.Kind.GATE);
  }

  Value ruleOnly(String what, Node at, Place place) {
    return reports.error(Code.RULE_ONLY, at,
        "%s must stand in the condition of a rule, was in %s".formatted(what, named(place)),
        "test it in WHEN");
  }

  private static String named(Place place) {
    return switch (place.kind()) {
      case STAGE -> "a sequence";
      case GATE -> "a portfolio";
      default -> "an action";
    };
  }

  private Value given(Node at, Given what, String word, String where, boolean allowed) {
    return allowed
        ? Value.of(new Occasion.Number(what))
        : reports.error(Code.MISPLACED, at, "%s must stand in %s, was elsewhere".formatted(word,
            where), "remove it, or move it there");
  }

  private Value symbol(Node at, Place place) {
    if (place.order().isEmpty()) {
      return reports.error(Code.MISPLACED, at, "SYMBOL must stand in DEFAULTS, was elsewhere",
          "write the stream's name");
    }
    int stream = place.order().getAsInt();
    place.mentions().bars(stream, 1);
    return new Value.Candle(stream, scope.streams().all().get(stream).alias(), true);
  }

  /** A LET before a PARAM before a stream; what is only known at times comes first of all. */
  private Value name(Name name, Place place) {
    if (place.hasEntry() && name.text().equals(ENTRY)) {
      return Value.of(new Occasion.Number(Given.ENTRY));
    }
    var let = scope.let(name.text());
    if (let.isPresent()) return inlined(name, let.get().value(), place);
    var param = scope.param(name.text());
    if (param.isPresent()) return expressions.value(param.get(), place);
    var stream = scope.streams().named(alias(name, place));
    if (stream.isPresent()) {
      place.mentions().bars(stream.get().index(), 1);
      return new Value.Candle(stream.get().index(), name.text(), true);
    }
    return name.text().equals(ENTRY)
        ? given(name, Given.ENTRY, ENTRY, "an ON_FILL or a layer of a STACK", false)
        : reports.unknown(Code.UNKNOWN_NAME, "name", name, known());
  }

  private TreeSet<String> known() {
    var known = scope.values();
    known.addAll(scope.streams().aliases());
    return known;
  }

  private Value inlined(Name name, Expr value, Place place) {
    if (within.contains(name.text())) {
      return reports.error(Code.LET_CYCLE, name,
          "a LET must not mention itself, this one does: " + circle(name.text()),
          "use `lag(…, 1)` or `@T-1` for what was before");
    }
    within.add(name.text());
    try {
      return expressions.value(value, place);
    } finally {
      within.removeLast();
    }
  }

  private String circle(String name) {
    return String.join(" → ", within.subList(within.indexOf(name), within.size())) + " → " + name;
  }

  private static String alias(Name name, Place place) {
    return place.bound().getOrDefault(name.text(), name.text());
  }

  Optional<DeclaredStream> stream(Name name, Place place) {
    var alias = new Name(alias(name, place), name.span());
    var found = scope.streams().require(alias);
    found.ifPresentOrElse(stream -> place.mentions().bars(stream.index(), 1), reports::wasSaid);
    return found;
  }

  private Value field(Name alias, Name field, Place place) {
    var found = stream(alias, place);
    if (found.isEmpty()) return Value.BAD;
    var stream = found.get();
    var text = field.text();
    if (Fields.BAR.containsKey(text)) {
      return Value.of(Slot.of(stream.index(), Fields.BAR.get(text)));
    }
    if (Fields.QUOTE.contains(text)) return Value.of(Fields.ofQuote(text, stream.index()));
    if (text.equals("candle")) return new Value.Candle(stream.index(), stream.alias(), false);
    if (stream.isMarket() && text.equals("tick")) {
      return new Value.Ticks(stream.index(), stream.alias());
    }
    if (stream.isMarket() && Fields.INSTRUMENT.containsKey(text)) {
      return Value.of(new Fact.OfInstrument(stream.index(), Fields.INSTRUMENT.get(text)));
    }
    return reports.unknown(Code.UNKNOWN_FIELD, "field", field, fieldsOf(stream));
  }

  private static List<String> fieldsOf(DeclaredStream stream) {
    var all = new ArrayList<>(Fields.BAR.keySet());
    all.addAll(Fields.QUOTE);
    if (stream.isMarket()) {
      all.addAll(Fields.WHOLE);
      all.addAll(Fields.INSTRUMENT.keySet());
    }
    return all;
  }

  private Value snapshot(Expr.Snapshot snapshot, Place place) {
    var let = scope.let(snapshot.let().text());
    if (!isInCondition(place)) return ruleOnly("a snapshot", snapshot, place);
    boolean ofOrder = snapshot.moment().kind() != Expr.MomentKind.BARS_AGO;
    if (ofOrder && place.kind() == Place.Kind.GATE) {
      return ruleOnly("a snapshot of an order", snapshot, place);
    }
    if (scope.param(snapshot.let().text()).isPresent()) {
      return reports.error(Code.UNKNOWN_NAME, snapshot, "a snapshot must be of a LET, `%s` is a"
          .formatted(snapshot.let().text()) + " PARAM and never changes", "write `%s`".formatted(
              snapshot.let().text()));
    }
    if (let.isEmpty()) {
      return reports.unknown(Code.UNKNOWN_NAME, "LET", snapshot.let(), new TreeSet<>(
          scope.lets().stream().map(l -> l.name().text()).toList()));
    }
    var inner = place.apart();
    var ref = new Expr.Ref(snapshot.let(), snapshot.span());
    var node = expressions.number(ref, inner);
    place.mentions().add(inner.mentions());
    return Value.of(switch (snapshot.moment().kind()) {
      case BUY -> cells.snapshot(Snapshot.On.BUY, place.clock(), node);
      case SELL -> cells.snapshot(Snapshot.On.SELL, place.clock(), node);
      case OPEN -> cells.snapshot(Snapshot.On.OPEN, place.clock(), node);
      case BARS_AGO -> history(node, snapshot, place, inner.mentions());
    });
  }

  private NumberNode history(NumberNode node, Expr.Snapshot snapshot, Place place,
      Mentions inner) {
    int bars = snapshot.moment().bars();
    if (bars > Calls.LOOK_BACK_MAX) {
      Calls.tooFar(snapshot, bars, reports);
      return Value.NOTHING;
    }
    place.mentions().bars(place.clock(), (long) inner.of(place.clock()) + bars);
    return cells.history(place.clock(), node, bars);
  }

  private Value state(Expr.State state, Place place) {
    var field = state.field().map(name -> name.text().toLowerCase(Locale.ROOT)).orElse("epoch_ms");
    return switch (state.subject()) {
      case ACCOUNT -> fact(state, field, Fields.ACCOUNT, Fact.OfAccount::new);
      case STREAK -> fact(state, field, Fields.STREAK, Fact.OfAccount::new);
      case TRADES -> fact(state, field, Fields.TRADES, Fact.OfAccount::new);
      case COOLDOWN -> fact(state, field, Fields.COOLDOWN, Fact.OfAccount::new);
      case NOW -> fact(state, field, Fields.NOW, Now::new);
      case EXIT -> exit(state, field, place);
    };
  }

  private <F> Value fact(Expr.State state, String field, Map<String, F> fields,
      Function<F, NumberNode> node) {
    return fields.containsKey(field)
        ? Value.of(node.apply(fields.get(field)))
        : reports.unknown(Code.UNKNOWN_FIELD, "field", state.field().orElseThrow(),
            fields.keySet());
  }

  private Value exit(Expr.State state, String field, Place place) {
    var given = Fields.EXIT.get(field);
    if (given == null) {
      return reports.unknown(Code.UNKNOWN_FIELD, "field", state.field().orElseThrow(),
          Fields.EXIT.keySet());
    }
    boolean inHook = place.kind() == Place.Kind.HOOK;
    return inHook && (given == Given.EXIT_SIDE || given == Given.EXIT_REASON)
        ? new Value.OfText(new Occasion.Text(given))
        : given(state, given, "EXIT." + field, "ON_STOP, ON_TP or ON_CLOSE", inHook);
  }

  private Value position(Name alias, Optional<Name> field, Place place) {
    var found = stream(alias, place);
    if (found.isEmpty()) return Value.BAD;
    var text = field.map(name -> name.text().toLowerCase(Locale.ROOT)).orElse("quantity");
    var known = Fields.POSITION.get(text);
    if (known == null) {
      return reports.unknown(Code.UNKNOWN_FIELD, "field", field.orElseThrow(),
          Fields.POSITION.keySet());
    }
    if (found.get().isBasket() && known == PositionField.QUANTITY) {
      return Value.of(new Fact.OfBasket(scope.streams().constituents(found.get())));
    }
    if (known == PositionField.MFE || known == PositionField.MAE) builder.watchExcursions();
    return market(alias, place, stream -> Fact.position(stream, known));
  }

  /** Something that only an instrument has. */
  private Value market(Name alias, Place place, IntFunction<NumberNode> node) {
    var found = stream(alias, place);
    if (found.isEmpty()) return Value.BAD;
    if (found.get().isMarket()) return Value.of(node.apply(found.get().index()));
    return reports.error(Code.UNKNOWN_FIELD, alias,
        "orders and positions must be of an instrument, `%s` is none".formatted(alias.text()),
        "name a stream that can be traded");
  }

  private Value sequence(Expr.SequenceOf of) {
    var declared = scope.sequences().get(of.sequence().text());
    if (declared == null) {
      return reports.unknown(Code.UNKNOWN_SEQUENCE, "sequence", of.sequence(),
          scope.sequences().keySet());
    }
    var member = of.member().text();
    int stage = declared.stages().indexOf(member);
    if (of.field().isPresent()) return stage(of, declared, stage);
    return switch (member) {
      case "stage" -> Value.of(new Sequence.StageCount(declared.run()));
      case "complete" -> Value.truth(new Sequence.Complete(declared.run()));
      default -> reports.unknown(Code.UNKNOWN_FIELD, "field", of.member(),
          List.of("complete", "stage"));
    };
  }

  private Value stage(Expr.SequenceOf of, Scope.DeclaredSequence declared, int stage) {
    if (stage < 0) {
      return reports.unknown(Code.UNKNOWN_SEQUENCE, "stage", of.member(), declared.stages());
    }
    var field = of.field().orElseThrow();
    return switch (field.text()) {
      case "price" -> Value.of(new Sequence.StagePrice(declared.run(), stage));
      case "time" -> Value.of(new Sequence.StageTime(declared.run(), stage));
      default -> reports.unknown(Code.UNKNOWN_FIELD, "field", field, List.of("price", "time"));
    };
  }
}
