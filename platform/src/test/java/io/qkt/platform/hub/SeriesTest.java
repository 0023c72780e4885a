package io.qkt.platform.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.market.Timeframe;
import io.qkt.platform.feed.QuoteBatch;
import io.qkt.platform.hub.CandleHub.BarDelivered;
import io.qkt.platform.hub.CandleHub.Subscribe;
import io.qkt.platform.hub.Series.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars of one second; bar n opens at second n, and every reader begins after bar 0. */
final class SeriesTest {
  private static final long SECOND = 1_000_000;
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("1s"));

  private final Series series = fresh(0);
  private final ActorRef<BarDelivered> one = TestInbox.<BarDelivered>create("one").getRef();
  private final ActorRef<BarDelivered> two = TestInbox.<BarDelivered>create("two").getRef();

  @BeforeEach
  void theFeedIsReadFarAhead() {
    readTo(series, 100_000);
  }

  @Test
  void stored_goesAtOnceToReadersThatAreUpToDate() {
    add(one, 0, 4);
    add(two, 0, 4);
    assertThat(series.stored(bar(1))).containsExactly(one, two);
    assertThat(series.stored(bar(2))).containsExactly(one, two);
    assertThat(series.behind()).isEmpty();
  }

  @Test
  void reader_withoutCredits_getsNothingUntilItGivesSome() {
    add(one, 0, 2);
    series.stored(bar(1));
    series.stored(bar(2));
    assertThat(series.stored(bar(3))).isEmpty();
    assertThat(series.rangeToRead(one)).isEmpty();

    assertThat(series.credit(one, SECOND)).isTrue();
    assertThat(series.rangeToRead(one)).contains(new Range(2 * SECOND, 1));
    assertThat(series.rangeRead(one, 2 * SECOND, List.of(bar(3)))).containsExactly(bar(3));
    assertThat(series.stored(bar(4))).isEmpty();
  }

  @Test
  void credit_forSeveralBars_freesAllOfThem() {
    add(one, 0, 3);
    for (int n = 1; n <= 3; n++)
      series.stored(bar(n));
    series.credit(one, 3 * SECOND);
    series.credit(one, 1 * SECOND);
    for (int n = 4; n <= 6; n++)
      assertThat(series.stored(bar(n))).containsExactly(one);
    assertThat(series.stored(bar(7))).isEmpty();
  }

  @Test
  void credit_ofAStranger_isNobodys() {
    assertThat(series.credit(one, SECOND)).isFalse();
  }

  @Test
  void reader_thatComesLate_isCaughtUpFromTheStore() {
    store(1, 5);
    add(one, 0, 4);
    assertThat(series.rangeToRead(one)).contains(new Range(0, 4));
    assertThat(series.rangeRead(one, 0, bars(1, 4))).isEqualTo(bars(1, 4));
    series.credit(one, 4 * SECOND);
    assertThat(series.rangeToRead(one)).contains(new Range(4 * SECOND, 4));
    series.rangeRead(one, 4 * SECOND, bars(5, 5));
    assertThat(series.stored(bar(6))).containsExactly(one);
  }

  // Else the newest bar would overtake the ones that are on their way from the store.
  @Test
  void stored_whileAReaderIsBeingReadFor_waitsForTheNextRange() {
    store(1, 2);
    add(one, 0, 9);
    series.rangeToRead(one);
    assertThat(series.stored(bar(3))).isEmpty();
    assertThat(series.rangeRead(one, 0, bars(1, 2))).hasSize(2);
    assertThat(series.behind()).containsExactly(one);
    assertThat(series.rangeToRead(one)).contains(new Range(2 * SECOND, 7));
  }

  @Test
  void rangeToRead_whileOneIsOut_isNone() {
    store(1, 2);
    add(one, 0, 9);
    assertThat(series.rangeToRead(one)).isPresent();
    assertThat(series.rangeToRead(one)).isEmpty();
  }

  @Test
  void subscription_thatIsRepeated_setsTheReaderBack() {
    assertThat(add(one, 0, 4)).isTrue();
    series.stored(bar(1));
    series.stored(bar(2));
    assertThat(add(one, SECOND, 4)).isFalse();
    assertThat(series.rangeToRead(one)).contains(new Range(SECOND, 4));
  }

  @Test
  void range_readForAnOlderSubscription_isNobodys() {
    store(1, 4);
    add(one, 0, 4);
    series.rangeToRead(one);
    add(one, 2 * SECOND, 4);
    assertThat(series.rangeRead(one, 0, bars(1, 4))).isEmpty();
    assertThat(series.rangeToRead(one)).contains(new Range(2 * SECOND, 4));
    assertThat(series.rangeRead(one, 0, bars(1, 4))).isEmpty();
    assertThat(series.rangeRead(one, 2 * SECOND, bars(3, 4))).isEqualTo(bars(3, 4));
  }

  @Test
  void reader_thatLeft_getsNothing() {
    add(one, 0, 4);
    store(1, 1);
    series.remove(one);
    assertThat(series.stored(bar(2))).isEmpty();
    assertThat(series.rangeToRead(one)).isEmpty();
    assertThat(series.rangeRead(one, 0, bars(1, 2))).isEmpty();
  }

  @Test
  void readTo_beginsWhereTheStoredBarsEndElseWithTheBarThatIsWanted() {
    var stored = new Series(KEY, Optional.of(bar(3)), Optional.of(bar(7)), 0);
    assertThat(stored.readTo()).isEqualTo(8 * SECOND);
    assertThat(fresh(7 * SECOND).readTo()).isEqualTo(8 * SECOND);
    assertThat(fresh(7 * SECOND + 1).readTo()).isEqualTo(8 * SECOND);
  }

  // Two strategies were deployed, and the one that was deployed later subscribes first.
  @Test
  void reader_fromBeforeTheBeginning_isLedOverNoHole() {
    var late = fresh(4 * SECOND);
    late.add(new Subscribe(KEY.timeframe(), 4 * SECOND, 9, one));
    readTo(late, 9);
    bars(5, 7).forEach(late::stored);

    late.add(new Subscribe(KEY.timeframe(), SECOND, 9, two));
    assertThat(late.goBackTo(SECOND)).isTrue();
    assertThat(late.goBackTo(SECOND)).isFalse();
    assertThat(late.readTo()).isEqualTo(2 * SECOND);
    assertThat(late.rangeToRead(two)).isEmpty();
    assertThat(late.stored(bar(8))).as("a write of the pass before").isEmpty();

    readTo(late, 9);
    for (var again : bars(2, 7))
      assertThat(late.stored(again)).containsExactly(two);
    assertThat(late.stored(bar(8))).containsExactly(one, two);
  }

  // A death in the middle must not leave a part of the hole that looks like the whole.
  @Test
  void hole_isFilledInOneWrite() {
    var late = fresh(4 * SECOND);
    readTo(late, 9);
    late.goBackTo(SECOND);
    var closed = new ArrayList<Bar>();
    late.take(quotes(3, 4, 5, 6), closed);
    late.take(quotes(4, 7, 8, 9), closed);
    assertThat(closed).isEmpty();
    late.take(quotes(6, 10, 11), closed);
    assertThat(openTimes(closed)).containsExactly(2L, 3L, 4L);
    late.take(quotes(7, 12), closed);
    assertThat(openTimes(closed)).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void range_readAcrossAHole_bringsOnlyWhatIsBuilt() {
    var late = fresh(4 * SECOND);
    readTo(late, 9);
    bars(5, 7).forEach(late::stored);
    late.add(new Subscribe(KEY.timeframe(), SECOND, 9, two));
    late.goBackTo(SECOND);
    readTo(late, 4);
    late.stored(bar(2));
    late.credit(two, SECOND);
    late.add(new Subscribe(KEY.timeframe(), SECOND, 9, two));
    assertThat(late.rangeToRead(two)).contains(new Range(SECOND, 9));
    assertThat(late.rangeRead(two, SECOND, List.of(bar(2), bar(5), bar(6))))
        .containsExactly(bar(2));
  }

  @Test
  void take_ofABatchReadAgain_countsEachQuoteOnce() {
    var closed = new ArrayList<Bar>();
    var batch = quotes(5, 4, 5, 6, 7, 8);
    var read = fresh(0);
    read.take(batch, closed);
    read.take(batch, closed);
    assertThat(read.readTo()).isEqualTo(5 * SECOND);
    read.take(quotes(6, 10), closed);
    assertThat(closed).extracting(Bar::openTime)
        .containsExactly(2 * SECOND, 3 * SECOND,
            4 * SECOND);
    assertThat(closed).extracting(Bar::volume).containsExactly(2L, 2L, 1L);
    assertThat(closed).extracting(Bar::lateTicks).containsOnly(0);
  }

  // The store may answer with a bar of which the hub has not heard yet that it is stored.
  @Test
  void range_withABarThatIsNotKnownToBeStored_leavesItForLater() {
    store(1, 1);
    add(one, 0, 9);
    series.rangeToRead(one);
    assertThat(series.rangeRead(one, 0, bars(1, 2))).containsExactly(bar(1));
    assertThat(series.stored(bar(2))).containsExactly(one);
    assertThat(series.behind()).isEmpty();
    assertThat(series.stored(bar(3))).containsExactly(one);
  }

  // Whatever the order of stores, credits, ranges and subscriptions: no gap, no repetition.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void reader_ofAnyInterleaving_getsEachBarOnceAndInOrder(long seed) {
    var run = new Interleaving(new Random(seed));
    for (int i = 0; i < 3_000; i++)
      run.step();
    run.finish();
    assertThat(run.got).hasSizeGreaterThan(500);
    assertThat(openTimes(run.got)).isEqualTo(openTimes(run.inStore));
  }

  /** A hub, a store that answers late, and a reader that now and then begins again. */
  private final class Interleaving {
    private static final int CREDITS = 5;
    final List<Bar> inStore = new ArrayList<>();
    final List<Bar> got = new ArrayList<>();
    private final List<Range> asked = new ArrayList<>();
    private final Random random;
    private long credited;

    Interleaving(Random random) {
      this.random = random;
      add(one, 0, CREDITS);
    }

    void step() {
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> store();
        case 3, 4 -> credit();
        case 5, 6, 7 -> answer();
        default -> subscribeAgain();
      }
    }

    /** The reader takes what it gets, and the store answers: all that is stored must come. */
    void finish() {
      for (int i = 0; i < 3 * inStore.size(); i++) {
        credit();
        answer();
      }
    }

    private void store() {
      var bar = bar(inStore.size() + 1);
      inStore.add(bar);
      series.stored(bar).forEach(_ -> receive(List.of(bar)));
      series.behind().forEach(_ -> advance());
    }

    private void credit() {
      credited = got.isEmpty() ? 0 : got.getLast().openTime();
      series.credit(one, credited);
      advance();
    }

    private void subscribeAgain() {
      if (random.nextInt(5) > 0) return;
      long after = got.isEmpty() ? 0 : got.getLast().openTime();
      add(one, after, CREDITS);
      credited = after;
      advance();
    }

    private void advance() {
      series.rangeToRead(one).ifPresent(asked::add);
    }

    private void answer() {
      if (asked.isEmpty()) return;
      var range = asked.remove(random.nextInt(asked.size()));
      var bars = inStore.stream()
          .filter(bar -> bar.openTime() > range.after())
          .limit(range.limit())
          .toList();
      var delivered = series.rangeRead(one, range.after(), bars);
      receive(delivered);
      if (!delivered.isEmpty()) advance();
    }

    private void receive(List<Bar> bars) {
      got.addAll(bars);
      long inFlight = got.stream().filter(bar -> bar.openTime() > credited).count();
      assertThat(inFlight).isLessThanOrEqualTo(CREDITS);
    }
  }

  private static List<Long> openTimes(List<Bar> bars) {
    return bars.stream().map(bar -> bar.openTime() / SECOND).toList();
  }

  private boolean add(ActorRef<BarDelivered> reader, long after, int credits) {
    return series.add(new Subscribe(KEY.timeframe(), after, credits, reader));
  }

  private static Series fresh(long firstReaderAfter) {
    return new Series(KEY, Optional.empty(), Optional.empty(), firstReaderAfter);
  }

  private static void readTo(Series series, long second) {
    series.take(new QuoteBatch(List.of(), second * SECOND), new ArrayList<>());
  }

  private void store(long from, long to) {
    bars(from, to).forEach(series::stored);
  }

  /** Quotes at halves of a second, and until which second there are no others. */
  private static QuoteBatch quotes(long until, long... halves) {
    return new QuoteBatch(LongStream.of(halves)
        .mapToObj(half -> new Quote(half * SECOND / 2, 99, 101, 100, 1))
        .toList(), until * SECOND);
  }

  private static List<Bar> bars(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(SeriesTest::bar).toList();
  }

  private static Bar bar(long n) {
    return new Bar(KEY, n * SECOND, n == 1 ? Bar.NONE : (n - 1) * SECOND, 100, 100, 100, 100, 1,
        Bar.ClosedBy.TICK, 0);
  }
}
