package io.qkt.core.indicator.session;

import io.qkt.core.indicator.Indicator;

/** What the indicators over whole bars have in common: two words and the shape of their input. */
abstract class CandleIndicator implements Indicator {
  static final int OPEN = 0;
  static final int HIGH_PRICE = 1;
  static final int LOW_PRICE = 2;
  static final int CLOSE = 3;
  static final int VOLUME = 4;

  private final String name;
  private final String summary;

  CandleIndicator(String name, String summary) {
    this.name = name;
    this.summary = summary;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final Inputs inputs() {
    return Inputs.CANDLE;
  }
}
