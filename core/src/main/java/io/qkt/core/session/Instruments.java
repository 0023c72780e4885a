package io.qkt.core.session;

import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.program.Program;
import java.util.ArrayList;
import java.util.List;

/** The instruments of a program, each once, and which of its streams show which. */
final class Instruments {
  private static final int UNKNOWN = -1;

  private final List<Instrument> all = new ArrayList<>();
  private final List<InstrumentSpec> specs;
  private final List<BarKey> keys;
  private final int[] ofStream;

  Instruments(Program program, AccountPlan account) {
    keys = program.streams().stream().map(stream -> stream.key()).toList();
    ofStream = new int[keys.size()];
    for (int i = 0; i < ofStream.length; i++) {
      var instrument = keys.get(i).instrument();
      if (!all.contains(instrument)) all.add(instrument);
      ofStream[i] = all.indexOf(instrument);
    }
    specs = all.stream().map(account.specs()).toList();
  }

  int count() {
    return all.size();
  }

  Instrument get(int place) {
    return all.get(place);
  }

  InstrumentSpec spec(int place) {
    return specs.get(place);
  }

  List<InstrumentSpec> specs() {
    return specs;
  }

  int ofStream(int stream) {
    return ofStream[stream];
  }

  int placeOf(Instrument instrument) {
    return all.indexOf(instrument);
  }

  /** The first stream that shows an instrument. */
  int streamOf(int instrument) {
    for (int stream = 0; stream < ofStream.length; stream++) {
      if (ofStream[stream] == instrument) return stream;
    }
    throw new IllegalStateException("an instrument must have a stream, has none: " + instrument);
  }

  /** The stream of these bars, or -1. */
  int streamOf(BarKey key) {
    return keys.getFirst() == key ? 0 : keys.indexOf(key);
  }

  boolean knows(Instrument instrument) {
    return placeOf(instrument) != UNKNOWN;
  }
}
