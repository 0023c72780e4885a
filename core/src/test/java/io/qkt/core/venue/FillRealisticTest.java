package io.qkt.core.venue;

import static io.qkt.core.order.OrderTerms.MARKET;
import static io.qkt.core.order.OrderTerms.limit;
import static io.qkt.core.order.OrderTerms.stop;
import static io.qkt.core.order.OrderTerms.stopLimit;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.venue.VenueReport.Executed;
import org.junit.jupiter.api.Test;

/** The rows of the fill table for the tiers that model a real venue. A point is 10 here. */
final class FillRealisticTest {
  private static final long LATENCY = 250_000;

  @Test
  void market_isExecutedAtItsSideOfTheQuote() {
    var desk = basic(0).tick(1, 990, 1010, 1005);
    assertThat(desk.buy("a", MARKET).sell("b", MARKET).told())
        .containsExactly("a 70@1010", "b 70@990");
  }

  @Test
  void market_whereThereAreNoSides_isExecutedAPointBesideThePrice() {
    var desk = basic(0).open(1, 1000);
    assertThat(desk.buy("a", MARKET).sell("b", MARKET).told())
        .containsExactly("a 70@1010", "b 70@990");
  }

  @Test
  void trigger_whereThereAreNoSides_isAPointBesideThePrice() {
    var desk = basic(0).open(1, 1000).buy("a", limit(950)).buy("b", stop(1050));
    desk.sell("c", limit(1100)).sell("d", stop(900));
    assertThat(desk.path(2, 941).told()).isEmpty();
    assertThat(desk.path(3, 940).told()).containsExactly("a 70@950");
    assertThat(desk.path(4, 1040).told()).containsExactly("b 70@1050");
    assertThat(desk.path(5, 1110).told()).containsExactly("c 70@1100");
    assertThat(desk.path(6, 910).told()).containsExactly("d 70@900");
  }

  @Test
  void slippage_ofMarketAndStop_isAdverse() {
    var desk = basic(3).tick(1, 990, 1010, 1000).buy("a", MARKET).sell("b", MARKET);
    desk.buy("c", stop(1050)).sell("d", stop(900));
    assertThat(desk.told()).containsExactly("a 70@1040", "b 70@960");
    assertThat(desk.tick(2, 1040, 1060, 1050).told()).containsExactly("c 70@1090");
    assertThat(desk.path(3, 880).told()).containsExactly("d 70@870");
  }

  @Test
  void slippage_ofAMarketableLimit_endsAtItsPrice() {
    var desk = basic(3).tick(1, 990, 1010, 1000);
    desk.buy("a", limit(1030)).buy("b", limit(2000)).sell("c", limit(980));
    assertThat(desk.told()).containsExactly("a 70@1030", "b 70@1040", "c 70@980");
  }

  @Test
  void limit_thatWaited_hasNoSlippageAndTheBetterSide() {
    var desk = basic(3).tick(1, 990, 1010, 1000).buy("a", limit(950)).sell("b", limit(1100));
    assertThat(desk.tick(2, 920, 930, 940).told()).containsExactly("a 70@930");
    assertThat(desk.tick(3, 1120, 1130, 1000).told()).containsExactly("b 70@1120");
  }

  @Test
  void volume_offTheGridOrBeyondItsBounds_isRejected() {
    var desk = basic(0).tick(1, 1000);
    send(desk, "a", 65);
    send(desk, "b", 10);
    send(desk, "c", 1010);
    send(desk, "d", 1000);
    assertThat(desk.told()).containsExactly("a rejected OFF_GRID", "b rejected BELOW_MIN",
        "c rejected ABOVE_MAX", "d 1000@1010");
  }

  @Test
  void volume_ofAnOrderThatOnlyReduces_isNotHeldToTheGrid() {
    var desk = basic(0).tick(1, 1000);
    desk.send(new VenueOrder("a", Desk.BTC, Side.SELL, 5, MARKET, true, 0, 9));
    assertThat(desk.told()).containsExactly("a 5@990");
  }

  @Test
  void limit_offTheGrid_isRoundedSoThatItIsNotWorse() {
    var desk = basic(0).open(1, 1000).buy("a", limit(958)).sell("b", limit(1042));
    assertThat(desk.path(2, 930).told()).containsExactly("a 70@950");
    assertThat(desk.path(3, 1070).told()).containsExactly("b 70@1050");
  }

  @Test
  void stop_offTheGrid_isRoundedToTheNearest() {
    var desk = basic(0).open(1, 1000).buy("a", stop(1044)).sell("b", stop(946));
    assertThat(desk.path(2, 1060).told()).containsExactly("a 70@1040");
    assertThat(desk.path(3, 900).told()).containsExactly("b 70@950");
  }

