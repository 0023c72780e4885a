package io.qkt.core.draft;

import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The instruments of a program, each once, and which of its streams show which. */
public final class Instruments {
  private static final int UNKNOWN = -1;

  private final List<Instrument> all = new ArrayList<>();
  private final List<InstrumentSpec> specs;
  private final List<BarKey> keys;
  private final int[] ofStream;

  public Instruments(Program program, Function<Instrument, InstrumentSpec> specsOf) {
    keys = program.streams().stream().map(stream -> stream.key()).toList();
    ofStream = new int[keys.size()];
    for (int i = 0; i < ofStream.length; i++) {
      var instrument = keys.get(i).instrument();
      if (!all.contains(instrument)) all.add(instrument);
      ofStream[i] = all.indexOf(instrument);
    }
    specs = all.stream().map(specsOf).toList();
  }

  public int count() {
    return all.size();
  }

  public Instrument get(int place) {
    return all.get(place);
  }

  public InstrumentSpec spec(int place) {
    return specs.get(place);
  }

  public List<InstrumentSpec> specs() {
    return specs;
  }

  public int ofStream(int stream) {
    return ofStream[stream];
  }

  public int placeOf(Instrument instrument) {
    return all.indexOf(instrument);
  }

  /** The first stream that shows an instrument. */
  public int streamOf(int instrument) {
    for (int stream = 0; stream < ofStream.length; stream++) {
      if (ofStream[stream] == instrument) return stream;
    }
    throw new IllegalStateException("an instrument must have a stream, has none: " + instrument);
  }

  /** The stream of these bars, or -1. */
  public int streamOf(BarKey key) {
    return keys.getFirst() == key ? 0 : keys.indexOf(key);
  }

  public boolean knows(Instrument instrument) {
    return placeOf(instrument) != UNKNOWN;
  }
}
