package io.qkt.core.market;

/** Which bars: of one instrument, at one timeframe. */
public record BarKey(Instrument instrument, Timeframe timeframe) {
  @Override
  public String toString() {
    return instrument + " " + timeframe;
  }
}
