package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarPath;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import java.util.List;
import java.util.function.Predicate;

/** Bars of one open time and length as the corners of their paths, no market ahead of another. */
final class Corners {

  /** Who is shown prices. */
  @FunctionalInterface
  interface Prices {
    void see(Instrument instrument, Quote quote, PriceSource source);
  }

  private Corners() {}

  static void show(List<Bar> bars, Predicate<Instrument> isShort, Prices shown) {
    var falls = new boolean[bars.size()];
    for (int corner = 0; corner < BarPath.CORNERS; corner++) {
      for (int i = 0; i < falls.length; i++) {
        var bar = bars.get(i);
        var instrument = bar.key().instrument();
        // Decided once the market has been at the open, and then for the whole bar.
        if (corner == 1) falls[i] = isShort.test(instrument);
        shown.see(instrument, corner(bar, corner, falls[i]), BarPath.source(corner));
      }
    }
  }

  private static Quote corner(Bar bar, int corner, boolean isShort) {
    long price = BarPath.price(bar.open(), bar.high(), bar.low(), bar.close(), isShort, corner);
    long time = BarPath.time(bar.openTime(), bar.key().timeframe().micros(), corner);
    return new Quote(time, 0, 0, price, corner == 0 ? bar.volume() : 0);
  }
}