  @Test
  void grid_ofPrices_ofAnInstrumentWithoutPoints_isThatOfItsDigits() {
    var spec = new InstrumentSpec(Exact.ONE, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, null, 0, "");
    var desk = new Desk(FillTier.MT5_BASIC, spec).open(1, 1000).buy("a", limit(958));
    assertThat(desk.path(2, 930).told()).isEmpty();
    assertThat(desk.path(3, 890).told()).containsExactly("a 70@900");
  }

  @Test
  void waitingOrder_nearerThanTheStopsLevel_isRejected() {
    var desk = new Desk(zeroLatency(), spec(0, 5)).tick(1, 990, 1010, 1000);
    desk.buy("a", limit(970)).buy("b", limit(960)).sell("c", stop(950)).sell("d", stop(940));
    desk.buy("e", stopLimit(1050, 2000)).sell("f", limit(1040));
    assertThat(desk.told()).containsExactly("a rejected STOPS_LEVEL", "c rejected STOPS_LEVEL",
        "e rejected STOPS_LEVEL");
    assertThat(desk.venue.working()).extracting(VenueOrder::cid).containsExactly("b", "d", "f");
  }

  @Test
  void orderThatIsExecutedOnArrival_isNotHeldToTheStopsLevel() {
    var desk = new Desk(zeroLatency(), spec(0, 5)).tick(1, 990, 1010, 1000);
    assertThat(desk.buy("a", limit(1020)).sell("b", stop(1000)).told())
        .containsExactly("a 70@1010");
    assertThat(desk.tick(2, 990, 1010, 1000).told()).containsExactly("b 70@990");
  }

  @Test
  void order_isWorkedOnAtTheFirstQuoteAfterItsLatency() {
    var desk = new Desk(FillTier.REALISTIC, spec(0, 0)).tick(1_000_000, 1000);
    desk.send(Desk.order("a", Side.BUY, 70, MARKET, 1_000_000));
    assertThat(desk.tick(1_000_000 + LATENCY - 1, 1100).told()).isEmpty();
    assertThat(desk.venue.lookUp("a")).isEmpty();
    assertThat(desk.venue.nextDeadline(Desk.BTC)).isEqualTo(1_000_000 + LATENCY);
    assertThat(desk.tick(1_000_000 + LATENCY, 1200).next()).isEqualTo("a accepted");
    assertThat(desk.next()).isEqualTo("a 70@1210");
  }

  @Test
  void cancel_isWorkedOnAtTheFirstQuoteAfterItsLatencyAndBeforeItIsMatched() {
    var desk = new Desk(FillTier.REALISTIC, spec(0, 0)).tick(LATENCY, 1000);
    desk.buy("a", limit(900)).buy("b", limit(800));
    desk.venue.cancel("a");
    desk.venue.cancel("b");
    assertThat(desk.tick(LATENCY + 1, 880).told()).containsExactly("a 70@890");
    assertThat(desk.tick(2 * LATENCY, 700).told()).containsExactly("a 70@890",
        "b cancelled ASKED");
  }

  @Test
  void commission_isChargedForEachLotInEveryTier() {
    var spec = commission(7 * Exact.ONE);
    for (var tier : new FillTier[]{FillTier.PAPER, FillTier.MT5_BASIC}) {
      var desk = new Desk(tier, spec).tick(1, 1000).buy("a", MARKET);
      desk.venue.next();
      assertThat(desk.venue.next()).isInstanceOfSatisfying(Executed.class,
          executed -> assertThat(executed.fee()).isEqualTo(7 * Desk.QUANTITY));
    }
  }

  @Test
  void fee_thatDoesNotFit_refusesTheOrder() {
    var desk = new Desk(FillTier.PAPER, commission(Long.MAX_VALUE)).tick(1, 1000);
    desk.send(Desk.order("a", Side.BUY, 2 * Exact.ONE, MARKET, 0));
    assertThat(desk.told()).containsExactly("a rejected OVERFLOW");
  }

  private static Desk basic(long slippage) {
    return new Desk(FillTier.MT5_BASIC, spec(slippage, 0));
  }

  private static void send(Desk desk, String cid, long quantity) {
    desk.send(Desk.order(cid, Side.BUY, quantity, MARKET, 0));
  }

  /** The tier realistic without its delay. */
  private static FillTier zeroLatency() {
    return new FillTier("near", true, true, true, 0, 0, 0, true, 0, 100);
  }

  private static InstrumentSpec spec(long slippage, int stopsLevel) {
    return new InstrumentSpec(Exact.ONE, 10, 20, 1000, 10, 8, stopsLevel, 0, slippage * Exact.ONE,
        0, 0, null, 0, "");
  }

  private static InstrumentSpec commission(long perLot) {
    return new InstrumentSpec(Exact.ONE, 0, 0, 0, 0, 8, 0, perLot, 0, 0, 0, null, 0, "");
  }
}
