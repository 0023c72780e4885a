package io.qkt.backtest.text;

import java.util.ArrayList;
import java.util.List;

/** What a text has declared so far, and what it has decided not to use together. */
final class Declared {
  /** Streams of markets that may be traded. */
  final List<String> markets = new ArrayList<>();
  /** Everything that has bars. */
  final List<String> streams = new ArrayList<>();
  final List<String> numbers = new ArrayList<>();
  final List<String> conditions = new ArrayList<>();
  /** LETs that are numbers, of which a snapshot can be asked. */
  final List<String> lets = new ArrayList<>();
  final List<String> sequences = new ArrayList<>();
  boolean hasBasket;
  boolean hasDefaultExits;
  boolean hasDefaultTime;
  /** RESIZE and exits do not go together on one stream. */
  boolean resizes;

  String market(Cases cases) {
    return cases.oneOf(markets);
  }

  String stream(Cases cases) {
    return cases.oneOf(streams);
  }
}
