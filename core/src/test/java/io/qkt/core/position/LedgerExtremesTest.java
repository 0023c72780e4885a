package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An execution is a fact, also where its money is beyond a long. */
final class LedgerExtremesTest {
  private static final long MAX = Long.MAX_VALUE;
  private final Ledger ledger = new Ledger(List.of(InstrumentSpec.plain(MAX, 0, 0)), ONE);

  @Test
  void profitBeyondALong_showsTheExtremeAndSaysSo() {
    assertThat(fill(Side.BUY, MAX, 1).inexact()).isFalse();
    var outcome = fill(Side.SELL, MAX, MAX);
    assertThat(outcome.realized()).isEqualTo(MAX);
    assertThat(outcome.closedPnl()).isEqualTo(MAX);
    assertThat(outcome.inexact()).isTrue();
    assertThat(ledger.realized()).isEqualTo(MAX);
    assertThat(ledger.balance()).isEqualTo(MAX);
    assertThat(ledger.quantity(0)).isZero();
  }

  @Test
  void profitTakenBack_isExactAgain() {
    fill(Side.BUY, MAX, 1);
    fill(Side.SELL, MAX, MAX);
    fill(Side.SELL, MAX, 1);
    fill(Side.BUY, MAX, MAX);
    assertThat(ledger.realized()).isZero();
    var outcome = ledger.fill(0, 0, Side.BUY, ONE, ONE, parse("0.25"), ONE, 0);
    assertThat(outcome.inexact()).isFalse();
    assertThat(ledger.realized()).isEqualTo(parse("-0.25"));
  }

  @Test
  void quantityBeyondALong_isKept() {
    fill(Side.BUY, MAX, 3);
    assertThat(fill(Side.BUY, MAX, 5).inexact()).isTrue();
    assertThat(ledger.quantity(0)).isEqualTo(MAX);
    assertThat(ledger.averagePrice(0)).isEqualTo(4);
    assertThat(fill(Side.SELL, MAX, 4).closedQuantity()).isEqualTo(MAX);
    assertThat(ledger.quantity(0)).isEqualTo(MAX);
    assertThat(fill(Side.SELL, MAX - 1, 4).inexact()).isFalse();
    assertThat(ledger.quantity(0)).isEqualTo(1);
    assertThat(ledger.averagePrice(0)).isEqualTo(4);
  }

  @Test
  void unrealizedBeyondALong_saturatesEquity() {
    fill(Side.SELL, MAX, Long.MIN_VALUE);
    ledger.mark(0, MAX, MAX, 0);
    assertThat(ledger.unrealized(0)).isEqualTo(Long.MIN_VALUE);
    assertThat(ledger.equity()).isEqualTo(Long.MIN_VALUE + ONE);
    assertThat(ledger.drawdownPercent()).isGreaterThan(100);
    ledger.mark(0, Long.MIN_VALUE, MAX, 0);
    assertThat(ledger.equity()).isEqualTo(ONE);
  }

  @Test
  void costBeyond126Bits_keepsItsSign() {
    var plain = new Ledger(List.of(InstrumentSpec.PLAIN), 0);
    plain.fill(0, 1, Side.SELL, MAX, MAX, 0, ONE, 0);
    plain.fill(0, 2, Side.BUY, MAX, Long.MIN_VALUE, 0, ONE, 0);
    plain.fill(0, 3, Side.BUY, MAX, Long.MIN_VALUE, 0, ONE, 0);
    plain.mark(0, MAX, ONE, 0);
    assertThat(plain.quantity(0)).isEqualTo(MAX);
    assertThat(plain.unrealized(0)).isEqualTo(MAX);
  }

  @Test
  void feeBeyondALong_saturatesTheBalance() {
    ledger.fill(0, 0, Side.BUY, ONE, ONE, MAX, ONE, 0);
    assertThat(ledger.realized()).isEqualTo(-MAX);
    assertThat(ledger.fill(0, 0, Side.BUY, ONE, ONE, MAX, ONE, 0).inexact()).isTrue();
    assertThat(ledger.realized()).isEqualTo(Long.MIN_VALUE);
    assertThat(ledger.quantity(0)).isEqualTo(2 * ONE);
  }

  private Outcome fill(Side side, long quantity, long price) {
    return ledger.fill(0, 0, side, quantity, price, 0, ONE, 0);
  }
}
