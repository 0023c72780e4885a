package io.qkt.dsl.syntax.expr;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.lex.Token;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import io.qkt.dsl.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads expressions, one method a level of precedence, loosest first. */
public final class ExprParser {
  private static final Map<String, Expr.CompareOp> COMPARISONS = new TreeMap<>();

  static {
    COMPARISONS.put(">", Expr.CompareOp.ABOVE);
    COMPARISONS.put("<", Expr.CompareOp.BELOW);
    COMPARISONS.put(">=", Expr.CompareOp.AT_LEAST);
    COMPARISONS.put("<=", Expr.CompareOp.AT_MOST);
    COMPARISONS.put("=", Expr.CompareOp.EQUAL);
    COMPARISONS.put("==", Expr.CompareOp.EQUAL);
    COMPARISONS.put("!=", Expr.CompareOp.UNEQUAL);
    COMPARISONS.put("<>", Expr.CompareOp.UNEQUAL);
  }

  private final Cursor cursor;
  private final PrimaryParser primary;
  /** Of the expression that was returned last, in operators. */
  private int height;

  public ExprParser(Cursor cursor, Values values) {
    this.cursor = cursor;
    primary = new PrimaryParser(cursor, values, this);
  }

  /** A whole expression that is not inside of another. */
  public Expr expr() {
    var left = and();
    while (cursor.at(Word.OR)) {
      int before = height;
      cursor.nextKeyword();
      var right = and();
      left = grown(before, new Expr.Or(left, right, left.span().to(right.span())));
    }
    return left;
  }

  /** An expression inside of another: in parentheses, in a list, in a CASE. */
  public Expr nested() {
    cursor.descend();
    var inner = expr();
    cursor.ascend();
    return inner;
  }

  /** Binds tighter than any comparison: {@code a + b * c}. */
  public Expr additive() {
    var left = multiplicative();
    while (cursor.at("+") || cursor.at("-")) {
      int before = height;
      var op = cursor.next().isSign("+") ? Expr.ArithOp.ADD : Expr.ArithOp.SUBTRACT;
      left = arith(before, op, left, multiplicative());
    }
    return left;
  }

  private Expr and() {
    var left = not();
    while (cursor.at(Word.AND)) {
      int before = height;
      cursor.nextKeyword();
      var right = not();
      left = grown(before, new Expr.And(left, right, left.span().to(right.span())));
    }
    return left;
  }

  private Expr not() {
    if (!cursor.at(Word.NOT)) return comparison();
    int start = cursor.start();
    cursor.nextKeyword();
    cursor.descend();
    var operand = not();
    cursor.ascend();
    return grown(0, new Expr.Not(operand, cursor.since(start)));
  }

  private Expr comparison() {
    var left = additive();
    while (true) {
      int before = height;
      var whole = tail(left);
      if (whole == null) return left;
      left = grown(before, whole);
    }
  }

  /** What follows an operand and makes a truth of it, or null. */
  private Expr tail(Expr left) {
    var token = cursor.peek();
    if (token.kind() == Kind.SIGN) return compared(left, token);
    if (token.word() == null) return null;
    return switch (token.word()) {
      case BETWEEN -> between(left);
      case IN -> in(left);
      case CROSSES -> crosses(left);
      case IS -> isNull(left);
      case NOT -> negated(left);
      default -> null;
    };
  }

  private Expr compared(Expr left, Token token) {
    var op = COMPARISONS.get(token.text());
    if (op == null) return null;
    cursor.next();
    if (cursor.at(Word.NULL)) throw primary.nullAsValue();
    var right = additive();
    return new Expr.Compare(op, left, right, left.span().to(right.span()));
  }

  /** {@code x NOT BETWEEN …} and {@code x NOT IN …} are NOT of the whole. */
  private Expr negated(Expr left) {
    var next = cursor.peek(1);
    if (!next.is(Word.BETWEEN) && !next.is(Word.IN)) return null;
    cursor.nextKeyword();
    var whole = cursor.made(next.is(Word.IN) ? in(left) : between(left));
    return new Expr.Not(whole, whole.span());
  }

