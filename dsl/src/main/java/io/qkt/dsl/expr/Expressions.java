package io.qkt.dsl.expr;

import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.cell.Aggregate;
import io.qkt.core.program.cell.Cells;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.program.function.ScalarFunction;
import io.qkt.core.program.node.Arithmetic;
import io.qkt.core.program.node.Choice;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Membership;
import io.qkt.core.program.node.Slot;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.scope.DeclaredStream;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.text.Span;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Turns expressions into nodes of a program and checks them while it does: names, kinds, arity and
 * constants. So nothing is accepted that has no meaning, and nothing is planned that was not
 * checked. An expression with a mistake becomes a number that is never defined.
 */
public final class Expressions {
  /** LETs multiply: a short text can become a large program. */
  private static final int NODES_MAX = 100_000;
  /** Trees are walked by recursion, here and on every bar. */
  private static final int DEPTH_MAX = 1_200;
  private static final int LEVELS_OF_A_CALL = 4;
  private static final int LEVELS_OF_A_NAME = 2;

  /** What can be quoted in a help as it stands. */
  private static final Pattern PLAIN = Pattern.compile("[^()\\n]{1,60}");

  private final String source;
  private final ProgramBuilder builder;
  private final Cells cells;
  private final Reports reports;
  private final References references;
  private final Calls calls;
  private int nodes;
  private int depth;
  private boolean isTooLarge;

  public Expressions(String source, Scope scope, ProgramBuilder builder, Issues issues) {
    this.source = source;
    this.builder = builder;
    cells = new Cells(builder, scope.streams().all().size());
    reports = new Reports(issues);
    references = new References(this, scope, builder, cells, reports);
    calls = new Calls(this, source, scope, builder, cells, reports);
  }

  public Reports reports() {
    return reports;
  }

  public ProgramBuilder builder() {
    return builder;
  }

  public Cells cells() {
    return cells;
  }

  /** The stream that a name stands for, or none after it was reported. */
  public Optional<DeclaredStream> stream(Name name, Place place) {
    return references.stream(name, place);
  }

  public NumberNode number(Expr expr, Place place) {
    return number(expr, value(expr, place));
  }

  /** A number, or the report of what stands in its place. */
  NumberNode number(Expr expr, Value value) {
    return switch (value) {
      case Value.OfNumber(var node) -> node;
      case Value.Candle(int stream, _, boolean bare) when bare -> Slot.of(stream, BarField.CLOSE);
      case Value.Bad _ -> Value.NOTHING;
      default -> {
        notA("a number", expr, value);
        yield Value.NOTHING;
      }
    };
  }

  public ConditionNode condition(Expr expr, Place place) {
    return switch (value(expr, place)) {
      case Value.OfCondition(var node) -> node;
      case Value.Bad _ -> new Logic.Value(Truth.UNDEFINED);
      case Value other -> {
        notA("a condition", expr, other);
        yield new Logic.Value(Truth.UNDEFINED);
      }
    };
  }

  private void notA(String needed, Expr expr, Value value) {
    var form = needed.equals("a number") ? "write `%s.close`" : "compare it, as in `%s.close > 0`";
    var help = switch (value) {
      case Value.OfNumber _ -> "compare it, as in `… > 0`";
      case Value.Candle(_, var alias, _) -> form.formatted(alias);
      case Value.Ticks(_, var alias) -> form.formatted(alias);
      case Value.OfCondition _ -> "write `CASE WHEN … THEN 1 ELSE 0 END` for a number";
      default -> "texts can only be logged; write " + needed;
    };
    reports.error(Code.KIND, expr, "%s must stand here, was %s".formatted(needed, value.kind()),
        help);
  }

  /** One side of a comparison, where another comparison is one too many. */
  private NumberNode side(Expr expr, Expr whole, Place place) {
    var value = value(expr, place);
    if (!(value instanceof Value.OfCondition) || !isComparison(expr)) return number(expr, value);
    reports.error(Code.CHAINED, expr, "comparisons must be joined with AND, were chained",
        unchained(expr, whole));
    return Value.NOTHING;
  }

  /** {@code 1 < x < 3} in its right form, where it is as simple as that. */
  private String unchained(Expr inner, Expr whole) {
    if (inner instanceof Expr.Compare first && whole instanceof Expr.Compare) {
      var left = text(first.span());
      var right = source.substring(first.right().span().start(), whole.span().end());
      var joined = left + " AND " + right;
      if (PLAIN.matcher(joined).matches()) return "write `%s`".formatted(joined);
    }
    return "use AND, as in `1 < x AND x < 3`";
  }

  private String text(Span span) {
    return source.substring(span.start(), span.end());
  }

