package io.qkt.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.market.BarPath;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TickWatchPropertyTest {
  private static final int SEEDS = 10_000;
  private static final long BAR = 100;

  @Test
  void see_anyQuotes_firesWhatTheNaiveSearchFinds() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var any = new AnyWatches(new Cases(seed));
      var watches = any.several(4);
      var quotes = any.quotes(40);
      var naive = new NaiveWatch(quotes);
      var expected = watches.stream()
          .map(naive::firing)
          .filter(Objects::nonNull)
          .sorted(Comparator.comparingLong(Watch.Fired::time))
          .toList();
      assertThat(firings(watches, quotes)).as("seed %d", seed)
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("extremes")
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void see_theSameQuotesAgain_firesTheSameWhateverTheOrderOfArming() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var any = new AnyWatches(new Cases(seed));
      var watches = any.several(5);
      var quotes = any.quotes(30);
      assertThat(firings(watches.reversed(), quotes)).as("seed %d", seed)
          .isEqualTo(firings(watches, quotes));
    }
  }

  @Test
  void absorb_ofAllThatTouchesNothing_isLikeCornerByCorner() {
    int absorbed = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var cases = new Cases(seed);
      var any = new AnyWatches(cases);
      var watches = any.several(3);
      var corners = WatchRun.of(watches.toArray(Watch[]::new));
      var skipping = WatchRun.of(watches.toArray(Watch[]::new));
      var bars = any.bars(15);
      for (int i = 0; i < bars.size(); i++) {
        boolean isShort = cases.oneIn(2);
        var fired = corners(corners, bars.get(i), i * BAR, isShort);
        boolean touches = touches(skipping, bars.get(i), (i + 1) * BAR, cases.oneIn(4));
        if (touches) {
          assertThat(corners(skipping, bars.get(i), i * BAR, isShort)).isEqualTo(fired);
        } else {
          absorbed++;
          assertThat(fired).as("seed %d, bar %d", seed, i).isEmpty();
          skipping.watch.absorb(WatchRun.BTC, bars.get(i)[1], bars.get(i)[2], (i + 1) * BAR);
        }
        assertThat(skipping.watch.extremes(WatchRun.BTC)).as("seed %d", seed)
            .isEqualTo(corners.watch.extremes(WatchRun.BTC));
      }
    }
    assertThat(absorbed).isGreaterThan(SEEDS);
  }

  @Test
  void see_theCornersOfABar_firesWhatEachPriceBetweenThemWould() {
    int told = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var cases = new Cases(seed);
      var any = new AnyWatches(cases);
      var watches = any.several(5).stream().filter(TickWatchPropertyTest::isOfPriceAlone).toList();
      var corners = WatchRun.of(watches.toArray(Watch[]::new));
      var everyPrice = WatchRun.of(watches.toArray(Watch[]::new));
      for (var bar : any.bars(15)) {
        var fired = levels(corners(corners, bar, 0, false));
        assertThat(fired).as("seed %d", seed).isEqualTo(levels(walk(everyPrice, bar)));
        told += fired.size();
      }
    }
    assertThat(told).isGreaterThan(SEEDS);
  }

  /** Time does nothing to it; and a breach along a path is not its own retest. */
  private static boolean isOfPriceAlone(Watch watch) {
    return switch (watch) {
      case Watch.HeldStop stop -> !(stop.trail() instanceof Watch.Trail.Tightening);
      case Watch.Latch latch -> latch.confirm() instanceof Watch.Confirm.None;
      case Watch.Excursion _,Watch.Tier _ -> true;
    };
  }

  private static List<Watch.Fired> walk(WatchRun run, long[] bar) {
    var fired = new ArrayList<>(run.see(Quote.at(0, bar[0]), PriceSource.TICK));
    long price = bar[0];
    for (long corner : new long[]{bar[1], bar[2], bar[3]}) {
      do {
        price += Long.signum(corner - price) * 100;
        fired.addAll(run.see(Quote.at(0, price), PriceSource.TICK));
      } while (price != corner);
    }
    return fired;
  }

  private static List<String> levels(List<Watch.Fired> fired) {
    return fired.stream()
        .map(f -> f.watch() + " at " + f.level() + " up " + f.up())
        .sorted()
        .toList();
  }

  @Test
  void from_theExtremesOfAnyInstant_firesAsIfNothingHadHappened() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var cases = new Cases(seed);
      var any = new AnyWatches(cases);
      var watches = any.several(4).stream().filter(w -> !(w instanceof Watch.Latch)).toList();
      var quotes = any.quotes(30);
      int cut = (int) cases.between(0, quotes.size());
      var run = WatchRun.of(watches.toArray(Watch[]::new));
      var fired = fire(run, quotes.subList(0, cut));
      var restarted = new WatchRun();
      for (var seen : run.watch.extremes(WatchRun.BTC))
        restarted.watch.arm(byId(watches, seen.watch()).from(seen));
      fired.addAll(fire(restarted, quotes.subList(cut, quotes.size())));
      assertThat(fired).as("seed %d", seed).isEqualTo(firings(watches, quotes));
    }
  }

  @Test
  void level_onAnyQuotesInAnyOrder_neverMovesAgainstThePosition() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var cases = new Cases(seed);
      var any = new AnyWatches(cases);
      var stop = any.stop(1);
      var sentry = new StopSentry(stop);
      long level = sentry.level();
      for (var quote : any.quotes(30)) {
        long early = cases.oneIn(3) ? cases.between(0, 300) : 0;
        sentry.see(Quote.at(quote.time() - early, quote.price()), PriceSource.TICK);
        if (stop.side() == Side.SELL)
          assertThat(sentry.level()).as("seed %d", seed).isGreaterThanOrEqualTo(level);
        else
          assertThat(sentry.level()).as("seed %d", seed).isLessThanOrEqualTo(level);
        level = sentry.level();
      }
    }
  }

  /** Half of the callers do not say when the bar ends. */
  private static boolean touches(WatchRun run, long[] bar, long endTime, boolean withoutEnd) {
    return withoutEnd
        ? run.watch.touches(WatchRun.BTC, bar[1], bar[2])
        : run.watch.touches(WatchRun.BTC, bar[1], bar[2], endTime);
  }

  private static List<Watch.Fired> corners(WatchRun run, long[] bar, long start, boolean isShort) {
    var fired = new ArrayList<Watch.Fired>();
    for (int corner = 0; corner < BarPath.CORNERS; corner++) {
      long price = BarPath.price(bar[0], bar[2], bar[1], bar[3], isShort, corner);
      // Bars here are shorter than a real one, so their last corner is a tick before the end.
      long time = start + (corner == 3 ? BAR - 1 : corner * BAR / 4);
      var source = corner == 0 ? PriceSource.BAR_OPEN : PriceSource.BAR_PATH;
      fired.addAll(run.see(Quote.at(time, price), source));
    }
    return fired;
  }

  private static List<Watch.Fired> firings(List<Watch> watches, List<Quote> quotes) {
    return fire(WatchRun.of(watches.toArray(Watch[]::new)), quotes);
  }

  private static List<Watch.Fired> fire(WatchRun run, List<Quote> quotes) {
    var fired = new ArrayList<Watch.Fired>();
    for (var quote : quotes)
      fired.addAll(run.see(quote, PriceSource.TICK));
    return fired;
  }

  private static Watch byId(List<Watch> watches, long id) {
    return watches.stream().filter(w -> w.id() == id).findFirst().orElseThrow();
  }
}
