package io.qkt.dsl.order;

import io.qkt.dsl.expr.Place;
import io.qkt.dsl.expr.Reports;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.scope.DeclaredStream;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.Name;
import java.util.List;
import java.util.Optional;

/** The streams that orders are about. */
final class Targets {
  private final Scope scope;
  private final Reports reports;

  Targets(Scope scope, Reports reports) {
    this.scope = scope;
    this.reports = reports;
  }

  /** An instrument or a basket, or none after the report why not. */
  Optional<DeclaredStream> tradable(Name alias, Place place) {
    var found = scope.streams().require(resolved(alias, place));
    if (found.isEmpty()) return found;
    if (found.get().isTradable()) {
      place.mentions().bars(found.get().index(), 1);
      return found;
    }
    reports.error(Code.NOT_TRADABLE, alias,
        "an order must be on an instrument or a basket, `%s` is only to be read"
            .formatted(found.get().alias()),
        "name a stream declared as BROKER:SYMBOL");
    return Optional.empty();
  }

  /** One instrument and no basket. */
  Optional<DeclaredStream> instrument(String what, Name alias, Place place) {
    var found = tradable(alias, place);
    if (found.isEmpty() || !found.get().isBasket()) return found;
    reports.error(Code.BASKET_ORDER, alias, "%s must be on one instrument, `%s` is a basket"
        .formatted(what, found.get().alias()), "write one for each of what the basket is made of");
    return Optional.empty();
  }

  /** The stream itself, or all that a basket is made of. */
  List<Integer> instruments(DeclaredStream stream) {
    return stream.isBasket() ? scope.streams().constituents(stream) : List.of(stream.index());
  }

  /** The stream of this name without a word if there is none. */
  Optional<DeclaredStream> named(Name alias, Place place) {
    return scope.streams().named(resolved(alias, place).text());
  }

  private static Name resolved(Name alias, Place place) {
    return new Name(place.bound().getOrDefault(alias.text(), alias.text()), alias.span());
  }
}
