package io.qkt.core.draft;

import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.position.Conversion;
import io.qkt.core.program.Program;
import io.qkt.core.program.StreamPlan.Source;
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
  private final int[] twins;
  private final int[][] traded;
  private final boolean[] isMarket;
  /** What was looked up last, which is mostly what is looked up next. */
  private BarKey lastKey;
  private int lastStream;
  private Instrument lastInstrument;
  private int lastPlace;

  public Instruments(Program program, Function<Instrument, InstrumentSpec> specsOf) {
    keys = program.streams().stream().map(stream -> stream.key()).toList();
    ofStream = new int[keys.size()];
    for (int i = 0; i < ofStream.length; i++) {
      var instrument = keys.get(i).instrument();
      if (!all.contains(instrument)) all.add(instrument);
      ofStream[i] = all.indexOf(instrument);
    }
    traded = new int[keys.size()][];
    isMarket = new boolean[keys.size()];
    for (int i = 0; i < traded.length; i++) {
      traded[i] = traded(program.streams().get(i).source(), i);
      isMarket[i] = program.streams().get(i).isMarket();
    }
    twins = new int[keys.size()];
    for (int i = 0; i < twins.length; i++) {
      int behind = keys.subList(i + 1, keys.size()).indexOf(keys.get(i));
      twins[i] = behind < 0 ? UNKNOWN : i + 1 + behind;
    }
    specs = all.stream().map(specsOf).toList();
  }

  private int[] traded(Source source, int stream) {
    return switch (source) {
      case Source.Basket(var constituents) ->
          constituents.stream().mapToInt(constituent -> ofStream[constituent]).toArray();
      case Source.Market _,Source.Equity _ -> new int[]{ofStream[stream]};
    };
  }

  /** Whether a stream shows a market, whose closes are prices. */
  public boolean isMarket(int stream) {
    return isMarket[stream];
  }

  /** What is traded where a stream is: its instrument, or those of a basket's constituents. */
  public int[] traded(int stream) {
    return traded[stream];
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

  /** Hot: also asked of every bar whose path is walked. */
  public int placeOf(Instrument instrument) {
    if (instrument != lastInstrument) {
      lastPlace = all.indexOf(instrument);
      lastInstrument = instrument;
    }
    return lastPlace;
  }

  /** The first stream that shows an instrument. */
  public int streamOf(int instrument) {
    for (int stream = 0; stream < ofStream.length; stream++) {
      if (ofStream[stream] == instrument) return stream;
    }
    throw new IllegalStateException("an instrument must have a stream, has none: " + instrument);
  }

  /** By instrument: which stream tells the rate of its currency to that of the account. */
  public List<Conversion.Source> rates(String accountCurrency) {
    return specs.stream().map(spec -> rate(spec.currency(), accountCurrency)).toList();
  }

  private Conversion.Source rate(String currency, String account) {
    if (currency.isEmpty() || currency.equals(account)) return Conversion.Source.SAME;
    for (int stream = 0; stream < ofStream.length; stream++) {
      if (!isMarket[stream]) continue;
      if (quotes(stream, currency + account)) return new Conversion.Source(stream, false);
      if (quotes(stream, account + currency)) return new Conversion.Source(stream, true);
    }
    return Conversion.Source.NONE;
  }

  /** Venues write a pair with a slash or something behind it. */
  private boolean quotes(int stream, String pair) {
    return keys.get(stream).instrument().symbol().replace("/", "").startsWith(pair);
  }

  /** The next stream of the same bars, under another name, or -1. */
  public int twinOf(int stream) {
    return twins[stream];
  }

  /** The first stream of these bars, or -1. Hot. */
  public int streamOf(BarKey key) {
    if (key != lastKey) {
      lastStream = keys.indexOf(key);
      lastKey = key;
    }
    return lastStream;
  }

  public boolean knows(Instrument instrument) {
    return placeOf(instrument) != UNKNOWN;
  }
}
