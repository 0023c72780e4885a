package io.qkt.core.venue;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.money.ExactOverflow;
import io.qkt.core.order.OrderType;
import io.qkt.core.order.TimeInForce;

/** What an order of one instrument must be like to be accepted. */
final class Admission {
  /** Instead of a code: it is accepted. */
  static final String WELCOME = "";

  private final boolean grids;
  private final InstrumentSpec spec;
  private final FillPrices prices;
  private final long priceStep;

  Admission(FillTier tier, InstrumentSpec spec, FillPrices prices) {
    this.grids = tier.grids();
    this.spec = spec;
    this.prices = prices;
    priceStep = grids ? priceStep(spec) : 1;
  }

  private static long priceStep(InstrumentSpec spec) {
    if (spec.pointSize() > 0) return spec.pointSize();
    long step = 1;
    for (int digits = Math.max(0, spec.digits()); digits < Exact.SCALE; digits++)
      step *= 10;
    return step;
  }

  /** Why the order is not accepted, the first reason of several; it is priced if it is. */
  String refusalOf(Resting order, Quote newest) {
    if (order.order().quantity() <= 0) return "BAD_QUANTITY";
    if (newest == null && order.terms().type() == OrderType.MARKET) return "NO_QUOTE";
    if (newest != null && isOver(order, newest.time())) return "EXPIRED";
    var volume = grids && !order.order().reducing() ? refusalOfVolume(order) : WELCOME;
    if (!volume.equals(WELCOME)) return volume;
    var price = refusalOfPrices(order);
    if (!price.equals(WELCOME)) return price;
    return newest != null && prices.tooNear(order, newest) ? "STOPS_LEVEL" : WELCOME;
  }

  private static boolean isOver(Resting order, long now) {
    boolean tooLate = now > order.order().notAfter();
    return tooLate || order.terms().tif() == TimeInForce.GTD && order.terms().expiresAt() <= now;
  }

  private String refusalOfVolume(Resting order) {
    long quantity = order.order().quantity();
    if (quantity < spec.volumeMin()) return "BELOW_MIN";
    if (spec.volumeMax() > 0 && quantity > spec.volumeMax()) return "ABOVE_MAX";
    boolean onGrid = spec.volumeStep() <= 0 || quantity % spec.volumeStep() == 0;
    return onGrid ? WELCOME : "OFF_GRID";
  }

  /** Why its prices or its fees can not be kept; otherwise it has its prices afterwards. */
  String refusalOfPrices(Resting order) {
    var type = order.terms().type();
    boolean hasLimit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
    boolean hasStop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
    try {
      long limit = hasLimit ? onGridForOwner(order) : 0;
      // A due order keeps its level as it is: no venue was ever told of it.
      long due = type == OrderType.MARKET ? order.terms().stop() : 0;
      long stop = hasStop ? Exact.roundToStep(order.terms().stop(), priceStep) : due;
      order.priced(limit, stop);
      Exact.times(spec.commissionPerLot(), order.order().quantity());
      return hasLimit && limit <= 0 || hasStop && stop <= 0 ? "BAD_PRICE" : WELCOME;
    } catch (ExactOverflow beyond) {
      return "OVERFLOW";
    }
  }

  /** The limit on the grid of prices, never worse than the owner asked for. */
  private long onGridForOwner(Resting order) {
    long limit = order.terms().limit();
    return order.isBuy()
        ? Exact.floorToStep(limit, priceStep)
        : -Exact.floorToStep(-limit, priceStep);
  }
}
