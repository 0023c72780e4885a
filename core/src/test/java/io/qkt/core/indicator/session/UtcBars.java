package io.qkt.core.indicator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.IndicatorRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Bars at times of the day, and days of them told apart by the calendar, which shares no arithmetic
 * with the indicators.
 */
final class UtcBars {
  static final double NONE = Double.NaN;

  private static final long MINUTE = 60_000_000L;
  private static final long MONDAY = 20_054;
  private static final int[] MINUTES = {15, 30, 60, 240, 420, 1_440};

  private UtcBars() {}

  record Bar(long time, double open, double high, double low, double close, double volume) {
    LocalDateTime opened() {
      return LocalDateTime.ofInstant(Instant.ofEpochSecond(time / 1_000_000), ZoneOffset.UTC);
    }

    double typical() {
      return (high + low + close) / 3;
    }
  }

  /** The bars of one day of a window, and whether the first of them opens exactly at its start. */
  record Day(List<Bar> bars, boolean whole) {
    double high() {
      return bars.stream().mapToDouble(Bar::high).max().getAsDouble();
    }

    double low() {
      return bars.stream().mapToDouble(Bar::low).min().getAsDouble();
    }
  }

  /** Day 0 is a Monday. */
  static long at(int day, int hour, int minute) {
    return (((MONDAY + day) * 24 + hour) * 60 + minute) * MINUTE;
  }

  static Bar bar(long time, double open, double high, double low, double close) {
    return new Bar(time, open, high, low, close, 1);
  }

  /** A bar of one price. */
  static Bar flat(long time, double price) {
    return bar(time, price, price, price, price);
  }

  /** What the indicator answers to each bar. */
  static double[] run(Indicator indicator, List<Bar> bars, double... args) {
    assertThat(indicator.misfit(args)).isNull();
    var run = new IndicatorRun(indicator, args);
    return bars.stream()
        .mapToDouble(
            b -> run.update(b.time, b.open, b.high, b.low, b.close, b.volume))
        .toArray();
  }

  /** Bars of one length over days, with single ones missing, and pauses of hours and of days. */
  static List<Bar> random(Cases cases, int count) {
    long length = MINUTES[(int) cases.between(0, MINUTES.length)] * MINUTE;
    long time = Math.floorDiv(at(0, 0, 0), length) * length + cases.between(0, 90) * length;
    double price = cases.between(50, 150);
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < count; i++) {
      double open = price + cases.between(-20, 21) / 64.0;
      double close = open + cases.between(-64, 65) / 64.0;
      double high = Math.max(open, close) + cases.between(0, 33) / 64.0;
      double low = Math.min(open, close) - cases.between(0, 33) / 64.0;
      double volume = cases.oneIn(6) ? 0 : cases.between(1, 1_000_000) / 1e3;
      bars.add(new Bar(time, open, high, low, close, volume));
      price = Math.max(20, close);
      time += length * (cases.oneIn(20) ? cases.between(2, 7) : 1);
      if (cases.oneIn(60))
        time = Math.floorDiv(time + 49 * 60 * MINUTE, length) * length;
    }
    return bars;
  }

  /** The days so far of a window that starts at this minute of the day, the oldest first. */
  static List<Day> days(List<Bar> bars, int startMinute, int minutes) {
    var byDate = new TreeMap<LocalDate, List<Bar>>();
    for (Bar bar : bars) {
      var shifted = bar.opened().minusMinutes(startMinute);
      if (shifted.toLocalTime().toSecondOfDay() < minutes * 60)
        byDate.computeIfAbsent(shifted.toLocalDate(), _ -> new ArrayList<>()).add(bar);
    }
    return byDate.entrySet().stream().map(day -> {
      var start = day.getKey().atStartOfDay().plusMinutes(startMinute);
      return new Day(day.getValue(), day.getValue().getFirst().opened().equals(start));
    }).toList();
  }

  /** The days of the window that are over when the last of these bars has closed. */
  static List<Day> daysOver(List<Bar> bars, int startMinute, int minutes) {
    var days = days(bars, startMinute, minutes);
    boolean open = !days.isEmpty() && days.getLast().bars().getLast() == bars.getLast();
    return open ? days.subList(0, days.size() - 1) : days;
  }

  static Day lastWhole(List<Day> days) {
    return days.stream().filter(Day::whole).reduce((_, last) -> last).orElse(null);
  }

  /** What a definition says about the bars so far. */
  interface Definition {
    double of(List<Bar> soFar);
  }

  /** The values equal what the definition says of each beginning of these bars. */
  static void assertAgrees(Indicator indicator, List<Bar> bars, Definition naive, double... args) {
    var values = run(indicator, bars, args);
    for (int i = 0; i < values.length; i++) {
      double expected = naive.of(bars.subList(0, i + 1));
      assertClose(values[i], expected, "%s at bar %d, %s".formatted(indicator.name(), i,
          Arrays.toString(args)));
    }
  }

  static void assertClose(double value, double expected, String where) {
    if (Double.isNaN(expected))
      assertThat(value).as(where).isNaN();
    else
      assertThat(value).as(where)
          .isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(
              expected))));
  }

  /**
   * The first value comes with the update that the indicator says, the bars being the best ones.
   */
  static void assertWarmUp(Indicator indicator, List<Bar> bars, double... args) {
    var values = run(indicator, bars, args);
    int warmUp = indicator.warmUp(args);
    assertThat(values).hasSizeGreaterThanOrEqualTo(warmUp);
    for (int i = 0; i < values.length; i++)
      assertThat(Double.isNaN(values[i])).as("undefined at %d", i).isEqualTo(i < warmUp - 1);
  }
}
