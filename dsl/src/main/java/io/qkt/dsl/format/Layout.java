package io.qkt.dsl.format;

import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.lex.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where lines may end. A line always ends before a token with a break of no group; those of a group
 * end all or none, depending on whether the group fits on its line.
 */
final class Layout {
  /** Tokens that stand on one line together, or on several. */
  static final class Group {
    final int first;
    final int last;
    final Group parent;
    boolean broken;

    Group(int first, int last, Group parent) {
      this.first = first;
      this.last = last;
      this.parent = parent;
    }
  }

  /** @param blank whether an empty line comes before it */
  record Break(int indent, Group group, boolean blank) {}

  private final List<Token> tokens;
  private final Break[] breaks;
  private final BitSet tight = new BitSet();
  private final BitSet loose = new BitSet();
  private final List<Group> groups = new ArrayList<>();

  Layout(List<Token> tokens) {
    this.tokens = tokens;
    breaks = new Break[tokens.size()];
  }

  Token token(int index) {
    return tokens.get(index);
  }

  /** The number of the first token of a node. */
  int first(Node node) {
    return at(node.span().start());
  }

  /** The number of the last token of a node. */
  int last(Node node) {
    return at(node.span().end() - 1);
  }

  private int at(int offset) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tokens.get(middle).start() <= offset) low = middle;
      else
        high = middle - 1;
    }
    return low;
  }

  Group group(int first, int last, Group parent) {
    var group = new Group(first, last, parent);
    groups.add(group);
    return group;
  }

  Group group(Node node, Group parent) {
    return group(first(node), last(node), parent);
  }

  List<Group> groups() {
    return groups;
  }

  void hard(int token, int indent, boolean blank) {
    breaks[token] = new Break(indent, null, blank);
  }

  /** A break that is there already was asked for by something larger. */
  void soft(int token, int indent, Group group) {
    if (breaks[token] == null && token > group.first) {
      breaks[token] = new Break(indent, group, false);
    }
  }

  Break breakBefore(int token) {
    return breaks[token];
  }

  /** No blank before this token. */
  void tight(int token) {
    tight.set(token);
  }

  boolean isTight(int token) {
    return tight.get(token);
  }

  /** A blank before this token, whatever it is. */
  void loose(int token) {
    loose.set(token);
  }

  boolean isLoose(int token) {
    return loose.get(token);
  }
}
