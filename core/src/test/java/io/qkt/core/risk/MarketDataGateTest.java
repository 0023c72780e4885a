package io.qkt.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarketDataGateTest {
  private static final long SECOND = 1_000_000L;

  private final MarketDataGate gate = new MarketDataGate();
  private long now = 1_000 * SECOND;

  @Test
  void check_beforeAnyQuote_isStale() {
    assertThat(code()).isEqualTo("MARKET_DATA_STALE");
  }

  @ParameterizedTest
  @CsvSource({"1, 10000000, ''", "1, 10000001, MARKET_DATA_STALE", "4, 20000000, ''",
      "4, 20000001, MARKET_DATA_STALE"})
  void check_afterASilence_isStaleBeyondFiveGapsAndTenSeconds(int gap, long age, String code) {
    for (int i = 0; i < 10; i++)
      quote(100, gap);
    now += age;
    assertThat(code()).isEqualTo(code);
  }

  // 99 and 101 in turn: the mean is 100 and the deviation 1.
  @ParameterizedTest
  @CsvSource({"106, 16, ''", "106.01, 16, MARKET_DATA_OUTLIER", "94, 16, ''",
      "93.99, 16, MARKET_DATA_OUTLIER", "500, 15, ''", "106.01, 200, MARKET_DATA_OUTLIER"})
  void check_ofAPriceAmongSoMany_isAnOutlierBeyondSixDeviations(double price, int many,
      String code) {
    for (int i = 0; i < many; i++)
      quote(i % 2 == 0 ? 99 : 101, 1);
    quote(price, 1);
    assertThat(code()).isEqualTo(code);
  }

  @Test
  void check_ofOutliersThatAgree_endsAtTheThird() {
    around100();
    quote(200, 1);
    quote(201, 1);
    assertThat(code()).isEqualTo("MARKET_DATA_OUTLIER");
    quote(200, 1);
    assertThat(code()).isEmpty();
    quote(100, 1);
    assertThat(code()).as("a new row has too few to judge").isEmpty();
  }

  @Test
  void check_ofOutliersThatDisagree_goesOn() {
    around100();
    for (double price : new double[]{200, 300, 400, 200, 300})
      quote(price, 1);
    assertThat(code()).isEqualTo("MARKET_DATA_OUTLIER");
    quote(100, 1);
    assertThat(code()).isEmpty();
  }

  @Test
  void check_ofAMoveAfterEqualPrices_isNone() {
    for (int i = 0; i < 64; i++)
      quote(0.1, 1);
    quote(0.11, 1);
    assertThat(code()).isEmpty();
  }

  @Test
  void check_ofACrossedBook_isSuppressedUntilItIsNot() {
    gate.on(new Quote(now, Exact.parse("101"), Exact.parse("100"), 0, 0), now);
    assertThat(code()).isEqualTo("MARKET_DATA_CROSSED");
    gate.on(new Quote(now, Exact.parse("100"), Exact.parse("100"), 0, 0), now);
    assertThat(code()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60000000, ''", "60000001, MARKET_DATA_SKEWED", "-60000000, ''",
      "-60000001, MARKET_DATA_SKEWED"})
  void check_ofAClockThatIsOff_isSuppressedBeyondAMinute(long off, String code) {
    gate.on(Quote.at(now + off, Exact.ONE), now);
    assertThat(code()).isEqualTo(code);
  }

  @Test
  void read_ofWhatWasWritten_goesOnAlike() {
    around100();
    quote(200, 1);
    var words = new Words();
    gate.write(words);
    var copy = new MarketDataGate();
    copy.read(new StateReader(words.toArray()));
    assertThat(copy.check(now)).isEqualTo(gate.check(now)).isPresent();
    for (double price : new double[]{201, 200, 100}) {
      quote(price, 1);
      copy.on(Quote.at(now, Exact.ofDouble(price)), now);
      assertThat(copy.check(now)).isEqualTo(gate.check(now));
    }
  }

  private void around100() {
    for (int i = 0; i < 32; i++)
      quote(i % 2 == 0 ? 99 : 101, 1);
  }

  private void quote(double price, int gapSeconds) {
    now += gapSeconds * SECOND;
    gate.on(Quote.at(now, Exact.ofDouble(price)), now);
  }

  private String code() {
    return gate.check(now).map(Refusal::code).orElse("");
  }
}
