package io.qkt.backtest.run;

import io.qkt.backtest.Execution;
import io.qkt.backtest.Replay;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.session.Decision;
import java.util.ArrayList;
import java.util.List;

/** A replay that only writes down what it is shown, as "symbol@seconds". */
final class Seen implements Replay {
  final List<String> warm = new ArrayList<>();
  final List<String> shown = new ArrayList<>();
  private final List<Need> needs;

  Seen(Need... needs) {
    this.needs = List.of(needs);
  }

  @Override
  public List<Need> needs() {
    return needs;
  }

  @Override
  public void warm(Instrument instrument, Quote quote) {
    warm.add(text(instrument, quote));
  }

  @Override
  public void onPrice(Instrument instrument, Quote quote, PriceSource source) {
    shown.add(text(instrument, quote));
  }

  private static String text(Instrument instrument, Quote quote) {
    return instrument.symbol() + "@" + quote.time() / 1_000_000.0;
  }

  @Override
  public boolean isShort(Instrument instrument) {
    return false;
  }

  @Override
  public List<Execution> executions() {
    return List.of();
  }

  @Override
  public List<Decision> notes() {
    return List.of();
  }

  @Override
  public long realized() {
    return 0;
  }

  @Override
  public long equity() {
    return 0;
  }
}
