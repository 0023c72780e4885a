package io.qkt.dsl.order;

import io.qkt.dsl.expr.Reports;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Bracket;
import io.qkt.dsl.syntax.ast.OrderOption;
import io.qkt.dsl.syntax.ast.OrderType;
import io.qkt.dsl.syntax.ast.Sizing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** What an order takes where it does not say. */
record DefaultParts(Optional<Sizing> sizing, Optional<OrderType> type,
    Optional<OrderOption.Tif> tif, Optional<Bracket.Leg> stop, Optional<Bracket.Leg> target) {

  /** Of two clauses of one kind the later counts; TRAILING is what ORDER_TYPE falls back to. */
  static DefaultParts of(List<Block.Default> clauses, Reports reports) {
    warnOfRepeated(clauses, reports);
    return new DefaultParts(
        last(clauses, c -> c instanceof Block.DefaultSizing(var sizing, _) ? sizing : null),
        last(clauses, c -> type(c, false)).or(() -> last(clauses, c -> type(c, true))),
        last(clauses, c -> c instanceof Block.DefaultTif(var tif, _) ? tif : null),
        last(clauses, c -> leg(c, Bracket.Kind.STOP_LOSS)),
        last(clauses, c -> leg(c, Bracket.Kind.TAKE_PROFIT)));
  }

  private static <T> Optional<T> last(List<Block.Default> clauses,
      Function<Block.Default, T> pick) {
    return clauses.stream().map(pick).filter(Objects::nonNull).reduce((_, later) -> later);
  }

  private static OrderType type(Block.Default clause, boolean fallback) {
    return clause instanceof Block.DefaultType(boolean isFallback, var type, _)
        && isFallback == fallback ? type : null;
  }

  private static Bracket.Leg leg(Block.Default clause, Bracket.Kind kind) {
    return clause instanceof Block.DefaultLeg(var leg, _) && leg.kind() == kind ? leg : null;
  }

  private static void warnOfRepeated(List<Block.Default> clauses, Reports reports) {
    var seen = new TreeSet<String>();
    for (var clause : clauses) {
      if (seen.add(word(clause))) continue;
      reports.warning(Code.OPTION_REPEATED, clause, "%s must stand once in DEFAULTS, stands twice"
          .formatted(word(clause)), "remove one; the later one counts");
    }
  }

  private static String word(Block.Default clause) {
    return switch (clause) {
      case Block.DefaultSizing _ -> "SIZING";
      case Block.DefaultType(boolean fallback, _, _) -> fallback ? "TRAILING" : "ORDER_TYPE";
      case Block.DefaultTif _ -> "TIF";
      case Block.DefaultLeg(var leg, _) -> leg.kind().name();
    };
  }
}
