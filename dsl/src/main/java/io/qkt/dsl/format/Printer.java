package io.qkt.dsl.format;

import io.qkt.dsl.format.Layout.Break;
import io.qkt.dsl.format.Layout.Group;
import io.qkt.dsl.syntax.Parsed;
import io.qkt.dsl.syntax.lex.Comment;
import io.qkt.dsl.syntax.lex.Token;
import io.qkt.dsl.syntax.lex.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the tokens with the layout's line ends, and every comment where it was. */
final class Printer {
  private static final int COLUMNS_MAX = 100;
  /** What has no break of its own and must begin a line, because a comment ended the last one. */
  private static final int CONTINUED_INDENT = 4;

  private final String source;
  private final List<Token> tokens;
  private final Layout layout;
  private final Spacing spacing;
  private final String[] texts;
  /** How wide everything before a token is when it all stands on one line. */
  private final int[] widths;
  /** How many comments before a token force a line end. */
  private final int[] forced;
  private final List<List<Group>> begins = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private int lineStart;
  private int indent;
  /** Nothing may follow on this line. */
  private boolean ended;
  /** Where in the source the last thing written ended. */
  private int writtenTo;

  Printer(Parsed parsed, Layout layout) {
    source = parsed.source();
    tokens = parsed.tokens();
    this.layout = layout;
    spacing = new Spacing(parsed, layout);
    int count = tokens.size();
    texts = new String[count];
    widths = new int[count + 1];
    forced = new int[count + 1];
    for (int i = 0; i < count; i++) {
      begins.add(new ArrayList<>(1));
      var text = tokens.get(i).text();
      texts[i] = parsed.keywords().get(i) ? text.toUpperCase(Locale.ROOT) : text;
      int comments = tokens.get(i).comments().stream().mapToInt(c -> c.text().length() + 1).sum();
      widths[i + 1] = widths[i] + texts[i].length() + (spacing.before(i) ? 1 : 0) + comments;
      forced[i + 1] = forced[i] + (forcesLineEnd(i) ? 1 : 0);
    }
    layout.groups().forEach(group -> begins.get(group.first).add(group));
  }

  private boolean forcesLineEnd(int token) {
    int from = token == 0 ? 0 : tokens.get(token - 1).end();
    for (var comment : tokens.get(token).comments()) {
      boolean ownLine = lineEnds(from, comment.span().start()) > 0;
      if (ownLine || comment.toLineEnd() || comment.text().indexOf('\n') >= 0) return true;
      from = comment.span().end();
    }
    return false;
  }

  String print() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean end = tokens.get(i).kind() == Kind.END;
      var at = end ? new Break(0, null, false) : layout.breakBefore(i);
      boolean hard = at != null && at.group() == null;
      boolean blank = hard && at.blank();
      for (var comment : tokens.get(i).comments())
        blank = comment(comment, at, hard, blank);
      if (!end) token(i, at, hard, blank);
    }
    return out.append('\n').toString();
  }

  /** @return whether an empty line is still owed to what follows */
  private boolean comment(Comment comment, Break at, boolean hard, boolean blank) {
    boolean sameLine = out.length() > 0 && !ended
        && lineEnds(writtenTo, comment.span().start()) == 0;
    boolean owed = blank;
    if (sameLine) out.append(' ');
    else {
      newLine(hard && (blank || isApart(comment.span().start())), indentOf(at));
      owed = false;
    }
    out.append(comment.toLineEnd() ? comment.text().stripTrailing() : text(comment));
    ended = comment.toLineEnd() || !sameLine;
    writtenTo = comment.span().end();
    return owed;
  }

  private static String text(Comment comment) {
    return comment.text().replace("\r\n", "\n");
  }

  private void token(int i, Break at, boolean hard, boolean blank) {
    boolean breaks = hard || at != null && at.group().broken;
    if (breaks || ended) {
      if (i > 0 || ended) {
        newLine(hard && (blank || isApart(tokens.get(i).start())), indentOf(at));
      }
      if (breaks) indent = at.indent();
    } else if (i > 0 && spacing.before(i)) out.append(' ');
    ended = false;
    for (var group : begins.get(i))
      decide(group);
    out.append(texts[i]);
    writtenTo = tokens.get(i).end();
  }

  /** A group within one that fits fits as well. */
  private void decide(Group group) {
    boolean free = group.parent == null || group.parent.broken;
    int blank = spacing.before(group.first) ? 1 : 0;
    int comments = tokens.get(group.first)
        .comments()
        .stream()
        .mapToInt(c -> c.text().length() + 1)
        .sum();
    int width = widths[group.last + 1] - widths[group.first] - blank - comments;
    boolean wide = out.length() - lineStart + width > COLUMNS_MAX;
    group.broken = forced[group.last + 1] > forced[group.first + 1] || free && wide;
  }

  private int indentOf(Break at) {
    boolean own = at != null && (at.group() == null || at.group().broken);
    return own ? at.indent() : indent + CONTINUED_INDENT;
  }

  private void newLine(boolean blank, int indentation) {
    if (out.length() > 0) out.append(blank ? "\n\n" : "\n");
    lineStart = out.length();
    out.append(" ".repeat(indentation));
  }

  /** An empty line was before it. */
  private boolean isApart(int start) {
    return out.length() > 0 && lineEnds(writtenTo, start) > 1;
  }

  /** Line ends between two places, 2 standing for more. */
  private int lineEnds(int from, int to) {
    int ends = 0;
    for (int i = from; i < to && ends < 2; i++) {
      char c = source.charAt(i);
      if (c == '\n' || c == '\r' && !(i + 1 < source.length() && source.charAt(i + 1) == '\n')) {
        ends++;
      }
    }
    return ends;
  }
}
