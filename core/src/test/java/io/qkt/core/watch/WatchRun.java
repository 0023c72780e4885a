package io.qkt.core.watch;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.Side;
import java.util.ArrayList;
import java.util.List;

/** A market of one instrument in front of a {@link TickWatch}; each tick comes a second later. */
final class WatchRun {
  static final Instrument BTC = Instrument.parse("SIM:BTCUSDT");
  static final Instrument ETH = Instrument.parse("SIM:ETHUSDT");
  static final long SECOND = 1_000_000;
  static final long NEVER = Long.MAX_VALUE;

  final TickWatch watch = new TickWatch();
  private long time;

  static WatchRun of(Watch... watches) {
    var run = new WatchRun();
    for (var watch : watches)
      run.watch.arm(watch);
    return run;
  }

  /** A stop that protects what was bought at 100. */
  static Watch.HeldStop sell(Watch.Trail trail) {
    return new Watch.HeldStop(1, BTC, Side.SELL, trail, 100, 100, 0);
  }

  /** A stop that protects what was sold at 100. */
  static Watch.HeldStop buy(Watch.Trail trail) {
    return new Watch.HeldStop(1, BTC, Side.BUY, trail, 100, 100, 0);
  }

  static Watch.Tier tier(long threshold, long expiresAt) {
    return new Watch.Tier(1, BTC, Side.BUY, 100, false, threshold, 0, expiresAt, 100);
  }

  static Watch.Tier adverseTier(long threshold, long recover) {
    return new Watch.Tier(1, BTC, Side.BUY, 100, true, threshold, recover, NEVER, 100);
  }

  /** Wires at 110 and 90. */
  static Watch.Latch latch(Watch.Confirm confirm) {
    return new Watch.Latch(1, BTC, 110, 90, confirm, NEVER);
  }

  /** What ticks of these prices, one after the other, made fire. */
  List<Watch.Fired> ticks(long... prices) {
    return see(PriceSource.TICK, prices);
  }

  List<Watch.Fired> path(long... prices) {
    return see(PriceSource.BAR_PATH, prices);
  }

  private List<Watch.Fired> see(PriceSource source, long... prices) {
    var fired = new ArrayList<Watch.Fired>();
    for (long price : prices) {
      time += SECOND;
      fired.addAll(see(Quote.at(time, price), source));
    }
    return fired;
  }

  List<Watch.Fired> see(Quote quote, PriceSource source) {
    watch.see(BTC, quote, source);
    var fired = new ArrayList<Watch.Fired>();
    for (var next = watch.next(); next != null; next = watch.next())
      fired.add(next);
    return fired;
  }

  List<Watch.Fired> quote(long bid, long ask, long last) {
    time += SECOND;
    return see(new Quote(time, bid, ask, last, 0), PriceSource.TICK);
  }

  /** The instant of the last tick. */
  long time() {
    return time;
  }
}
