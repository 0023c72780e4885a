package io.qkt.core.venue;

import static io.qkt.core.order.OrderTerms.MARKET;
import static io.qkt.core.order.OrderTerms.limit;
import static io.qkt.core.order.OrderTerms.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rows of the fill table for the tier stress. A point is 1 here. */
final class FillStressTest {
  private static final InstrumentSpec SPEC = InstrumentSpec.plain(Exact.ONE, 10, 1);
  private static final long LATENCY = 500_000;

  private long time = LATENCY;

  @Test
  void everyTenthOrder_isRejected() {
    var desk = new Desk(FillTier.STRESS, SPEC).tick(time, 1000);
    for (int i = 1; i <= 30; i++)
      desk.send(Desk.order("a" + i, Side.BUY, 10, limit(1), 0));
    assertThat(desk.told()).containsExactly("a10 rejected STRESS", "a20 rejected STRESS",
        "a30 rejected STRESS");
  }

  @Test
  void market_isExecutedInTwoHalvesOnTheGrid() {
    var desk = new Desk(quietStress(), SPEC).tick(time, 1000).buy("a", MARKET);
    assertThat(desk.told()).containsExactly("a 30@1001");
    assertThat(desk.tick(time + 1, 1100).told()).containsExactly("a 40@1101");
    assertThat(desk.tick(time + 2, 1200).told()).isEmpty();
  }

  @Test
  void stop_thatIsExecutedInPart_takesAnyPriceForTheRest() {
    var desk = new Desk(quietStress(), SPEC).tick(time, 1000).buy("a", stop(1050));
    assertThat(desk.tick(time + 1, 1060).told()).containsExactly("a 30@1061");
    assertThat(desk.tick(time + 2, 900).told()).containsExactly("a 40@901");
  }

  @Test
  void limit_thatIsExecutedInPart_waitsForItsPriceWithTheRest() {
    var desk = new Desk(quietStress(), SPEC).tick(time, 1000).buy("a", limit(950));
    assertThat(desk.tick(time + 1, 940).told()).containsExactly("a 30@941");
    assertThat(desk.tick(time + 2, 960).told()).isEmpty();
    assertThat(desk.tick(time + 3, 930).told()).containsExactly("a 40@931");
  }

  @Test
  void order_thatMustBeExecutedOnArrival_losesItsRestAsIocAndNothingAsFok() {
    var desk = new Desk(quietStress(), SPEC).tick(time, 1000);
    desk.buy("a", MARKET.lasting(TimeInForce.IOC, 0)).buy("b", MARKET.lasting(TimeInForce.FOK, 0));
    assertThat(desk.told()).containsExactly("a 30@1001", "a cancelled UNFILLABLE", "b 70@1001");
  }

  @Test
  void order_ofOneStep_isExecutedWhole() {
    var desk = new Desk(quietStress(), SPEC).tick(time, 1000);
    desk.send(Desk.order("a", Side.BUY, 10, MARKET, 0));
    assertThat(desk.told()).containsExactly("a 10@1001");
  }

  @Test
  void slippage_isUpToTwentyPointsAndEachOfThemHappens() {
    var prices = new TreeSet<Long>();
    var venue = new Desk(FillTier.STRESS, SPEC).tick(time, 1000).venue;
    for (int i = 0; i < 400; i++)
      venue.submit(Desk.order("a" + i, Side.BUY, 10, MARKET, 0));
    for (var report = venue.next(); report != null; report = venue.next())
      if (report instanceof VenueReport.Executed executed) prices.add(executed.price());
    assertThat(prices).hasSize(21);
    assertThat(prices.first()).isEqualTo(1001);
    assertThat(prices.last()).isEqualTo(1021);
  }

  @Test
  void slippage_ofTheSameSeedIsTheSame_ofAnotherAnother() {
    assertThat(fills(7)).isEqualTo(fills(7)).isNotEqualTo(fills(8));
  }

  @Test
  void slippage_ofEachExecutionOfAnOrder_isItsOwn() {
    var desk = new Desk(FillTier.STRESS, SPEC).tick(time, 1000).buy("a", MARKET);
    assertThat(desk.told()).containsExactly("a 30@1006");
    assertThat(desk.tick(time + 1, 1000).told()).containsExactly("a 40@1014");
  }

  @Test
  void arrival_takesHalfASecond() {
    var desk = new Desk(FillTier.STRESS, SPEC).tick(1, 1000);
    assertThat(desk.buy("a", MARKET).tick(LATENCY - 1, 1000).told()).isEmpty();
    assertThat(desk.tick(LATENCY, 1000).told()).hasSize(1);
  }

  private List<String> fills(long seed) {
    var desk = new Desk(FillTier.stress(seed), SPEC).tick(time, 1000);
    for (int i = 0; i < 9; i++)
      desk.buy("a" + i, OrderTerms.MARKET);
    return desk.told();
  }

  /** Only the parts. */
  private static FillTier quietStress() {
    return new FillTier("parts", true, true, false, 0, 0, 0, false, 0, 50);
  }
}
