package io.qkt.backtest.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of an instrument, as the file writes them. */
enum SpecKey {
  SYMBOL("qktSymbol", true), CONTRACT_SIZE("contractSize", true), VOLUME_STEP("volumeStep", true),
  VOLUME_MIN("volumeMin", true), VOLUME_MAX("volumeMax", false), POINT_SIZE("pointSize", true),
  DIGITS("digits", true), STOPS_LEVEL("tradeStopsLevelPoints", true),
  COMMISSION("commissionPerLot", false), SLIPPAGE("slippagePoints", false),
  SWAP_LONG("swapLongPoints", false), SWAP_SHORT("swapShortPoints", false),
  SWAP_TRIPLE_DAY("swapTripleDay", false), SWAP_HOUR("swapRolloverHourUtc", false);

  private final String word;
  private final boolean required;

  SpecKey(String word, boolean required) {
    this.word = word;
    this.required = required;
  }

  String word() {
    return word;
  }

  boolean isRequired() {
    return required;
  }

  static Optional<SpecKey> of(String word) {
    return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(SpecKey::word).toList();
  }
}
