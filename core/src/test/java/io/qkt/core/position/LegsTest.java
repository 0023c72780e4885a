package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;
import static io.qkt.core.order.Side.BUY;
import static io.qkt.core.order.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Legs beside the primary one, and what is asked of each. */
final class LegsTest {
  private final Desk desk = Desk.plain();
  private final Ledger ledger = desk.ledger;

  @Test
  void legs_ofBothSides_coexistAndTheNetIsReported() {
    desk.fill(7, BUY, "3", "100");
    desk.fill(4, SELL, "1", "102");
    assertThat(ledger.quantity(0)).isEqualTo(parse("2"));
    assertThat(ledger.quantity(0, 7)).isEqualTo(parse("3"));
    assertThat(ledger.quantity(0, 4)).isEqualTo(parse("-1"));
    assertThat(ledger.quantity(0, Leg.PRIMARY)).isZero();
    assertThat(ledger.gross(0)).isEqualTo(parse("4"));
    assertThat(ledger.count(0)).isEqualTo(2);
    assertThat(ledger.longs(0)).isEqualTo(1);
    assertThat(ledger.shorts(0)).isEqualTo(1);
    assertThat(ledger.openPositions()).isEqualTo(1);
  }

  @Test
  void legs_areListedInTheOrderOfTheirNumbers() {
    desk.fill(7, BUY, "3", "100");
    desk.fill(4, BUY, "1", "102");
    desk.buy("2", "101");
    assertThat(ledger.legs(0)).extracting(Leg::id).containsExactly(0L, 4L, 7L);
    desk.fill(4, SELL, "1", "102");
    assertThat(ledger.legs(0)).extracting(Leg::id).containsExactly(0L, 7L);
  }

  @Test
  void exit_ofOneLeg_leavesTheOthers() {
    desk.buy("1", "100");
    desk.fill(1, BUY, "1", "104");
    var outcome = desk.fill(1, SELL, "1", "105");
    assertThat(outcome.realized()).isEqualTo(ONE);
    assertThat(outcome.closed()).isTrue();
    assertThat(ledger.quantity(0)).isEqualTo(ONE);
    assertThat(ledger.averagePrice(0)).isEqualTo(parse("100"));
  }

  @Test
  void exit_beyondItsLeg_losesNothing() {
    desk.fill(1, BUY, "1", "100");
    assertThat(desk.fill(1, SELL, "3", "100").flipped()).isTrue();
    assertThat(ledger.quantity(0, 1)).isEqualTo(parse("-2"));
    assertThat(ledger.quantity(0)).isEqualTo(parse("-2"));
  }

  @Test
  void averagePrice_ofThePrimary_countsBeforeTheOthers() {
    desk.fill(1, BUY, "1", "100");
    desk.fill(2, SELL, "3", "108");
    assertThat(ledger.averagePrice(0)).isEqualTo(parse("106"));
    desk.buy("1", "50");
    assertThat(ledger.averagePrice(0)).isEqualTo(parse("50"));
  }

  @Test
  void heldMicros_withoutAPrimary_countsFromTheOldest() {
    desk.time = 30;
    desk.fill(1, BUY, "1", "100");
    desk.time = 20;
    desk.fill(2, BUY, "1", "100");
    assertThat(ledger.heldMicros(0, 50)).isEqualTo(30);
    desk.time = 40;
    desk.buy("1", "100");
    assertThat(ledger.heldMicros(0, 50)).isEqualTo(10);
    assertThat(ledger.heldMicros(0, 5)).isZero();
  }

  @Test
  void unrealized_perLeg_addsUpToTheInstrument() {
    desk.fill(1, BUY, "1", "100");
    desk.fill(2, SELL, "3", "108");
    desk.mark("110");
    assertThat(ledger.unrealized(0, 1)).isEqualTo(parse("10"));
    assertThat(ledger.unrealized(0, 2)).isEqualTo(parse("-6"));
    assertThat(ledger.unrealized(0, 3)).isZero();
    assertThat(ledger.unrealized(0)).isEqualTo(parse("4"));
  }

  @Test
  void hedgedLegs_areFlatByEpochAndKeepTheirProfit() {
    desk.fill(1, BUY, "1", "100");
    desk.fill(2, SELL, "1", "103");
    assertThat(ledger.epoch(0)).isZero();
    desk.mark("500");
    assertThat(ledger.unrealized(0)).isEqualTo(parse("3"));
    assertThat(ledger.openPositions()).isEqualTo(1);
  }

  @Test
  void excursion_ofALong_onlyWidens() {
    desk.buy("1", "100");
    assertThat(ledger.mfe(0, 0)).isZero();
    assertThat(ledger.mae(0, 0)).isZero();
    ledger.excursion(0, 0, parse("105"), parse("98"));
    ledger.excursion(0, 0, parse("101"), parse("99"));
    assertThat(ledger.mfe(0, 0)).isEqualTo(parse("5"));
    assertThat(ledger.mae(0, 0)).isEqualTo(parse("2"));
  }

  @Test
  void excursion_thatAveragingLeavesBehind_isNone() {
    desk.buy("1", "100");
    desk.buy("1", "110");
    assertThat(ledger.mfe(0, 0)).isZero();
    assertThat(ledger.mae(0, 0)).isEqualTo(parse("5"));
  }

  @Test
  void excursion_ofAShort_isFavourableBelow() {
    desk.fill(3, SELL, "1", "100");
    ledger.excursion(0, 3, parse("96"), parse("107"));
    assertThat(ledger.mfe(0, 3)).isEqualTo(parse("4"));
    assertThat(ledger.mae(0, 3)).isEqualTo(parse("7"));
    assertThat(ledger.legs(0).getFirst().best()).isEqualTo(parse("96"));
    assertThat(ledger.legs(0).getFirst().worst()).isEqualTo(parse("107"));
  }

  @Test
  void excursion_afterAFlip_startsAgain() {
    desk.buy("1", "100");
    ledger.excursion(0, 0, parse("105"), parse("98"));
    desk.sell("2", "101");
    assertThat(ledger.mfe(0, 0)).isZero();
    assertThat(ledger.mae(0, 0)).isZero();
  }

  @Test
  void excursion_ofAClosedLeg_isIgnored() {
    ledger.excursion(0, 9, parse("105"), parse("98"));
    assertThat(ledger.mfe(0, 9)).isZero();
    assertThat(ledger.mae(0, 9)).isZero();
    assertThat(ledger.legs(0)).isEmpty();
  }
}
