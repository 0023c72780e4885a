package io.qkt.core.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.venue.VenueReport.Executed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for any orders in any market. */
final class PaperVenuePropertyTest {
  private static final int SEEDS = 2_000;
  private static final int BARS = 60;
  private static final long BAR = 60_000_000;
  private static final InstrumentSpec SPEC = new InstrumentSpec(Exact.ONE, 10, 10, 1000, 1, 8, 3,
      Exact.ONE, Exact.ONE, 0, 0, null, 0, "");
  private static final FillTier[] TIERS = {FillTier.PAPER, FillTier.MT5_BASIC, FillTier.REALISTIC,
      FillTier.STRESS};

  /** Open, low, high and close. */
  private record Corners(long open, long low, long high, long close) {}

  /** A market of bars and the orders and cancels that come at the open of each. */
  private record Day(List<Corners> bars, List<List<VenueOrder>> orders, List<String> cancels) {}

  @Test
  void executions_ofAnyOrder_neverExceedItsQuantity() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var day = day(seed);
      var quantities = new TreeMap<String, Long>();
      day.orders().forEach(bar -> bar.forEach(o -> quantities.put(o.cid(), o.quantity())));
      var ids = new TreeSet<String>();
      for (var executed : executions(run(tier(seed), day, false))) {
        assertThat(ids.add(executed.execId())).as("seed %d", seed).isTrue();
        assertThat(executed.quantity()).isPositive();
        assertThat(quantities.merge(executed.cid(), -executed.quantity(), Long::sum))
            .as("seed %d", seed)
            .isNotNegative();
      }
    }
  }

  @Test
  void executions_ofAnyGroup_areThoseOfOneOrder() {
    int groups = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var day = day(seed);
      var groupOf = new TreeMap<String, String>();
      day.orders().forEach(bar -> bar.forEach(o -> groupOf.put(o.cid(), o.terms().group())));
      var executed = new TreeMap<String, String>();
      for (var report : executions(run(tier(seed), day, false))) {
        var group = groupOf.get(report.cid());
        if (group.isEmpty()) continue;
        groups++;
        executed.putIfAbsent(group, report.cid());
        assertThat(report.cid()).as("seed %d", seed).isEqualTo(executed.get(group));
      }
    }
    assertThat(groups).isGreaterThan(SEEDS);
  }

  @Test
  void reports_ofTheSameSeed_areTheSame() {
    for (int seed = 0; seed < SEEDS / 10; seed++)
      assertThat(run(FillTier.stress(seed), day(seed), false)).as("seed %d", seed)
          .isEqualTo(run(FillTier.stress(seed), day(seed), false));
  }

  @Test
  void executions_withQuietBarsLeftOut_areThoseWithEveryCornerShown() {
    int skipped = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var day = day(seed);
      var all = new Session(tier(seed), day, false);
      var some = new Session(tier(seed), day, true);
      assertThat(executions(some.run())).as("seed %d", seed).isEqualTo(executions(all.run()));
      skipped += some.skipped;
    }
    assertThat(skipped).isGreaterThan(SEEDS);
  }

  @Test
  void order_thatWasExecuted_isNeverWorseThanItsLimit() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var day = day(seed);
      var orders = new TreeMap<String, VenueOrder>();
      day.orders().forEach(bar -> bar.forEach(o -> orders.put(o.cid(), o)));
      for (var executed : executions(run(tier(seed), day, false))) {
        var order = orders.get(executed.cid());
        if (order.terms().limit() == 0) continue;
        long better = order.side().signed(order.terms().limit() - executed.price());
        assertThat(better).as("seed %d, %s", seed, order).isNotNegative();
      }
    }
  }

  private static FillTier tier(int seed) {
    return TIERS[seed % TIERS.length];
  }

  private static List<VenueReport> run(FillTier tier, Day day, boolean skipping) {
    return new Session(tier, day, skipping).run();
  }

  private static List<Executed> executions(List<VenueReport> reports) {
    return reports.stream()
        .filter(Executed.class::isInstance)
        .map(Executed.class::cast)
        .distinct()
        .toList();
  }

  /** One way to drive a venue through a day. */
  private static final class Session {
    private final PaperVenue venue;
    private final Day day;
    private final boolean skipping;
    private final List<VenueReport> reports = new ArrayList<>();
    private int skipped;

    Session(FillTier tier, Day day, boolean skipping) {
      venue = new PaperVenue(tier, _ -> SPEC);
      this.day = day;
      this.skipping = skipping;
    }

    List<VenueReport> run() {
      for (int bar = 0; bar < day.bars().size(); bar++)
        play(bar, bar * BAR);
      return reports;
    }

    private void play(int bar, long start) {
      var corners = day.bars().get(bar);
      boolean idle = day.orders().get(bar).isEmpty() && day.cancels().get(bar).isEmpty();
      boolean quiet = !venue.touches(Desk.BTC, corners.low(), corners.high())
          && venue.nextDeadline(Desk.BTC) >= start + BAR;
      if (skipping && idle && quiet) {
        skipped++;
        return;
      }
      see(start, corners.open(), PriceSource.BAR_OPEN);
      day.orders().get(bar).forEach(venue::submit);
      if (!day.cancels().get(bar).isEmpty()) venue.cancel(day.cancels().get(bar));
      see(start + BAR / 4, corners.low(), PriceSource.BAR_PATH);
      see(start + BAR / 2, corners.high(), PriceSource.BAR_PATH);
      see(start + BAR - 1, corners.close(), PriceSource.BAR_PATH);
    }

    private void see(long time, long price, PriceSource source) {
      venue.see(Desk.BTC, Quote.at(time, price), source);
      for (var next = venue.next(); next != null; next = venue.next())
        reports.add(next);
    }
  }

  private static Day day(int seed) {
    var cases = new Cases(seed);
    var bars = new ArrayList<Corners>();
    var orders = new ArrayList<List<VenueOrder>>();
    var cancels = new ArrayList<String>();
    long price = 1000;
    for (int bar = 0; bar < BARS; bar++) {
      bars.add(corners(cases, price));
      price = bars.getLast().close();
      orders.add(orders(cases, bar, price));
      cancels.add(cases.oneIn(6) ? cid(cases.between(0, bar + 1), cases.between(0, 3)) : "");
    }
    return new Day(bars, orders, cancels);
  }

  private static Corners corners(Cases cases, long before) {
    long open = before + cases.between(-5, 6);
    long close = open + cases.between(-9, 10);
    long low = Math.min(open, close) - cases.between(0, 6);
    long high = Math.max(open, close) + cases.between(0, 6);
    return new Corners(open, low, high, close);
  }

  private static List<VenueOrder> orders(Cases cases, int bar, long price) {
    var orders = new ArrayList<VenueOrder>();
    long count = cases.oneIn(4) ? cases.between(1, 4) : 0;
    for (long i = 0; i < count; i++)
      orders.add(order(cases, cid(bar, i), bar, price));
    return orders;
  }

  private static VenueOrder order(Cases cases, String cid, int bar, long price) {
    var side = cases.oneIn(2) ? Side.BUY : Side.SELL;
    var group = cases.oneIn(2) ? "g" + bar / 4 : OrderTerms.ALONE;
    var terms = lasting(cases, bar, terms(cases, price)).in(group);
    return Desk.order(cid, side, 10 * cases.between(1, 20), terms, bar * BAR);
  }

  private static OrderTerms terms(Cases cases, long price) {
    long level = price + cases.between(-40, 41);
    return switch ((int) cases.between(0, 7)) {
      case 0 -> OrderTerms.MARKET;
      case 1, 2 -> OrderTerms.limit(level);
      case 3, 4 -> OrderTerms.stop(level);
      default -> OrderTerms.stopLimit(level, level + cases.between(-10, 11));
    };
  }

  private static OrderTerms lasting(Cases cases, int bar, OrderTerms terms) {
    return switch ((int) cases.between(0, 8)) {
      case 0 -> terms.lasting(TimeInForce.IOC, 0);
      case 1 -> terms.lasting(TimeInForce.FOK, 0);
      case 2 -> terms.lasting(TimeInForce.DAY, 0);
      case 3 -> terms.lasting(TimeInForce.GTD, (bar + cases.between(0, 20)) * BAR + 7);
      default -> terms;
    };
  }

  private static String cid(long bar, long number) {
    return "o" + bar + "x" + number;
  }
}
