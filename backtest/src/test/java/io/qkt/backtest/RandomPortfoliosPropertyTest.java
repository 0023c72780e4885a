package io.qkt.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.money.Exact;
import io.qkt.core.portfolio.PortfolioSession;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What holds of every portfolio, over thousands of them. */
final class RandomPortfoliosPropertyTest {
  private static final int SEEDS = 2_000;
  private static final int BARS = 40;

  @Test
  void aPortfolio_restoredFromASnapshotAtAnyInput_goesOnEqually() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var questions = questions(seed);
      int cut = (int) Long.remainderUnsigned(seed * 0x9E3779B97F4A7C15L, questions.size());
      var whole = session(seed);
      questions.subList(0, cut).forEach(question -> question.apply(whole));
      var restored = session(seed);
      restored.restore(whole.snapshot());
      assertThat(restored.stateHash()).as("seed %d", seed).isEqualTo(whole.stateHash());
      for (var question : questions.subList(cut, questions.size()))
        assertThat(question.apply(restored)).as("seed %d", seed).isEqualTo(question.apply(whole));
      assertThat(restored.stateHash()).as("seed %d", seed).isEqualTo(whole.stateHash());
    }
  }

  @Test
  void aRun_decidesEquallyTwice() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var first = run(seed);
      var second = run(seed);
      assertThat(second.executions()).as("seed %d", seed).isEqualTo(first.executions());
      assertThat(second.session().stateHash()).as("seed %d", seed)
          .isEqualTo(first.session().stateHash());
    }
  }

  @Test
  void positionsAndMoney_areThoseOfTheFills() {
    long traded = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var replay = run(seed);
      var session = replay.session();
      long filled = replay.executions()
          .stream()
          .mapToLong(fill -> fill.fill().side().signed(fill.fill().quantity()))
          .sum();
      assertThat(held(session)).as("seed %d", seed).isEqualTo(filled);
      assertThat(session.position(Market.BTC.instrument())).as("seed %d", seed).isEqualTo(filled);
      assertThat(session.supervisor(0).realized()).as("seed %d", seed)
          .isCloseTo(realized(session), Offset.offset((long) session.strategies()));
      assertThat(session.supervisor(0).equity()).as("seed %d", seed)
          .isCloseTo(equity(replay, filled, seed), Offset.offset(1L));
      traded += replay.executions().size();
    }
    assertThat(traded).isGreaterThan(2 * SEEDS);
  }

  private static long held(PortfolioSession session) {
    long sum = 0;
    for (int i = 0; i < session.strategies(); i++)
      sum += session.session(i).position();
    return sum;
  }

  private static long realized(PortfolioSession session) {
    long sum = 0;
    for (int i = 0; i < session.strategies(); i++)
      sum += session.session(i).realized();
    return sum;
  }

  /** The capital, less what was paid, and what is held at the close before the bar that is open. */
  private static long equity(PortfolioReplay replay, long held, long seed) {
    var sum = BigDecimal.valueOf(20_000L * Exact.ONE);
    for (var fill : replay.executions())
      sum = sum.subtract(money(fill.fill().side().signed(fill.fill().quantity()),
          fill.fill().price()));
    var close = RandomPrograms.closes(seed, BARS).get(BARS - 2);
    return sum.add(money(held, Exact.ofDouble(close))).longValue();
  }

  private static BigDecimal money(long quantity, long price) {
    return BigDecimal.valueOf(quantity)
        .multiply(BigDecimal.valueOf(price))
        .divide(BigDecimal.valueOf(Exact.ONE));
  }

  private static PortfolioReplay run(long seed) {
    var replay = replay(seed);
    Portfolios.run(replay, RandomPrograms.closes(seed, BARS));
    return replay;
  }

  private static PortfolioReplay replay(long seed) {
    return Portfolios.replay(RandomPortfolios.program(seed), RandomPortfolios.account(seed));
  }

  private static PortfolioSession session(long seed) {
    return new PortfolioSession(RandomPortfolios.program(seed), Portfolios::identity,
        RandomPortfolios.account(seed));
  }

  /** All that a portfolio and its strategies are asked and told in a run, in order. */
  private static List<Function<PortfolioSession, ?>> questions(long seed) {
    var questions = new ArrayList<Function<PortfolioSession, ?>>();
    var replay = replay(seed);
    replay.questionsTo(questions::add);
    for (int i = 0; i < replay.session().strategies(); i++) {
      int strategy = i;
      replay.journalTo(i,
          input -> questions.add(session -> session.session(strategy).on(input)));
    }
    Portfolios.run(replay, RandomPrograms.closes(seed, BARS));
    return questions;
  }
}
