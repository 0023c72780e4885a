package io.qkt.core.watch;

import io.qkt.core.Cases;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.watch.Watch.Confirm;
import io.qkt.core.watch.Watch.Trail;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches of every kind around a price of 100,000 and markets that wander there. Everything is a
 * multiple of 100, so that no percentage is rounded.
 */
final class AnyWatches {
  static final Instrument BTC = WatchRun.BTC;
  private static final long STEP = 100;
  private static final long MIDDLE = 100_000;

  private final Cases cases;

  AnyWatches(Cases cases) {
    this.cases = cases;
  }

  List<Watch> several(int most) {
    var watches = new ArrayList<Watch>();
    long count = cases.between(1, most + 1);
    for (int id = 0; id < count; id++)
      watches.add(any(id));
    return watches;
  }

  private Watch any(long id) {
    return switch ((int) cases.between(0, 7)) {
      case 0 -> new Watch.Excursion(id, BTC, side(), MIDDLE, MIDDLE, MIDDLE);
      case 1 -> tier(id);
      case 2, 3 -> latch(id);
      default -> stop(id);
    };
  }

  Watch.HeldStop stop(long id) {
    var side = side();
    return new Watch.HeldStop(id, BTC, side, trail(side), MIDDLE, MIDDLE, cases.between(0, 50));
  }

  private Watch tier(long id) {
    return new Watch.Tier(id, BTC, side(), MIDDLE, cases.oneIn(2), distance(), distance(),
        expiry(), MIDDLE);
  }

  private Watch latch(long id) {
    long up = MIDDLE + distance();
    return new Watch.Latch(id, BTC, up, cases.oneIn(20) ? up : MIDDLE - distance(), confirm(),
        expiry());
  }

  private Confirm confirm() {
    return switch ((int) cases.between(0, 5)) {
      case 0 -> new Confirm.None();
      case 1 -> new Confirm.CloseBeyond();
      case 2 -> new Confirm.TimeInBreach(cases.between(0, 160));
      default -> new Confirm.RetestHold(cases.between(0, 4) * STEP, cases.between(0, 150));
    };
  }

  private Trail trail(Side side) {
    return switch ((int) cases.between(0, 5)) {
      case 0 -> new Trail.By(distance());
      case 1 -> new Trail.Percent(cases.between(1, 4) * Exact.ONE);
      case 2 -> new Trail.Armed(distance(), distance());
      case 3 -> stepped(side);
      default -> new Trail.Tightening(distance(), cases.between(0, 3) * STEP,
          cases.between(1, 60), cases.between(0, 8) * STEP);
    };
  }

  private Trail stepped(Side side) {
    long first = distance();
    long second = first + distance();
    long level = side == Side.SELL ? MIDDLE - distance() : MIDDLE + distance();
    return new Trail.Stepped(level, new long[]{first, second},
        new long[]{offset(first), offset(second)});
  }

  /** A step that would lie beyond the price that reaches it is no stop. */
  private long offset(long afterMfe) {
    return Math.min(afterMfe, cases.between(-3, 9) * STEP);
  }

  private long distance() {
    return cases.between(1, 13) * STEP;
  }

  private long expiry() {
    return cases.oneIn(2) ? Long.MAX_VALUE : cases.between(100, 1_500);
  }

  private Side side() {
    return cases.oneIn(2) ? Side.BUY : Side.SELL;
  }

  /** With and without sides, some bad, in order of time. */
  List<Quote> quotes(int count) {
    var quotes = new ArrayList<Quote>();
    long time = cases.between(0, 60);
    long price = MIDDLE;
    for (int i = 0; i < count; i++) {
      time += cases.between(0, 60);
      price += cases.between(-4, 5) * STEP;
      quotes.add(quote(time, price));
    }
    return quotes;
  }

  private Quote quote(long time, long price) {
    if (cases.oneIn(15))
      return new Quote(time, price + STEP, price, price, 0);
    if (cases.oneIn(2))
      return Quote.at(time, price);
    return new Quote(time, price - cases.between(0, 4) * STEP, price + cases.between(0, 4) * STEP,
        price, 0);
  }

  /** Open, low, high and close of bars, most of them beginning where the last one ended. */
  List<long[]> bars(int count) {
    var bars = new ArrayList<long[]>();
    long close = MIDDLE;
    for (int i = 0; i < count; i++) {
      long open = cases.oneIn(3) ? close + cases.between(-9, 10) * STEP : close;
      close = open + cases.between(-3, 4) * STEP;
      bars.add(new long[]{open, Math.min(open, close) - cases.between(0, 4) * STEP,
          Math.max(open, close) + cases.between(0, 4) * STEP, close});
    }
    return bars;
  }
}