  private Expr between(Expr left) {
    cursor.nextKeyword();
    var low = additive();
    int tallest = height;
    cursor.expect(Word.AND, Code.BETWEEN, "the lower bound of BETWEEN",
        "write `BETWEEN low AND high`");
    var high = additive();
    height = Math.max(height, tallest);
    return new Expr.Between(left, low, high, left.span().to(high.span()));
  }

  private Expr in(Expr left) {
    cursor.nextKeyword();
    if (!cursor.at("[") && !cursor.at("(")) {
      throw cursor.fail(Code.IN, "`[` must follow IN, was " + cursor.shown(),
          "write the values as in `IN [1, 2, 3]`");
    }
    var close = cursor.next().isSign("[") ? "]" : ")";
    var members = list(close);
    return new Expr.In(left, members, cursor.since(left.span().start()));
  }

  private Expr crosses(Expr left) {
    cursor.nextKeyword();
    if (!cursor.at(Word.ABOVE, Word.BELOW)) {
      throw cursor.fail(Code.CROSSES,
          "`ABOVE` or `BELOW` must follow CROSSES, was " + cursor.shown(),
          "write `a CROSSES ABOVE b` or `a CROSSES BELOW b`");
    }
    boolean above = cursor.nextKeyword().is(Word.ABOVE);
    var right = additive();
    return new Expr.Crosses(above, left, right, left.span().to(right.span()));
  }

  private Expr isNull(Expr left) {
    cursor.nextKeyword();
    boolean negated = cursor.take(Word.NOT);
    cursor.expect(Word.NULL, Code.IS_NULL, negated ? "IS NOT" : "IS",
        "write `IS NULL` or `IS NOT NULL`");
    return new Expr.IsNull(left, negated, cursor.since(left.span().start()));
  }

  private Expr multiplicative() {
    var left = unary();
    while (cursor.at("*") || cursor.at("/") || isModulo()) {
      int before = height;
      var op = switch (cursor.next().text()) {
        case "*" -> Expr.ArithOp.MULTIPLY;
        case "/" -> Expr.ArithOp.DIVIDE;
        default -> Expr.ArithOp.MODULO;
      };
      left = arith(before, op, left, unary());
    }
    return left;
  }

  /** In {@code 5 % OF EQUITY} the sign belongs to the size. */
  private boolean isModulo() {
    return cursor.at("%") && !cursor.peek(1).is(Word.OF) && !cursor.peek(1).is(Word.RISK);
  }

  private Expr unary() {
    if (!cursor.at("-")) return primary.primary();
    int start = cursor.start();
    cursor.next();
    cursor.descend();
    var operand = unary();
    cursor.ascend();
    return grown(0, new Expr.Negate(operand, cursor.since(start)));
  }

  private Expr arith(int before, Expr.ArithOp op, Expr left, Expr right) {
    Span span = left.span().to(right.span());
    return grown(before, new Expr.Arith(op, left, right, span));
  }

  /** The rest of a list, its opening bracket consumed, through its closing one. */
  public List<Expr> list(String close) {
    var members = new ArrayList<Expr>();
    int tallest = 0;
    if (!cursor.at(close)) {
      do {
        members.add(nested());
        tallest = Math.max(tallest, height);
      } while (cursor.take(","));
    }
    close(close);
    height = tallest;
    return List.copyOf(members);
  }

  public void close(String sign) {
    if (cursor.take(sign)) return;
    var help = cursor.peek().kind() == Kind.SIGN || cursor.atEnd() || cursor.isLineBehind()
        ? "close it with `%s`".formatted(sign)
        : "write an operator before it, or close with `%s`".formatted(sign);
    throw cursor.fail(Code.PARENTHESES, "`%s` must come here, was %s".formatted(sign,
        cursor.shown()), help);
  }

  int height() {
    return height;
  }

  public void height(int operators) {
    height = operators;
  }

  /** @param other the height of the operands that were read before the last one */
  private Expr grown(int other, Expr whole) {
    height = Math.max(other, height) + 1;
    if (height <= Limits.CHAIN_MAX) return cursor.made(whole);
    throw cursor.fail(Code.CHAIN, whole.span(),
        "an expression must be at most %,d operators deep, was deeper".formatted(Limits.CHAIN_MAX),
        "name parts of it with `LET`");
  }
}
