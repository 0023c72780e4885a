package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The primary leg and the money. */
final class LedgerTest {
  private final Desk desk = Desk.plain();
  private final Ledger ledger = desk.ledger;

  @Test
  void ledger_atFirst_isFlat() {
    assertPosition("0", "0", "0");
    assertThat(ledger.balance()).isEqualTo(parse("10000"));
    assertThat(ledger.equity()).isEqualTo(parse("10000"));
    assertThat(ledger.equityPeak()).isEqualTo(parse("10000"));
    assertThat(ledger.drawdownPercent()).isZero();
    assertThat(ledger.epoch(0)).isZero();
    assertThat(ledger.legs(0)).isEmpty();
  }

  @Test
  void transfer_isNoProfitAndNoDrawdown() {
    ledger.mark(0, parse("1"), ONE, 1);
    ledger.transfer(parse("-4000"), 2);
    assertThat(ledger.balance()).isEqualTo(parse("6000"));
    assertThat(ledger.equityPeak()).isEqualTo(parse("6000"));
    assertThat(ledger.drawdownPercent()).isZero();
    assertThat(ledger.results().balanceAtDayStart()).isEqualTo(parse("6000"));
    assertThat(ledger.realized()).isZero();
  }

  @Test
  void fill_whileFlat_opens() {
    var outcome = desk.buy("2", "100");
    assertThat(outcome)
        .isEqualTo(new Outcome(0, 0, 0, parse("2"), true, false, false, false));
    assertPosition("2", "100", "0");
  }

  @Test
  void fill_inTheSameDirection_averagesAndKeepsTheOpenTime() {
    desk.time = 5;
    desk.sell("1", "100");
    desk.time = 9;
    assertThat(desk.sell("3", "104").opened()).isFalse();
    assertPosition("-4", "103", "0");
    assertThat(ledger.legs(0).getFirst().openedAt()).isEqualTo(5);
    assertThat(ledger.heldMicros(0, 12)).isEqualTo(7);
  }

  @Test
  void fill_againstALargerLeg_reducesAtTheAverage() {
    desk.buy("2", "100");
    desk.buy("2", "110");
    var outcome = desk.sell("1", "107");
    assertThat(outcome)
        .isEqualTo(new Outcome(parse("2"), parse("2"), ONE, 0, false, false, false, false));
    assertPosition("3", "105", "2");
  }

  @Test
  void fill_ofTheWholeLeg_closes() {
    desk.sell("2", "100");
    var outcome = desk.buy("2", "97");
    assertThat(outcome)
        .isEqualTo(new Outcome(parse("6"), parse("6"), parse("2"), 0, false, true, false, false));
    assertPosition("0", "0", "6");
    assertThat(ledger.legs(0)).isEmpty();
    assertThat(ledger.heldMicros(0, 99)).isZero();
  }

  @Test
  void fill_beyondTheLeg_flipsAtItsPrice() {
    desk.buy("1", "100");
    desk.time = 8;
    var outcome = desk.sell("3", "90");
    assertThat(outcome).isEqualTo(
        new Outcome(parse("-10"), parse("-10"), ONE, parse("2"), true, true, true, false));
    assertPosition("-2", "90", "-10");
    assertThat(ledger.legs(0)).containsExactly(new Leg(0, parse("-2"), parse("90"), 8,
        parse("90"), parse("90")));
  }

  @Test
  void fill_atPricesBelowZero_keepsTheSign() {
    desk.buy("1", "-30");
    desk.buy("1", "-40");
    assertPosition("2", "-35", "0");
    desk.sell("2", "-37");
    assertPosition("0", "0", "-4");
  }

  @Test
  void fill_withContractSizeAndRate_multipliesTheProfit() {
    var lots = new Desk(InstrumentSpec.plain(parse("100000"), 0, 0));
    lots.rate = parse("1.25");
    lots.buy("0.1", "1.1");
    lots.mark("1.1005");
    assertThat(lots.ledger.unrealized(0)).isEqualTo(parse("6.25"));
    lots.rate = parse("2");
    assertThat(lots.sell("0.1", "1.101").realized()).isEqualTo(parse("20"));
  }

  @Test
  void fee_ofAnEntry_isRealizedAtOnceAndClosesNothing() {
    desk.fee = parse("0.5");
    var outcome = desk.buy("1", "100");
    assertThat(outcome.realized()).isEqualTo(parse("-0.5"));
    assertThat(outcome.closedPnl()).isZero();
    assertThat(ledger.results().fees()).isEqualTo(parse("0.5"));
    assertThat(ledger.balance()).isEqualTo(parse("9999.5"));
  }

