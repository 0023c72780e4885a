package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JdbcBarStoreTest {
  private static final BarKey KEY = key("SIM:BTCUSDT");
  private static final BarKey OTHER = key("SIM:ETHUSDT");

  @TempDir
  Path stateDir;
  private H2Database database;
  private JdbcBarStore store;

  @BeforeEach
  void open() {
    database = H2Database.open(stateDir);
    store = new JdbcBarStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void insertIfAbsent_ofNewBars_linksAndKeepsThem() {
    var stored = done(store.insertIfAbsent(List.of(bar(KEY, 10, 1), bar(KEY, 20, 2))));

    assertThat(stored).containsExactly(bar(KEY, 10, 1), bar(KEY, 20, 2).after(10));
    assertThat(done(store.after(KEY, Bar.NONE, 9))).isEqualTo(stored);
    assertThat(done(store.last(KEY))).contains(stored.get(1));
  }

  @Test
  void insertIfAbsent_ofATakenOpenTime_answersWithTheStoredBarInTheOrderAsked() {
    done(store.insertIfAbsent(List.of(bar(KEY, 10, 1), bar(OTHER, 10, 5))));

    var answer = done(store.insertIfAbsent(
        List.of(bar(KEY, 20, 2), bar(OTHER, 10, 99), bar(KEY, 10, 99), bar(KEY, 20, 99))));

    assertThat(answer).containsExactly(bar(KEY, 20, 2).after(10), bar(OTHER, 10, 5),
        bar(KEY, 10, 1), bar(KEY, 20, 2).after(10));
    assertThat(done(store.after(KEY, Bar.NONE, 9))).hasSize(2);
  }

  @Test
  void insertIfAbsent_ofNothing_answersNothing() {
    assertThat(done(store.insertIfAbsent(List.of()))).isEmpty();
  }

  @Test
  void prevOpenTime_isThatOfTheBarStoredBefore_whateverTheCallerThought() {
    done(store.insertIfAbsent(List.of(bar(KEY, 10, 1).after(7), bar(KEY, 40, 4).after(7))));

    var filledIn = done(store.insertIfAbsent(List.of(bar(KEY, 30, 3), bar(KEY, 20, 2))));

    assertThat(filledIn).extracting(Bar::prevOpenTime).containsExactly(20L, 10L);
    // The last was published before the two were known, and nobody sees another bar than the rest.
    assertThat(done(store.after(KEY, Bar.NONE, 9))).extracting(Bar::prevOpenTime)
        .containsExactly(Bar.NONE, 10L, 20L, 10L);
  }

  @Test
  void after_isInOrderOfTimeAndLimited() {
    done(store.insertIfAbsent(IntStream.range(0, 10)
        .mapToObj(i -> bar(KEY, 90 - 10L * i, i))
        .toList()));
    assertThat(done(store.after(KEY, 20, 3))).extracting(Bar::openTime)
        .containsExactly(30L, 40L,
            50L);
    assertThat(done(store.after(KEY, 90, 3))).isEmpty();
    assertThat(done(store.after(OTHER, 0, 3))).isEmpty();
    assertThat(done(store.last(OTHER))).isEmpty();
  }

  @Test
  void bars_afterARestart_areKept() {
    var stored = done(store.insertIfAbsent(List.of(bar(KEY, 10, 1), bar(KEY, 20, 2))));
    close();
    open();
    assertThat(done(store.after(KEY, Bar.NONE, 9))).isEqualTo(stored);
    assertThat(done(store.insertIfAbsent(List.of(bar(KEY, 30, 3)))))
        .containsExactly(bar(KEY, 30, 3).after(20));
  }

  @Test
  void racingInserts_ofTheSameBars_agreeOnOneStoredCopy() {
    var random = new Random(7);
    var answers = new ArrayList<CompletionStage<List<Bar>>>();
    for (int caller = 0; caller < 60; caller++) {
      var price = caller;
      var bars = new ArrayList<Bar>(IntStream.range(0, 8)
          .mapToObj(i -> bar(i % 2 == 0 ? KEY : OTHER, 10L * random.nextInt(40), price))
          .toList());
      Collections.shuffle(bars, random);
      answers.add(store.insertIfAbsent(bars));
    }
    var seen = new HashSet<Bar>();
    answers.forEach(answer -> seen.addAll(done(answer)));

    var stored = new HashSet<>(done(store.after(KEY, Bar.NONE, 100)));
    stored.addAll(done(store.after(OTHER, Bar.NONE, 100)));
    assertThat(seen).isEqualTo(stored);
  }

  @Test
  void insertIfAbsent_whileAnotherAppends_waitsAndLinksToTheBarOfTheOther() throws Exception {
    done(store.insertIfAbsent(List.of(bar(KEY, 10, 1))));
    try (var other = DriverManager.getConnection(database.url(), "sa", "");
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeQuery("SELECT id FROM bar_series FOR UPDATE").close();
      statement.executeUpdate("""
          INSERT INTO bar SELECT series_id, 20, 10, open_price, high_price, low_price, close_price,
            volume, closed_by, late_ticks, bid, ask, closed_at FROM bar""");

      var answer = store.insertIfAbsent(List.of(bar(KEY, 30, 3))).toCompletableFuture();

      assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      other.commit();
      assertThat(done(answer)).containsExactly(bar(KEY, 30, 3).after(20));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"open_time_before", "bars_after", "last_bar",
      "events_after"})
  void limitedQuery_ofALongSeries_readsOnlyWhatItAnswers(String query) throws SQLException {
    var explain = "EXPLAIN " + Dialect.H2.sql(query);
    var plan = database.transactions().runNow(connection -> {
      try (var select = connection.prepareStatement(explain)) {
        for (int i = 1; i <= select.getParameterMetaData().getParameterCount(); i++)
          select.setLong(i, 1);
        try (var rows = select.executeQuery()) {
          rows.next();
          return rows.getString(1);
        }
      }
    });
    assertThat(plan).contains("index sorted").doesNotContain("tableScan");
  }

  private static BarKey key(String instrument) {
    return new BarKey(Instrument.parse(instrument), Timeframe.parse("1m"));
  }

  private static Bar bar(BarKey key, long openTime, long price) {
    return new Bar(key, openTime, Bar.NONE, price, price + 1, price - 1, price, 100,
        Bar.ClosedBy.TICK, 0, price - 2, price + 2, openTime + 1);
  }

  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