  private static boolean isComparison(Expr expr) {
    return switch (expr) {
      case Expr.Compare _,Expr.Between _ -> true;
      case Expr.In _,Expr.Crosses _ -> true;
      default -> expr instanceof Expr.IsNull;
    };
  }

  /** Any kind, as a line of the log shows it. */
  public Function<Frame, String> text(Expr expr, Place place) {
    return switch (value(expr, place)) {
      case Value.OfText(var text) -> text;
      case Value.OfCondition(var node) -> frame -> Texts.ofTruth(node.eval(frame));
      case Value other -> {
        var node = number(expr, other);
        yield frame -> Texts.ofNumber(node.eval(frame));
      }
    };
  }

  /** The number, if it is one without anything that could change. */
  public OptionalDouble constant(Expr expr, Place place) {
    return value(expr, place.apart()) instanceof Value.OfNumber(Constant(double value))
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  /** The number, or the report that {@code what} must be a constant. */
  public OptionalDouble requireConstant(String what, Expr expr, Place place) {
    var value = value(expr, place.apart());
    if (value instanceof Value.OfNumber(Constant(double number))) return OptionalDouble.of(number);
    if (!(value instanceof Value.Bad)) {
      reports.error(Code.CONSTANT, expr, what + " must be a constant, was " + value.kind()
          + " that can change", "write a number, or a LET or PARAM that is one");
    }
    return OptionalDouble.empty();
  }

  public Value value(Expr expr, Place place) {
    int levels = levels(expr);
    if (++nodes > NODES_MAX || depth + levels > DEPTH_MAX) return tooLarge(expr);
    depth += levels;
    try {
      return planned(expr, place);
    } finally {
      depth -= levels;
    }
  }

  /** What has a list of parts, or is put in, takes more of the stack than an operator. */
  private static int levels(Expr expr) {
    return switch (expr) {
      case Expr.Call _,Expr.Case _,Expr.In _,Expr.BarsAgo _,Expr.Aggregate _ -> LEVELS_OF_A_CALL;
      case Expr.Ref _ -> LEVELS_OF_A_NAME;
      default -> 1;
    };
  }

  /** Said once: every part after it is one too many as well. */
  private Value tooLarge(Node at) {
    if (isTooLarge) return Value.BAD;
    isTooLarge = true;
    return reports.error(nodes > NODES_MAX ? Code.NODES : Code.NESTING, at,
        "a program must have at most %,d parts and %,d levels with every LET and FOR EACH put in,"
            .formatted(NODES_MAX, DEPTH_MAX) + " has more",
        "split the strategy");
  }

  private Value planned(Expr expr, Place place) {
    return switch (expr) {
      case Expr.Num(var value, _) -> Value.of(value.doubleValue());
      case Expr.Bool(boolean value, _) -> Value.truth(new Logic.Value(Truth.of(value)));
      case Expr.Text(var value, _) -> new Value.OfText(_ -> value);
      case Expr.Duration(long millis, _) -> Value.of(millis);
      case Expr.Negate(var operand, _) -> folded(new Arithmetic.Neg(number(operand, place)));
      case Expr.Arith arith -> arithmetic(arith, place);
      case Expr.Compare compare -> comparison(compare, place);
      case Expr.Not(var operand, _) -> Value.truth(new Logic.Not(condition(operand, place)));
      case Expr.And(var left, var right, _) ->
          Value.truth(new Logic.And(condition(left, place), condition(right, place)));
      case Expr.Or(var left, var right, _) ->
          Value.truth(new Logic.Or(condition(left, place), condition(right, place)));
      case Expr.Between(var of, var low, var high, _) -> Value.truth(new Membership.Between(
          side(of, expr, place), side(low, expr, place), side(high, expr, place)));
      case Expr.In(var of, var members, _) -> Value.truth(new Membership.In(side(of, expr, place),
          members.stream().map(member -> number(member, place)).toList()));
      case Expr.Crosses(boolean above, var left, var right, _) ->
          Value.truth(cells.cross(side(left, expr, place), side(right, expr, place), above));
      case Expr.IsNull isNull -> isNull(isNull, place);
      case Expr.Case choice -> choice(choice, place);
      case Expr.Aggregate aggregate -> aggregate(aggregate, place);
      case Expr.Call call -> calls.call(call, place);
      case Expr.BarsAgo barsAgo -> calls.barsAgo(barsAgo, place);
      default -> references.reference(expr, place);
    };
  }

  /** Operators on constants are constants: a period may so be {@code n * 2}. */
  private static Value folded(Arithmetic node) {
    boolean isConstant = switch (node) {
      case Arithmetic.Neg(var of) -> of instanceof Constant;
      case Arithmetic.Add(var a, var b) -> a instanceof Constant && b instanceof Constant;
      case Arithmetic.Sub(var a, var b) -> a instanceof Constant && b instanceof Constant;
      case Arithmetic.Mul(var a, var b) -> a instanceof Constant && b instanceof Constant;
      case Arithmetic.Div(var a, var b) -> a instanceof Constant && b instanceof Constant;
    };
    return isConstant ? Value.of(node.eval(null)) : Value.of(node);
  }

  private Value arithmetic(Expr.Arith arith, Place place) {
    var left = number(arith.left(), place);
    var right = number(arith.right(), place);
    return switch (arith.op()) {
      case ADD -> folded(new Arithmetic.Add(left, right));
      case SUBTRACT -> folded(new Arithmetic.Sub(left, right));
      case MULTIPLY -> folded(new Arithmetic.Mul(left, right));
      case DIVIDE -> folded(new Arithmetic.Div(left, right));
      case MODULO -> Value.of(ScalarFunction.MOD.of(left, right));
    };
  }

  private Value comparison(Expr.Compare compare, Place place) {
    if (compare.left() instanceof Expr.Bool || compare.right() instanceof Expr.Bool) {
      return reports.error(Code.KIND, compare, "a comparison must be of two numbers, was with TRUE"
          + " or FALSE", "write the condition alone, or with NOT before it");
    }
    warnOfSeconds(compare);
    var left = side(compare.left(), compare, place);
    var right = side(compare.right(), compare, place);
    return Value.truth(compared(compare.op(), left, right));
  }

  private static ConditionNode compared(Expr.CompareOp op, NumberNode left, NumberNode right) {
    return switch (op) {
      case ABOVE -> new Comparison.Greater(left, right);
      case BELOW -> Comparison.less(left, right);
      case AT_LEAST -> new Comparison.AtLeast(left, right);
      case AT_MOST -> Comparison.atMost(left, right);
      case EQUAL -> new Comparison.Equal(left, right);
      case UNEQUAL -> new Logic.Not(new Comparison.Equal(left, right));
    };
  }

  private void warnOfSeconds(Expr.Compare compare) {
    boolean seconds = isSeconds(compare.left()) && compare.right() instanceof Expr.Duration
        || isSeconds(compare.right()) && compare.left() instanceof Expr.Duration;
    if (!seconds) return;
    reports.warning(Code.SECONDS, compare, "seconds must be compared with seconds, was with a"
        + " duration, which is in milliseconds", "write 3600 for an hour");
  }

  private static boolean isSeconds(Expr expr) {
    return expr instanceof Expr.PositionOf(_, var field, _)
        && field.filter(name -> name.text().equals("holding_duration")).isPresent();
  }

  private Value isNull(Expr.IsNull isNull, Place place) {
    var node = switch (value(isNull.operand(), place)) {
      case Value.OfCondition(var condition) -> new Membership.IsUndefined(condition);
      case Value other -> new Membership.IsNull(number(isNull.operand(), other));
    };
    return Value.truth(isNull.negated() ? new Logic.Not(node) : node);
  }

  /** All bodies are of the kind of the first. */
  private Value choice(Expr.Case choice, Place place) {
    var when = new ArrayList<ConditionNode>();
    choice.branches().forEach(branch -> when.add(condition(branch.condition(), place)));
    var first = value(choice.branches().getFirst().value(), place);
    if (!(first instanceof Value.OfCondition(var chosen))) {
      return Value.of(numbers(choice, number(choice.branches().getFirst().value(), first), when,
          place));
    }
    var then = new ArrayList<ConditionNode>();
    then.add(chosen);
    choice.branches().stream().skip(1).forEach(b -> then.add(condition(b.value(), place)));
    return Value.truth(new Choice.OfConditions(when, then, condition(choice.otherwise(), place)));
  }

  private NumberNode numbers(Expr.Case choice, NumberNode first, ArrayList<ConditionNode> when,
      Place place) {
    var then = new ArrayList<NumberNode>();
    then.add(first);
    choice.branches().stream().skip(1).forEach(b -> then.add(number(b.value(), place)));
    return new Choice.OfNumbers(when, then, number(choice.otherwise(), place));
  }

  private Value aggregate(Expr.Aggregate aggregate, Place place) {
    if (!references.isInCondition(place)) {
      return references.ruleOnly("an aggregate", aggregate, place);
    }
    var fold = Aggregate.valueOf(aggregate.fold().name());
    int bars = aggregate.since().bars();
    return bars > 0
        ? calls.last(fold, aggregate, aggregate.operand(), bars, place)
        : Value.of(cells.sinceOpen(fold, place.clock(), number(aggregate.operand(), place)));
  }
}
