package io.qkt.dsl.order;

import io.qkt.dsl.expr.Reports;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.scope.DeclaredStream;
import io.qkt.dsl.syntax.ast.Node;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * RESIZE and brackets do not go together on one stream, wherever in the file they stand: whichever
 * comes second tells.
 */
final class Resizing {
  private final Reports reports;
  private final TreeMap<String, Node> resized = new TreeMap<>();
  private final TreeSet<String> bracketed = new TreeSet<>();

  Resizing(Reports reports) {
    this.reports = reports;
  }

  void resized(DeclaredStream stream, Node at) {
    resized.putIfAbsent(stream.alias(), at);
    if (bracketed.contains(stream.alias())) report(at, stream.alias());
  }

  void bracketed(DeclaredStream stream) {
    bracketed.add(stream.alias());
    var at = resized.get(stream.alias());
    if (at != null) report(at, stream.alias());
  }

  private void report(Node at, String alias) {
    reports.error(Code.RESIZE_BRACKET, at,
        "RESIZE must be on a stream whose orders have no BRACKET,"
            + " `%s` has one, of its own or from DEFAULTS".formatted(alias),
        "close and order anew instead of RESIZE, or close by a rule instead of BRACKET");
  }
}
