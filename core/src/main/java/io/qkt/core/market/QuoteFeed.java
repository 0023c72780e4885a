package io.qkt.core.market;

import java.util.List;

/** Port: where the quotes of one label come from. Times are feed times. */
public interface QuoteFeed {
  /** The quotes of a symbol with {@code from <= time < to}, in order of time. */
  List<Quote> quotes(String symbol, long from, long to);

  /** The newest quote of a symbol that is not later than {@code time}. */
  Quote latest(String symbol, long time);
}
