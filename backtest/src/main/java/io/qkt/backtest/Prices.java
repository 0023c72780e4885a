package io.qkt.backtest;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;

/** Who is shown prices, in order of time. */
public interface Prices {
  void onPrice(Instrument instrument, Quote quote, PriceSource source);

  /** Whether all that is held of an instrument is short, which decides the path of a bar. */
  boolean isShort(Instrument instrument);
}
