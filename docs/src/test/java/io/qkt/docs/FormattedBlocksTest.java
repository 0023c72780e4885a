package io.qkt.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.backtest.ReplayLoop;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Program;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Unit;
import io.qkt.dsl.format.Formatter;
import io.qkt.dsl.syntax.Parsed;
import io.qkt.dsl.syntax.Parser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages show keeps its comments and decisions when it is formatted. */
class FormattedBlocksTest {
  private static final int TRADING_MIN = 15;
  private static final int QUOTES = 3_000;
  private static final long FIVE_MINUTES = 300_000_000;

  @Test
  void format_ofEveryBlock_keepsCommentsAndIsFixed() {
    sources().forEach(source -> {
      var once = Formatter.format(Parser.parse(source));
      assertThat(comments(Parser.parse(once))).as(source).isEqualTo(comments(Parser.parse(source)));
      assertThat(Formatter.format(Parser.parse(once))).isEqualTo(once);
    });
  }

  @Test
  void format_ofEveryBlockThatRuns_decidesTheSame() {
    long trading = sources().filter(source -> program(source).isPresent())
        .filter(FormattedBlocksTest::assertDecidesTheSame)
        .count();
    assertThat(trading).isGreaterThan(TRADING_MIN);
  }

  /** Whether it traded, so that equal is not equally nothing. */
  private static boolean assertDecidesTheSame(String source) {
    var before = run(program(source).orElseThrow());
    var after = run(program(Formatter.format(Parser.parse(source))).orElseThrow());
    assertThat(after.executions()).as(source).isEqualTo(before.executions());
    assertThat(after.notes()).as(source).isEqualTo(before.notes());
    assertThat(after.session().stateHash()).as(source).isEqualTo(before.session().stateHash());
    return !before.executions().isEmpty();
  }

  private static Stream<String> sources() {
    return QktBlocksTest.pages()
        .flatMap(page -> QktBlock.of(page).stream())
        .map(QktBlock::source)
        .filter(source -> !Parser.parse(source).hasErrors());
  }

  private static List<String> comments(Parsed parsed) {
    return parsed.tokens()
        .stream()
        .flatMap(token -> token.comments().stream())
        .map(comment -> comment.text().stripTrailing())
        .toList();
  }

  private static Optional<Program> program(String source) {
    return Compiler.compile(source)
        .unit()
        .flatMap(unit -> unit instanceof Unit.Strategy(var program, _)
            ? Optional.of(program)
            : Optional.empty());
  }

  /** Waves of two lengths in every market, each a little apart from the next. */
  private static ReplayLoop run(Program program) {
    var loop = new ReplayLoop(program, Identity.ofReplay("page", 1L << 50), AccountPlan.DEFAULT,
        FillTier.PAPER);
    for (int i = 0; i < QUOTES; i++) {
      int shift = 0;
      for (var instrument : program.instruments()) {
        double wave = 10 * StrictMath.sin(i / 15.0 + shift) + 4 * StrictMath.sin(i / 3.0);
        loop.onQuote(instrument, new Quote(i * FIVE_MINUTES + shift++, 0, 0,
            Exact.ofDouble(100 + wave), 5 * Exact.ONE));
      }
    }
    return loop;
  }
}
