package io.qkt.core.indicator.session;

import io.qkt.core.indicator.NamedIndicator;

/** What the indicators over whole bars have in common: the shape of their input. */
abstract class CandleIndicator extends NamedIndicator {
  static final int OPEN = 0;
  static final int HIGH_PRICE = 1;
  static final int LOW_PRICE = 2;
  static final int CLOSE = 3;
  static final int VOLUME = 4;

  CandleIndicator(String name, String summary, Parameter... parameters) {
    super(name, summary, Inputs.CANDLE, parameters);
  }
}
