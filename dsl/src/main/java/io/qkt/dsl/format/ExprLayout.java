package io.qkt.dsl.format;

import io.qkt.dsl.format.Layout.Group;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.lex.Word;
import java.util.ArrayDeque;

/** Where a long expression may be broken: before AND, OR, and the branches of a CASE. */
final class ExprLayout {
  private final Layout layout;

  ExprLayout(Layout layout) {
    this.layout = layout;
  }

  /** @param indent of the line that the expression begins on */
  void expr(Expr expr, int indent, Group parent) {
    int first = layout.first(expr);
    int last = layout.last(expr);
    // The span of an expression ends before the parentheses that close it.
    while (layout.token(last + 1).isSign(")"))
      last++;
    cases(first, last, indent, logic(first, last, indent, parent));
  }

  /** AND and OR that stand in no parentheses; the AND of a BETWEEN is none. */
  private Group logic(int first, int last, int indent, Group parent) {
    var group = layout.group(first, last, parent);
    int depth = 0;
    boolean between = false;
    for (int i = first; i <= last; i++) {
      var token = layout.token(i);
      if (token.isSign("(") || token.isSign("[") || token.is(Word.CASE)) depth++;
      else if (token.isSign(")") || token.isSign("]") || isEnd(i)) depth--;
      else if (depth == 0 && token.is(Word.BETWEEN)) between = true;
      else if (depth == 0 && token.is(Word.AND) && between) between = false;
      else if (depth == 0 && (token.is(Word.AND) || token.is(Word.OR))) {
        layout.soft(i, indent + 2, group);
      }
    }
    return group;
  }

  private void cases(int first, int last, int indent, Group parent) {
    var open = new ArrayDeque<Group>();
    int inner = indent + 2;
    for (int i = first; i <= last; i++) {
      if (layout.token(i).is(Word.CASE)) {
        open.push(layout.group(i, end(i, last), open.isEmpty() ? parent : open.peek()));
      } else if (!open.isEmpty()) {
        if (layout.token(i).is(Word.WHEN) || layout.token(i).is(Word.ELSE)) {
          layout.soft(i, inner + 2 * open.size(), open.peek());
        }
        if (isEnd(i)) layout.soft(i, inner + 2 * open.size() - 2, open.pop());
      }
    }
  }

  private boolean isEnd(int token) {
    return layout.token(token).is(Word.END) && !layout.token(token - 1).isSign(".");
  }

  private int end(int from, int last) {
    int depth = 0;
    for (int i = from; i <= last; i++) {
      if (layout.token(i).is(Word.CASE)) depth++;
      else if (isEnd(i) && --depth == 0) return i;
    }
    return last;
  }
}
