package io.qkt.backtest.instrument;

import io.qkt.backtest.instrument.YamlItems.Entry;
import io.qkt.backtest.instrument.YamlItems.Item;
import io.qkt.backtest.instrument.YamlItems.Wrong;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.dsl.issue.Nearest;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;

/** What one item of the file says of its instrument. */
final class SpecReader {
  private static final int DIGITS_MAX = Exact.SCALE;
  private static final int POINTS_MAX = 1_000_000;
  private static final int HOUR_MAX = 23;
  private static final int DAY_LETTERS = 3;

  private final Item item;

  SpecReader(Item item) {
    this.item = item;
    item.entries().values().forEach(SpecReader::requireKnown);
    for (var key : SpecKey.values()) {
      if (key.isRequired() && entry(key) == null) {
        throw new Wrong(item.line(), "an instrument must have the key '%s', had none".formatted(
            key.word()));
      }
    }
  }

  private static void requireKnown(Entry entry) {
    if (SpecKey.of(entry.key()).isPresent()) return;
    var near = Nearest.to(entry.key(), SpecKey.words())
        .map("; the nearest one is '%s'"::formatted)
        .orElse("");
    throw new Wrong(entry.line(), "a key must be one of %s, was '%s'%s".formatted(String.join(", ",
        SpecKey.words()), entry.key(), near));
  }

  private Entry entry(SpecKey key) {
    return item.entries().get(key.word());
  }

  Instrument instrument() {
    var entry = entry(SpecKey.SYMBOL);
    try {
      return Instrument.parse(entry.value());
    } catch (IllegalArgumentException e) {
      throw new Wrong(entry.line(), e.getMessage());
    }
  }

  InstrumentSpec spec() {
    return new InstrumentSpec(positive(SpecKey.CONTRACT_SIZE), positive(SpecKey.VOLUME_STEP),
        amount(SpecKey.VOLUME_MIN), amount(SpecKey.VOLUME_MAX), positive(SpecKey.POINT_SIZE),
        whole(SpecKey.DIGITS, DIGITS_MAX), whole(SpecKey.STOPS_LEVEL, POINTS_MAX),
        amount(SpecKey.COMMISSION), amount(SpecKey.SLIPPAGE), number(SpecKey.SWAP_LONG),
        number(SpecKey.SWAP_SHORT), day(), whole(SpecKey.SWAP_HOUR, HOUR_MAX), "");
  }

  /** 0 for a key that may be missing and is. */
  private long number(SpecKey key) {
    var entry = entry(key);
    if (entry == null) return 0;
    try {
      return Exact.parse(entry.value());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new Wrong(entry.line(), key.word() + ": " + e.getMessage());
    }
  }

  private long amount(SpecKey key) {
    return requireAtLeast(key, number(key), 0, "0 or more");
  }

  private long positive(SpecKey key) {
    return requireAtLeast(key, number(key), 1, "above 0");
  }

  private long requireAtLeast(SpecKey key, long value, long least, String words) {
    if (value >= least) return value;
    throw new Wrong(entry(key).line(), "%s must be %s, was %s".formatted(key.word(), words,
        Exact.text(value)));
  }

  private int whole(SpecKey key, int max) {
    long value = number(key);
    if (value >= 0 && value <= max * Exact.ONE && value % Exact.ONE == 0)
      return (int) (value / Exact.ONE);
    throw new Wrong(entry(key).line(), "%s must be a whole number from 0 to %d, was %s".formatted(
        key.word(), max, Exact.text(value)));
  }

  /** By its name or the first three letters of it. */
  private DayOfWeek day() {
    var entry = entry(SpecKey.SWAP_TRIPLE_DAY);
    if (entry == null) return null;
    var word = entry.value().toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> word.equals(day.name()) || word.equals(day.name().substring(0, DAY_LETTERS)))
        .findFirst()
        .orElseThrow(() -> new Wrong(entry.line(),
            "swapTripleDay must be a day such as WEDNESDAY, was '%s'".formatted(entry.value())));
  }
}
