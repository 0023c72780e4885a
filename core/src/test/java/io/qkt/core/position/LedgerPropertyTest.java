package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Wide;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Random executions, marks and nights over several legs, against a model in BigDecimal. */
final class LedgerPropertyTest {
  private static final int SEEDS = 10_000;
  private static final int EVENTS = 24;
  private static final BigDecimal UNIT = BigDecimal.valueOf(1, 8);

  private Cases cases;
  private InstrumentSpec spec;
  private Ledger ledger;
  private LedgerModel model;
  private long rate;
  private long time;

  @Test
  void figures_afterAnyEvents_agreeWithTheModel() {
    for (int seed = 0; seed < SEEDS; seed++) {
      start(seed, cases -> ordinary(cases, 100));
      for (int i = 0; i < EVENTS; i++) {
        rate = cases.oneIn(2) ? ONE : ordinary(cases, 10);
        step(quantity(), ordinary(cases, 1000) - cases.between(0, 2) * ONE);
        check(seed);
      }
    }
  }

  /** Does not depend on how a cost is split: no unit may appear or vanish. */
  @Test
  void cashAndPosition_afterAnyEvents_areConservedToTheLastUnit() {
    for (int seed = 0; seed < SEEDS; seed++) {
      start(seed, cases -> ordinary(cases, 100));
      rate = cases.oneIn(2) ? ONE : ordinary(cases, 10);
      for (int i = 0; i < EVENTS; i++)
        step(quantity(), ordinary(cases, 1000));
      ledger.mark(0, parse("123.45678901"), rate, time);
      model.mark(parse("123.45678901"), rate);
      // Two figures are rounded, each by half a unit at most; a flat ledger has only one.
      var worth = LedgerModel.decimal(ledger.equity());
      assertThat(worth.subtract(model.worth()).abs()).as("seed %d", seed)
          .isLessThanOrEqualTo(UNIT);
      closeAll();
      assertThat(ledger.unrealized()).isZero();
      assertThat(ledger.realized()).as("seed %d", seed)
          .isEqualTo(LedgerModel.clamped(model.worth()));
    }
  }

  @Test
  void numbersOfAnySize_keepEveryFigureTheNearest() {
    for (int seed = 0; seed < SEEDS; seed++) {
      start(seed, Cases::anyLong);
      for (int i = 0; i < EVENTS; i++) {
        rate = cases.oneIn(2) ? ONE : cases.anyLong();
        step(Math.max(1, cases.anyLong() & Long.MAX_VALUE), cases.anyLong());
        check(seed);
      }
    }
  }

  @Test
  void outcomes_unlessInexact_addUpToTheLedger() {
    for (int seed = 0; seed < SEEDS; seed++) {
      start(seed, cases -> ordinary(cases, 100));
      long realized = 0;
      long held = 0;
      for (int i = 0; i < EVENTS; i++) {
        rate = ordinary(cases, 10);
        var outcome = fill(quantity(), ordinary(cases, 1000), cases.between(0, 3));
        assertThat(outcome.inexact()).isFalse();
        realized += outcome.realized();
        held += outcome.openedQuantity() - outcome.closedQuantity();
        assertThat(ledger.realized()).isEqualTo(realized);
        assertThat(ledger.gross(0)).isEqualTo(held);
      }
    }
  }

  @Test
  void restored_fromAnyPoint_goesOnWithEqualWords() {
    for (int seed = 0; seed < SEEDS; seed++) {
      start(seed, seed % 4 == 0 ? Cases::anyLong : cases -> ordinary(cases, 100));
      for (int i = 0; i < 6; i++)
        step(quantity(), ordinary(cases, 1000));
      var first = ledger;
      var second = new Ledger(List.of(spec), 0);
      second.fill(0, 9, Side.BUY, ONE, ONE, ONE, ONE, 5 * Desk.DAY);
      var in = new StateReader(Desk.words(first));
      second.read(in);
      assertThat(in.isAtEnd()).isTrue();
      long fork = cases.bits();
      goOn(first, fork);
      goOn(second, fork);
      assertThat(Desk.words(second)).as("seed %d", seed).isEqualTo(Desk.words(first));
      assertThat(second.equity()).isEqualTo(first.equity());
      assertThat(second.legs(0)).isEqualTo(first.legs(0));
    }
  }

  private void goOn(Ledger from, long fork) {
    long began = time;
    ledger = from;
    cases = new Cases(fork);
    for (int i = 0; i < 6; i++)
      step(quantity(), ordinary(cases, 1000));
    time = began;
  }

  private void start(int seed, ToLongFunction<Cases> numbers) {
    cases = new Cases(seed);
    spec = new InstrumentSpec(numbers.applyAsLong(cases), 0, 0, 0, numbers.applyAsLong(cases), 8,
        0, 0, 0, numbers.applyAsLong(cases), numbers.applyAsLong(cases), null, 0, "");
    ledger = new Ledger(List.of(spec), 0);
    model = new LedgerModel(spec);
    rate = ONE;
    time = 0;
    // From here on executions settle swaps; the model is told of every night.
    ledger.swap(0, rate, time);
  }

  private void step(long quantity, long price) {
    switch ((int) cases.between(0, 8)) {
      case 0 -> night();
      case 1 -> excursion(price);
      case 2, 3 -> {
        ledger.mark(0, price, rate, time);
        model.mark(price, rate);
      }
      default -> fill(quantity, price, cases.between(0, 4));
    }
  }

  private void excursion(long price) {
    ledger.excursion(0, cases.between(0, 4), price, price / 2);
  }

  private void night() {
    int nights = (int) cases.between(1, 4);
    time += nights * Desk.DAY;
    ledger.swap(0, rate, time);
    model.nights(nights, rate);
  }

  private Outcome fill(long quantity, long price, long leg) {
    var side = cases.oneIn(2) ? Side.BUY : Side.SELL;
    long fee = cases.oneIn(2) ? 0 : cases.between(-ONE, 5 * ONE);
    model.fill(leg, side, quantity, price, fee, rate);
    return ledger.fill(0, leg, side, quantity, price, fee, rate, time);
  }

  private void closeAll() {
    for (var leg : ledger.legs(0)) {
      var side = leg.quantity() > 0 ? Side.SELL : Side.BUY;
      long price = ordinary(cases, 1000);
      model.fill(leg.id(), side, Math.abs(leg.quantity()), price, 1, rate);
      ledger.fill(0, leg.id(), side, Math.abs(leg.quantity()), price, 1, rate, time);
    }
    assertThat(model.isFlat()).isTrue();
  }

  private void check(int seed) {
    assertThat(ledger.quantity(0)).as("quantity of seed %d", seed).isEqualTo(model.quantity());
    assertThat(ledger.realized()).as("realized of seed %d", seed).isEqualTo(model.realized());
    assertThat(ledger.unrealized(0)).as("unrealized of seed %d", seed)
        .isEqualTo(model.unrealized());
    assertThat(ledger.equity())
        .isEqualTo(Wide.saturatedSum(ledger.realized(), ledger.unrealized()));
  }

  /** Few quantities, so that legs are often closed to the last unit. */
  private long quantity() {
    return cases.between(1, 5) * (cases.oneIn(2) ? ONE / 100 : cases.between(1, 4));
  }

  private static long ordinary(Cases cases, long below) {
    return cases.oneIn(3) ? cases.between(1, below) * ONE : cases.between(1, below * ONE);
  }
}
