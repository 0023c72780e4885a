package io.qkt.core.position;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.order.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.TreeMap;

/** One instrument's ledger as one would write it without regard to speed. */
final class LedgerModel {
  private static final class Held {
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
  }

  private final TreeMap<Long, Held> legs = new TreeMap<>();
  private final BigDecimal contractSize;
  private final InstrumentSpec spec;
  private boolean marked;
  private BigDecimal mark = BigDecimal.ZERO;
  private BigDecimal markRate = BigDecimal.ZERO;
  private BigDecimal realized = BigDecimal.ZERO;
  /** What all executions have moved in cash, whatever was made with them. */
  private BigDecimal cash = BigDecimal.ZERO;

  LedgerModel(InstrumentSpec spec) {
    this.spec = spec;
    contractSize = decimal(spec.contractSize());
  }

  void fill(long id, Side side, long quantity, long price, long fee, long rate) {
    if (!marked) mark(price, rate);
    var leg = legs.computeIfAbsent(id, _ -> new Held());
    var change = decimal(side.signed(quantity));
    var closing = BigDecimal.ZERO;
    if (leg.quantity.signum() * change.signum() < 0)
      closing = leg.quantity.abs().min(change.abs());
    if (closing.signum() > 0) close(leg, closing, decimal(price), decimal(rate));
    var rest = change.subtract(closing.multiply(BigDecimal.valueOf(change.signum())));
    leg.quantity = leg.quantity.add(rest);
    leg.cost = leg.cost.add(rest.multiply(decimal(price)));
    if (leg.quantity.signum() == 0) legs.remove(id);
    realized = realized.subtract(decimal(fee));
    cash = cash.subtract(decimal(fee))
        .subtract(
            change.multiply(decimal(price)).multiply(contractSize).multiply(decimal(rate)));
  }

  private void close(Held leg, BigDecimal closing, BigDecimal price, BigDecimal rate) {
    var cost = leg.cost.multiply(closing).divide(leg.quantity.abs(), 16, RoundingMode.HALF_EVEN);
    var signed = closing.multiply(BigDecimal.valueOf(leg.quantity.signum()));
    realized = realized.add(
        signed.multiply(price).subtract(cost).multiply(contractSize).multiply(rate));
    leg.quantity = leg.quantity.subtract(signed);
    leg.cost = leg.cost.subtract(cost);
  }

  void nights(int nights, long rate) {
    var points = BigDecimal.ZERO;
    for (var leg : legs.values())
      points = points.add(leg.quantity.abs()
          .multiply(decimal(
              leg.quantity.signum() > 0 ? spec.swapLongPoints() : spec.swapShortPoints())));
    var swap = points.multiply(BigDecimal.valueOf(nights))
        .multiply(decimal(spec.pointSize()))
        .multiply(contractSize)
        .multiply(decimal(rate))
        .setScale(8, RoundingMode.HALF_EVEN);
    realized = realized.add(swap);
    cash = cash.add(swap);
  }

  void mark(long price, long rate) {
    marked = true;
    mark = decimal(price);
    markRate = decimal(rate);
  }

  long quantity() {
    return clamped(legs.values()
        .stream()
        .map(leg -> leg.quantity)
        .reduce(BigDecimal.ZERO,
            BigDecimal::add));
  }

  long realized() {
    return clamped(realized);
  }

  long unrealized() {
    var sum = BigDecimal.ZERO;
    for (var leg : legs.values())
      sum = sum.add(leg.quantity.multiply(mark).subtract(leg.cost));
    return clamped(sum.multiply(contractSize).multiply(markRate));
  }

  /** Cash and the value of the position: what the two profits must come to. */
  BigDecimal worth() {
    var quantity = BigDecimal.ZERO;
    for (var leg : legs.values())
      quantity = quantity.add(leg.quantity);
    return cash.add(quantity.multiply(mark).multiply(contractSize).multiply(markRate));
  }

  boolean isFlat() {
    return legs.isEmpty();
  }

  static BigDecimal decimal(long exact) {
    return BigDecimal.valueOf(exact, 8);
  }

  static long clamped(BigDecimal value) {
    BigInteger units = value.setScale(8, RoundingMode.HALF_EVEN).unscaledValue();
    if (units.bitLength() < 64) return units.longValue();
    return units.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
