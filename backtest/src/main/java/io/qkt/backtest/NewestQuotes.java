package io.qkt.backtest;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newest quote of each instrument. Hot: a quote of the same one as before costs no look-up. */
final class NewestQuotes {
  private final Map<Instrument, Quote> others = new LinkedHashMap<>();
  private Instrument last;
  private Quote newest;

  void see(Instrument instrument, Quote quote) {
    if (last != instrument && last != null) others.put(last, newest);
    last = instrument;
    newest = quote;
  }

  /** Null for one that was never seen. */
  Quote of(Instrument instrument) {
    return instrument.equals(last) ? newest : others.get(instrument);
  }
}
