package io.qkt.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.backtest.Replay.Need;
import io.qkt.backtest.store.DataProblem;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BacktestRunTest {
  private static final long MINUTE = 60_000_000;
  private static final Instrument A = Instrument.parse("X:A");
  private static final Instrument B = Instrument.parse("X:B");

  @Test
  void bars_ofTwoInstruments_interleaveCornerByCornerInOrderOfDeclaration() {
    var seen = new Seen(need(B, "1m"), need(A, "1m"));

    run(seen, new Stored().with(bars(A, "1m"), 0).with(bars(B, "1m"), 0), Period.ALL);

    assertThat(seen.shown).containsExactly("B@0.0", "A@0.0", "B@15.0", "A@15.0", "B@30.0", "A@30.0",
        "B@59.999", "A@59.999");
  }

  @Test
  void bars_withHoles_stayInOrderOfTime() {
    var seen = new Seen(need(A, "1m"), need(B, "1m"));
    var store = new Stored().with(bars(A, "1m"), 0, 2 * MINUTE).with(bars(B, "1m"), MINUTE);

    run(seen, store, Period.ALL);

    assertThat(seen.shown).containsExactly("A@0.0", "A@15.0", "A@30.0", "A@59.999", "B@60.0",
        "B@75.0", "B@90.0", "B@119.999", "A@120.0", "A@135.0", "A@150.0", "A@179.999");
  }

  /** A long bar goes on while short ones of another market begin and end. */
  @Test
  void bars_ofDifferentLengths_interleaveByTime() {
    var seen = new Seen(need(A, "2m"), need(B, "1m"));
    var store = new Stored().with(bars(A, "2m"), 0).with(bars(B, "1m"), 0, MINUTE);

    run(seen, store, Period.ALL);

    assertThat(seen.shown).containsExactly("A@0.0", "B@0.0", "B@15.0", "A@30.0", "B@30.0",
        "B@59.999", "A@60.0", "B@60.0", "B@75.0", "B@90.0", "A@119.999", "B@119.999");
  }

  @Test
  void ticks_ofOneInstant_comeInOrderOfDeclaration() {
    var seen = new Seen(need(B, "1m"), need(A, "5m"));
    var store = new Stored().with(SeriesKey.ticks(A), 1_000_000, 2_000_000)
        .with(SeriesKey.ticks(B), 2_000_000, 3_000_000);

    run(seen, store, Period.ALL);

    assertThat(seen.shown).containsExactly("A@1.0", "B@2.0", "A@2.0", "B@3.0");
  }

  @Test
  void period_ofARun_hasItsBeginningAndNotItsEnd() {
    var seen = new Seen(need(A, "1m"));
    var store = new Stored().with(SeriesKey.ticks(A), 1_000_000, 2_000_000, 3_000_000);

    var replayed = run(seen, store, new Period(2_000_000, 3_000_000));

    assertThat(seen.shown).containsExactly("A@2.0");
    assertThat(replayed.rows()).isEqualTo(1);
  }

  @Test
  void ticks_thatOneInstrumentLacks_areLeftForBars() {
    var store = new Stored().with(SeriesKey.ticks(A), 1)
        .with(bars(A, "1m"), 0)
        .with(bars(B, "1m"), 0);

    assertThat(run(new Seen(need(A, "1m"), need(B, "1m")), store, Period.ALL).series())
        .containsExactly(bars(A, "1m"), bars(B, "1m"));
    assertThat(run(new Seen(need(A, "1m")), store, Period.ALL).series())
        .containsExactly(SeriesKey.ticks(A));
    assertThat(BacktestRun.run(new Seen(need(A, "1m")), store, Period.ALL, true, _ -> {}).series())
        .containsExactly(bars(A, "1m"));
  }

  @Test
  void bars_forSeveralStreams_areTheFinestThatMakeAllOfThem() {
    var store = new Stored().with(bars(A, "5m"), 0).with(bars(A, "1m"), 0).with(bars(A, "2m"), 0);

    assertThat(run(new Seen(need(A, "4m"), need(A, "6m")), store, Period.ALL).series())
        .containsExactly(bars(A, "1m"));
    assertThatThrownBy(() -> run(new Seen(need(A, "30s")), store, Period.ALL))
        .isInstanceOf(DataProblem.class)
        .hasMessageContaining("the data of X:A must be bars that make 30s, had 5m, 1m, 2m");
  }

  @Test
  void data_thatAreMissing_areNamedWithTheRemedy() {
    assertThatThrownBy(() -> run(new Seen(need(A, "5m")), new Stored(), Period.ALL))
        .isInstanceOf(DataProblem.class)
        .extracting(problem -> ((DataProblem) problem).remedy())
        .asString()
        .contains("qkt data import FILE --as X:A --tf 5m");
    assertThatThrownBy(() -> run(new Seen(need(A, "1m")), new Stored().with(bars(A, "1m"), MINUTE),
        new Period(0, MINUTE))).hasMessageContaining("was from 1970-01-01T00:01:00Z");
  }

  @Test
  void warmUp_ofItsOwnTimeframe_isAsManyBarsAsAreWanted() {
    var seen = new Seen(new Need(new BarKey(A, Timeframe.parse("1m")), 2));
    var store = new Stored().with(bars(A, "1m"), 0, MINUTE, 5 * MINUTE, 6 * MINUTE);

    run(seen, store, new Period(6 * MINUTE, 9 * MINUTE));

    assertThat(seen.warm).hasSize(8).startsWith("A@60.0").contains("A@300.0").endsWith("A@359.999");
    assertThat(seen.shown).hasSize(4).startsWith("A@360.0");
  }

  /** A bar that has begun when the run begins is not one of those that are wanted. */
  @Test
  void warmUp_fromTicks_countsTheBarsThatTheyMake() {
    var seen = new Seen(new Need(new BarKey(A, Timeframe.parse("1m")), 1));
    var store = new Stored().with(SeriesKey.ticks(A), 1, MINUTE + 1, MINUTE + 2, 2 * MINUTE,
        2 * MINUTE + 5);

    run(seen, store, new Period(2 * MINUTE + 5, 9 * MINUTE));

    assertThat(seen.warm).hasSize(3);
    assertThat(seen.shown).hasSize(1);
  }

  @Test
  void warmUp_ofAStreamThatIsMadeOfFinerBars_isNone() {
    var seen = new Seen(new Need(new BarKey(A, Timeframe.parse("5m")), 1));
    var store = new Stored().with(bars(A, "1m"), 0, 5 * MINUTE);

    run(seen, store, new Period(5 * MINUTE, 9 * MINUTE));

    assertThat(seen.warm).isEqualTo(List.of());
  }

  private static BacktestRun.Replayed run(Seen seen, Stored store, Period period) {
    return BacktestRun.run(seen, store, period, false, _ -> {});
  }

  private static Need need(Instrument instrument, String timeframe) {
    return new Need(new BarKey(instrument, Timeframe.parse(timeframe)), 0);
  }

  private static SeriesKey bars(Instrument instrument, String timeframe) {
    return SeriesKey.bars(instrument, Timeframe.parse(timeframe));
  }
}