  @Test
  void fee_ofAFlip_countsAgainstTheTradeByItsShare() {
    desk.buy("1", "100");
    desk.fee = parse("4");
    var outcome = desk.sell("4", "110");
    assertThat(outcome.realized()).isEqualTo(parse("6"));
    assertThat(outcome.closedPnl()).isEqualTo(parse("9"));
  }

  @Test
  void fee_belowZero_isARebate() {
    desk.fee = parse("-1");
    assertThat(desk.buy("1", "100").realized()).isEqualTo(ONE);
  }

  @Test
  void partialCloses_ofACostThatDoesNotDivide_addUpToTheUnit() {
    desk.buy("0.00000003", "0.1");
    desk.buy("0.00000004", "0.2");
    long sum = 0;
    for (int i = 0; i < 7; i++)
      sum += desk.sell("0.00000001", "1000000.3").realized();
    assertThat(ledger.realized()).isEqualTo(sum).isEqualTo(parse("0.07000001"));
    assertPosition("0", "0", "0.07000001");
  }

  @Test
  void mark_movesUnrealizedAndEquityAlone() {
    desk.buy("2", "100");
    desk.mark("103");
    assertThat(ledger.unrealized(0)).isEqualTo(parse("6"));
    assertThat(ledger.unrealized()).isEqualTo(parse("6"));
    assertThat(ledger.realized()).isZero();
    assertThat(ledger.equity()).isEqualTo(parse("10006"));
    assertThat(ledger.balance()).isEqualTo(parse("10000"));
  }

  @Test
  void fill_awayFromTheMark_isValuedAtTheMark() {
    desk.mark("100");
    desk.buy("1", "90");
    assertThat(ledger.unrealized(0)).isEqualTo(parse("10"));
    assertThat(ledger.equityPeak()).isEqualTo(parse("10000"));
  }

  @Test
  void equity_ofSeveralInstruments_isTheirSum() {
    desk.buy("1", "100");
    ledger.fill(1, 0, Side.SELL, parse("3"), parse("50"), 0, ONE, 0);
    desk.mark("110");
    ledger.mark(1, parse("52"), ONE, 0);
    assertThat(ledger.equity()).isEqualTo(parse("10004"));
    assertThat(ledger.openPositions()).isEqualTo(2);
    desk.sell("1", "110");
    assertThat(ledger.openPositions()).isEqualTo(1);
    assertThat(ledger.equity()).isEqualTo(parse("10004"));
  }

  @Test
  void drawdown_isMeasuredFromTheHighestMark() {
    desk.buy("10", "100");
    desk.mark("200");
    desk.mark("145");
    assertThat(ledger.equityPeak()).isEqualTo(parse("11000"));
    assertThat(ledger.drawdownPercent()).isEqualTo(5);
    desk.mark("200");
    assertThat(ledger.drawdownPercent()).isZero();
  }

  @Test
  void drawdown_withoutAPeakAboveZero_isUndefined() {
    var broke = new Ledger(desk.specs, 0);
    assertThat(broke.drawdownPercent()).isZero();
    broke.fill(0, 0, Side.BUY, ONE, ONE, ONE, ONE, 0);
    assertThat(broke.drawdownPercent()).isNaN();
  }

  @Test
  void epoch_changesWithEachOpeningClosingAndFlip() {
    desk.buy("1", "100");
    long first = ledger.epoch(0);
    desk.buy("1", "100");
    assertThat(ledger.epoch(0)).isEqualTo(first).isNotZero();
    desk.sell("3", "100");
    long flipped = ledger.epoch(0);
    assertThat(flipped).isNotEqualTo(first).isNotZero();
    desk.buy("1", "100");
    assertThat(ledger.epoch(0)).isZero();
    desk.sell("1", "100");
    assertThat(ledger.epoch(0)).isNotIn(0L, first, flipped);
    assertThat(ledger.epoch(1)).isZero();
  }

  @Test
  void fill_withoutAQuantity_isRefusedUnmoved() {
    desk.buy("1", "100");
    var words = Desk.words(ledger);
    assertThatThrownBy(() -> desk.buy("-1", "100")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above 0, was -1");
    assertThatThrownBy(() -> desk.buy("0", "100")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Desk.words(ledger)).isEqualTo(words);
  }

  @Test
  void read_ofAnotherProgramsState_isRefused() {
    var one = new Ledger(List.of(InstrumentSpec.PLAIN), 0);
    assertThatThrownBy(() -> one.read(new StateReader(Desk.words(ledger))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must be of 1 instruments, was of 2");
  }

  private void assertPosition(String quantity, String average, String realized) {
    assertThat(ledger.quantity(0)).isEqualTo(parse(quantity));
    assertThat(ledger.quantity(0, Leg.PRIMARY)).isEqualTo(parse(quantity));
    assertThat(ledger.averagePrice(0)).isEqualTo(parse(average));
    assertThat(ledger.realized()).isEqualTo(parse(realized));
  }
}
