package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarPath;
import io.qkt.core.market.Quote;
import java.util.List;

/**
 * A bar on its way through its corners. One walk for each instrument, the one with the earliest
 * {@link #time} shown next, gives the prices of several instruments in order of time.
 */
public final class BarWalk {
  private Bar bar;
  private int corner = BarPath.CORNERS;
  private boolean isShort;

  /** Shows bars of one open time and length, so that no market runs ahead of another. */
  public static void together(List<Bar> bars, Prices shown) {
    var walks = bars.stream().map(BarWalk::of).toList();
    for (int corner = 0; corner < BarPath.CORNERS; corner++)
      walks.forEach(walk -> walk.show(shown));
  }

  private static BarWalk of(Bar bar) {
    var walk = new BarWalk();
    walk.begin(bar);
    return walk;
  }

  public void begin(Bar newBar) {
    bar = newBar;
    corner = 0;
  }

  public boolean isDone() {
    return corner == BarPath.CORNERS;
  }

  /** When the next corner is reached. */
  public long time() {
    return BarPath.time(bar.openTime(), bar.key().timeframe().micros(), corner);
  }

  /** Shows the next corner. The first one after the open settles which way the bar goes. */
  public void show(Prices shown) {
    var instrument = bar.key().instrument();
    if (corner == 1) isShort = shown.isShort(instrument);
    long price = BarPath.price(bar.open(), bar.high(), bar.low(), bar.close(), isShort, corner);
    long volume = corner == 0 ? bar.volume() : 0;
    var quote = new Quote(time(), 0, 0, price, volume);
    shown.onPrice(instrument, quote, BarPath.source(bar, corner++));
  }
}
