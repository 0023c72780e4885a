package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.Side;
import org.junit.jupiter.api.Test;

final class ResultsTest {
  private final Desk desk = Desk.plain();
  private final Results results = desk.ledger.results();

  @Test
  void results_atFirst_areEmpty() {
    assertStreak(0, 0, "0");
    assertThat(results.lastTradeAt()).isEqualTo(Results.NEVER);
    assertThat(results.lastTradeAt(1)).isEqualTo(Results.NEVER);
    assertThat(results.balanceAtDayStart()).isEqualTo(parse("10000"));
    assertThat(results.equityAtDayStart()).isEqualTo(parse("10000"));
  }

  /** The reference counts this entry as a loss; decision 8 does not. */
  @Test
  void entry_withACommission_isNoLoss() {
    desk.fee = parse("3");
    desk.buy("1", "100");
    assertStreak(0, 0, "0");
    assertThat(results.tradesToday()).isZero();
    assertThat(results.lossesToday()).isZero();
    assertThat(results.entriesToday()).isEqualTo(1);
    assertThat(results.realizedToday()).isEqualTo(parse("-3"));
    assertThat(results.lastTradeAt()).isEqualTo(Results.NEVER);
  }

  @Test
  void wins_inARow_bankTheirSum() {
    desk.buy("3", "100");
    desk.sell("1", "102");
    desk.sell("1", "105");
    assertStreak(2, 0, "7");
    desk.sell("1", "99");
    assertStreak(0, 1, "0");
    assertThat(results.winsToday()).isEqualTo(2);
    assertThat(results.lossesToday()).isEqualTo(1);
    assertThat(results.lastTradePnl()).isEqualTo(parse("-1"));
  }

  @Test
  void win_afterLosses_endsTheirRow() {
    desk.sell("3", "100");
    desk.buy("1", "101");
    desk.buy("1", "101");
    assertStreak(0, 2, "0");
    desk.buy("1", "98");
    assertStreak(1, 0, "2");
  }

  @Test
  void trade_thatMakesNothing_isCountedAndKeepsTheStreak() {
    desk.buy("3", "100");
    desk.sell("1", "101");
    desk.time = 70;
    desk.sell("1", "100");
    assertStreak(1, 0, "1");
    assertThat(results.tradesToday()).isEqualTo(2);
    assertThat(results.trades()).isEqualTo(2);
    assertThat(results.lastTradeAt()).isEqualTo(70);
    assertThat(results.lastTradePnl()).isZero();
  }

  @Test
  void exit_whoseFeeExceedsItsProfit_isALoss() {
    desk.buy("1", "100");
    desk.fee = parse("2");
    desk.sell("1", "101");
    assertStreak(0, 1, "0");
    assertThat(results.lastTradePnl()).isEqualTo(parse("-1"));
  }

  @Test
  void flip_isATradeAndAnEntry() {
    desk.buy("1", "100");
    desk.sell("2", "103");
    assertStreak(1, 0, "3");
    assertThat(results.tradesToday()).isEqualTo(1);
    assertThat(results.entriesToday()).isEqualTo(2);
    assertThat(results.fills()).isEqualTo(2);
  }

  @Test
  void trades_areCountedByInstrumentToo() {
    desk.time = 5;
    desk.buy("1", "100");
    desk.sell("1", "100");
    desk.ledger.fill(1, 0, Side.BUY, ONE, ONE, 0, ONE, 6);
    desk.ledger.fill(1, 0, Side.SELL, ONE, ONE, 0, ONE, 7);
    assertThat(results.tradesToday(0)).isEqualTo(1);
    assertThat(results.tradesToday(1)).isEqualTo(1);
    assertThat(results.lastTradeAt(0)).isEqualTo(5);
    assertThat(results.lastTradeAt(1)).isEqualTo(7);
    assertThat(results.lastTradeAt()).isEqualTo(7);
  }

  @Test
  void midnight_endsTheDaysCountersAndNoStreak() {
    desk.time = Desk.DAY - 1;
    desk.buy("3", "100");
    desk.sell("1", "102");
    desk.time = Desk.DAY;
    desk.mark("110");
    assertStreak(1, 0, "2");
    assertThat(results.tradesToday() + results.tradesToday(0) + results.winsToday()
        + results.lossesToday() + results.entriesToday() + results.realizedToday()).isZero();
    assertThat(results.won()).isEqualTo(1);
    assertThat(results.lastTradeAt(0)).isEqualTo(Desk.DAY - 1);
  }

  /** The first price of a day belongs to it, so that a gap counts as the day's drawdown. */
  @Test
  void midnight_keepsWhatTheDayBeganWith() {
    desk.buy("1", "100");
    desk.sell("0.5", "102");
    desk.mark("104");
    desk.time = Desk.DAY;
    desk.mark("50");
    assertThat(results.balanceAtDayStart()).isEqualTo(parse("10001"));
    assertThat(results.equityAtDayStart()).isEqualTo(parse("10003"));
    assertThat(results.equityPeak()).isEqualTo(parse("10003"));
  }

  @Test
  void fill_onANewDay_countsForThatDay() {
    desk.buy("2", "100");
    desk.sell("1", "101");
    desk.time = Desk.DAY;
    desk.sell("1", "103");
    assertThat(results.tradesToday()).isEqualTo(1);
    assertThat(results.realizedToday()).isEqualTo(parse("3"));
    assertThat(results.balanceAtDayStart()).isEqualTo(parse("10001"));
  }

  @Test
  void time_goingBack_startsNoDay() {
    desk.time = Desk.DAY;
    desk.buy("2", "100");
    desk.sell("1", "101");
    desk.time = Desk.DAY - 1;
    desk.sell("1", "101");
    desk.ledger.roll(0);
    assertThat(results.tradesToday()).isEqualTo(2);
    assertThat(results.lastTradeAt()).isEqualTo(Desk.DAY);
    assertThat(results.lastTradeAt(0)).isEqualTo(Desk.DAY);
  }

  private void assertStreak(int wins, int losses, String banked) {
    assertThat(results.wins()).isEqualTo(wins);
    assertThat(results.losses()).isEqualTo(losses);
    assertThat(results.banked()).isEqualTo(parse(banked));
  }
}
