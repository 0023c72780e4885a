package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;
import static io.qkt.core.order.Side.BUY;
import static io.qkt.core.order.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** Lots of 100,000 at points of 0.00001: a point a lot and night is 1. Day 4 is a Monday. */
final class SwapTest {
  private static final long MONDAY = 4 * Desk.DAY;
  private final Desk desk = new Desk(Desk.swapping("-6.5", "2", DayOfWeek.WEDNESDAY));
  private final Ledger ledger = desk.ledger;

  @Test
  void long_overOneRollover_paysItsPoints() {
    at(MONDAY);
    desk.buy("2", "1.1");
    swapAt(MONDAY + 22 * Desk.HOUR - 1);
    assertThat(ledger.realized()).isZero();
    swapAt(MONDAY + 22 * Desk.HOUR);
    assertThat(ledger.realized()).isEqualTo(parse("-13"));
    swapAt(MONDAY + 23 * Desk.HOUR);
    assertThat(ledger.realized()).isEqualTo(parse("-13"));
    assertThat(ledger.results().swaps()).isEqualTo(parse("-13"));
  }

  @Test
  void short_overOneRollover_gainsItsPointsAtTheRate() {
    at(MONDAY);
    desk.sell("1", "1.1");
    ledger.swap(0, parse("1.5"), MONDAY + Desk.DAY);
    assertThat(ledger.realized()).isEqualTo(parse("3"));
  }

  @Test
  void legsOfBothSides_payBoth() {
    at(MONDAY);
    desk.fill(1, BUY, "1", "1.1");
    desk.fill(2, SELL, "1", "1.1");
    swapAt(MONDAY + Desk.DAY);
    assertThat(ledger.realized()).isEqualTo(parse("-4.5"));
  }

  @Test
  void tripleDay_countsThreeNights() {
    at(MONDAY + 2 * Desk.DAY);
    desk.sell("1", "1.1");
    swapAt(MONDAY + 3 * Desk.DAY);
    assertThat(ledger.realized()).isEqualTo(parse("6"));
  }

  /** The triple night stands for the weekend, whose rollovers therefore count nothing. */
  @Test
  void week_hasSevenNights() {
    at(MONDAY);
    desk.sell("1", "1.1");
    swapAt(MONDAY + 7 * Desk.DAY);
    assertThat(ledger.realized()).isEqualTo(parse("14"));
    swapAt(MONDAY + 7 * 101 * Desk.DAY + 22 * Desk.HOUR);
    assertThat(ledger.realized()).isEqualTo(parse("1416"));
  }

  @Test
  void everyNight_counts_withoutATripleDay() {
    var crypto = new Desk(Desk.swapping("1", "1", null));
    crypto.time = MONDAY;
    crypto.buy("1", "1.1");
    crypto.ledger.swap(0, ONE, MONDAY + 6 * Desk.DAY);
    assertThat(crypto.ledger.realized()).isEqualTo(parse("6"));
  }

  @Test
  void callsInBetween_chargeTheSame() {
    at(MONDAY);
    desk.sell("1", "1.1");
    for (int hour = 0; hour <= 14 * 24; hour++)
      swapAt(MONDAY + hour * Desk.HOUR);
    assertThat(ledger.realized()).isEqualTo(parse("28"));
  }

  @Test
  void fill_afterARollover_isChargedOnTheQuantityBefore() {
    at(MONDAY);
    swapAt(MONDAY);
    desk.sell("1", "1.1");
    at(MONDAY + 23 * Desk.HOUR);
    desk.sell("9", "1.1");
    assertThat(ledger.realized()).isEqualTo(parse("2"));
    swapAt(MONDAY + Desk.DAY);
    assertThat(ledger.realized()).isEqualTo(parse("2"));
  }

  /** Live venues charge swaps themselves, so nobody asks the ledger for them. */
  @Test
  void fill_whereSwapsAreNeverAskedFor_chargesNone() {
    at(MONDAY);
    desk.sell("1", "1.1");
    at(MONDAY + 5 * Desk.DAY);
    desk.buy("1", "1.1");
    assertThat(ledger.realized()).isZero();
  }

  @Test
  void swap_whileFlat_chargesNothingLater() {
    swapAt(MONDAY);
    swapAt(MONDAY + 5 * Desk.DAY);
    at(MONDAY + 5 * Desk.DAY);
    desk.sell("1", "1.1");
    swapAt(MONDAY + 5 * Desk.DAY + 1);
    assertThat(ledger.realized()).isZero();
  }

  @Test
  void swap_isNoTradeAndBelongsToTheDayOfItsRollover() {
    at(MONDAY);
    desk.buy("1", "1.1");
    desk.mark("1.1");
    swapAt(MONDAY + Desk.DAY);
    assertThat(ledger.results().losses()).isZero();
    assertThat(ledger.results().tradesToday()).isZero();
    assertThat(ledger.results().realizedToday()).isZero();
    assertThat(ledger.results().balanceAtDayStart()).isEqualTo(parse("9993.5"));
  }

  @Test
  void swap_asTheFirstOfItsDay_belongsToThatDay() {
    at(MONDAY);
    desk.buy("1", "1.1");
    swapAt(MONDAY + 22 * Desk.HOUR);
    swapAt(MONDAY + Desk.DAY + 22 * Desk.HOUR);
    assertThat(ledger.results().realizedToday()).isEqualTo(parse("-6.5"));
    assertThat(ledger.results().balanceAtDayStart()).isEqualTo(parse("9993.5"));
  }

  @Test
  void swap_whoseTimeGoesBack_chargesNothing() {
    at(MONDAY);
    desk.sell("1", "1.1");
    swapAt(MONDAY + Desk.DAY);
    swapAt(MONDAY);
    swapAt(MONDAY + Desk.DAY);
    assertThat(ledger.realized()).isEqualTo(parse("2"));
  }

  private void at(long time) {
    desk.time = time;
  }

  private void swapAt(long time) {
    ledger.swap(0, ONE, time);
  }
}
