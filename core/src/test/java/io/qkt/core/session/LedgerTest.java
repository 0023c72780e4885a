package io.qkt.core.session;

import static io.qkt.core.money.Exact.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void ledger_atFirst_isEmpty() {
    assertLedger("0", "0", "0");
    assertThat(ledger.fills()).isZero();
    assertThat(ledger.unrealized(parse("5"))).isZero();
  }

  @Test
  void apply_onAFlatLedger_opens() {
    buy("2", "100");
    assertLedger("2", "100", "0");
    assertThat(ledger.unrealized(parse("103"))).isEqualTo(parse("6"));
  }

  @Test
  void apply_inTheSameDirection_averages() {
    buy("1", "100");
    buy("3", "104");
    assertLedger("4", "103", "0");
  }

  @Test
  void apply_againstThePosition_realizesAPartAndKeepsTheAverage() {
    buy("4", "100");
    sell("1", "110");
    assertLedger("3", "100", "10");
  }

  @Test
  void apply_ofTheWholePosition_closesExactly() {
    buy("3", "0.00000001");
    buy("0.1", "100.33333333");
    buy("0.2", "7");
    sell("3.3", "50");
    assertLedger("0", "0", "153.56666664");
    assertThat(ledger.unrealized(parse("12345"))).isZero();
  }

  @Test
  void apply_beyondThePosition_flips() {
    buy("2", "100");
    sell("5", "110");
    assertLedger("-3", "110", "20");
    assertThat(ledger.unrealized(parse("100"))).isEqualTo(parse("30"));
  }

  @Test
  void apply_onAShortPosition_mirrorsALongOne() {
    sell("2", "100");
    sell("2", "110");
    buy("1", "95");
    assertLedger("-3", "105", "10");
    buy("4", "105");
    assertLedger("1", "105", "10");
  }

  @Test
  void apply_ofAFee_takesItFromWhatIsRealizedAtOnce() {
    apply(Side.BUY, "1", "100", "0.25");
    assertLedger("1", "100", "-0.25");
    apply(Side.SELL, "1", "101", "0.25");
    assertLedger("0", "0", "0.5");
    assertThat(ledger.fills()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void apply_ofAnyFills_agreesWithDecimalArithmetic(long seed) {
    var cases = new Cases(seed);
    var model = new DecimalLedger();
    for (int i = 1; i <= 400; i++) {
      var fill = fill(cases.oneIn(2) ? Side.BUY : Side.SELL, cases.between(1, 5 * Exact.ONE),
          cases.between(1, 100 * Exact.ONE), cases.between(0, 1000));
      ledger.apply(fill);
      model.apply(fill);
      long price = cases.between(1, 100 * Exact.ONE);
      // Each product is rounded to 1e-8; a sum of results knows nothing of how cost was divided.
      assertClose(ledger.realized() + ledger.unrealized(price), model.total(price), 2L * i + 1);
      // A rounded average is multiplied by at most what is held, here less than 500.
      assertClose(ledger.realized(), model.realized, 500L * i);
      assertThat(ledger.quantity()).isEqualTo(model.quantity.unscaledValue().longValueExact());
    }
  }

  /** The same by the book: averages are exact to 60 digits. */
  private static final class DecimalLedger {
    private static final MathContext DIGITS = new MathContext(60);
    private BigDecimal quantity = BigDecimal.valueOf(0, 8);
    private BigDecimal average = BigDecimal.ZERO;
    private BigDecimal realized = BigDecimal.ZERO;

    void apply(Filled fill) {
      var change = exact(fill.side().signed(fill.quantity()));
      var price = exact(fill.price());
      realized = realized.subtract(exact(fill.fee()));
      boolean reduces = quantity.signum() * change.signum() < 0;
      var closed = reduces ? change.abs().min(quantity.abs()) : BigDecimal.ZERO;
      realized = realized.add(price.subtract(average)
          .multiply(closed)
          .multiply(BigDecimal.valueOf(quantity.signum())));
      var opened = change.abs().subtract(closed);
      var kept = quantity.abs().subtract(closed);
      quantity = quantity.add(change);
      if (opened.signum() > 0) {
        average = average.multiply(kept)
            .add(price.multiply(opened))
            .divide(kept.add(opened), DIGITS);
      }
    }

    BigDecimal total(long price) {
      return realized.add(exact(price).subtract(average).multiply(quantity));
    }
  }

  private static BigDecimal exact(long value) {
    return BigDecimal.valueOf(value, Exact.SCALE);
  }

  private static void assertClose(long actual, BigDecimal expected, long units) {
    assertThat(exact(actual).subtract(expected).abs()).isLessThanOrEqualTo(exact(units));
  }

  private void assertLedger(String quantity, String average, String realized) {
    assertThat(exact(ledger.quantity())).isEqualByComparingTo(quantity);
    assertThat(exact(ledger.averagePrice())).isEqualByComparingTo(average);
    assertThat(exact(ledger.realized())).isEqualByComparingTo(realized);
  }

  private void buy(String quantity, String price) {
    apply(Side.BUY, quantity, price, "0");
  }

  private void sell(String quantity, String price) {
    apply(Side.SELL, quantity, price, "0");
  }

  private void apply(Side side, String quantity, String price, String fee) {
    ledger.apply(fill(side, parse(quantity), parse(price), parse(fee)));
  }

  private static Filled fill(Side side, long quantity, long price, long fee) {
    return new Filled("cid", "exec", Fixture.KEY.instrument(), side, quantity, price, fee, 0, true);
  }
}
