package io.qkt.core.risk;

import io.qkt.core.money.Exact;
import io.qkt.core.money.ExactOverflow;
import io.qkt.core.risk.RiskRule.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All pre-trade limits against one order. It keeps nothing: what it must know comes with the view
 * and the halts, of an owner or of a whole account, and the rules are those of the view's kind. An
 * order that only reduces passes all of them but the kill switch; what an operator flattens does
 * not ask this gate.
 */
public final class RiskGate {
  private static final long HOUR = 3_600_000_000L;

  private final RiskLimits limits;
  /** Those that are on and can refuse an order, of an owner and of an account. */
  private final RiskRule[] ofOwner;
  private final RiskRule[] ofAccount;

  public RiskGate(RiskLimits limits) {
    this.limits = limits;
    ofOwner = asked(false);
    ofAccount = asked(true);
  }

  /** What scales or suppresses is asked elsewhere; a halting rule refuses without its input. */
  private RiskRule[] asked(boolean account) {
    return Arrays.stream(RiskRule.values())
        .filter(rule -> rule.ofAccount() == account && limits.isOn(rule))
        .filter(rule -> rule.effect() == Effect.REFUSES || rule.effect() == Effect.HALTS)
        .toArray(RiskRule[]::new);
  }

  /**
   * Why {@code order} may not be sent at {@code now}, or nothing if it may: first the halts, then
   * the rules as {@link RiskRule} lists them.
   */
  public Optional<Refusal> check(Proposal order, RiskView view, Halts halts, long now) {
    if (order.quantity() <= 0) return Optional.of(badQuantity(order));
    var halted = halts.refusal(order.reducing(), now);
    if (halted.isPresent() || order.reducing()) return halted;
    var readings = new Readings().of(limits, view, now);
    for (var rule : view.ofAccount() ? ofAccount : ofOwner) {
      if (rule == RiskRule.MARGIN_FLOOR && !view.reportsMargin()) continue;
      var refusal = checkRule(rule, order, readings);
      if (refusal != null) return Optional.of(refusal);
    }
    return Optional.empty();
  }

  /**
   * The same, and what passes is counted as sent: the entry that is one too many for the order rate
   * is refused, and so is every later one.
   */
  public Optional<Refusal> admit(Proposal order, RiskView view, Halts halts, long now) {
    var refusal = check(order, view, halts, now);
    if (refusal.isPresent() || view.ofAccount()) return refusal;
    boolean taken = halts.throttle().take(limits, now);
    return taken || order.reducing() ? Optional.empty() : halts.refusal(false, now);
  }

  /**
   * The rules that are on and cannot be decided, by their codes: a report lists them. Where a venue
   * tells of no margin its floor is one of them, and refuses nothing.
   */
  public List<String> withoutInput(RiskView view) {
    var codes = new ArrayList<String>();
    // At the epoch no equity is stale yet: that is a matter of an instant, not of a report.
    var readings = new Readings().of(limits, view, 0);
    for (var rule : RiskRule.values()) {
      boolean isBlind = rule == RiskRule.MARGIN_FLOOR && !view.reportsMargin();
      for (int i = 0; i < view.instruments() && !isBlind; i++)
        isBlind = readings.missing(rule, i, false) != null;
      if (isBlind && rule.ofAccount() == view.ofAccount() && limits.isOn(rule))
        codes.add(rule.name());
    }
    return codes;
  }

  private Refusal checkRule(RiskRule rule, Proposal order, Readings readings) {
    if (!hasToDecide(rule, order, readings.view())) return null;
    var missing = readings.missing(rule, order.instrument(), order.price() > 0);
    if (missing != null) return blind(rule, missing);
    try {
      return broken(rule, order, readings);
    } catch (ExactOverflow tooLarge) {
      return new Refusal(rule.name(),
          "%s must be computable, was not: %s".formatted(rule.key(), tooLarge.getMessage()));
    }
  }

  /** What does not concern an order needs no input either. */
  private static boolean hasToDecide(RiskRule rule, Proposal order, RiskView view) {
    return switch (rule) {
      case PRICE_COLLAR -> order.price() != 0;
      case MAX_OPEN_POSITIONS, ACCOUNT_MAX_OPEN_POSITIONS -> !view.isOpen(order.instrument());
      default -> true;
    };
  }

  private static Refusal blind(RiskRule rule, RiskInput missing) {
    return new Refusal(rule.name(),
        "%s must know the %s, which is missing; provide it or turn %s off"
            .formatted(rule.key(), missing.words(), rule.key()));
  }

  private static Refusal badQuantity(Proposal order) {
    return new Refusal(AdmissionGate.BAD_QUANTITY,
        "a quantity must be above 0, was %s; raise the size of the order"
            .formatted(Exact.text(order.quantity())));
  }

  /** Halts were asked before, quotes and books are asked apart. */
  private Refusal broken(RiskRule rule, Proposal order, Readings readings) {
    var view = readings.view();
    return switch (rule) {
      case MAX_ORDER_QTY -> atMost(rule, "quantity", order.quantity());
      case MAX_ORDER_NOTIONAL -> atMost(rule, "notional", notional(order, view));
      case PRICE_COLLAR -> collar(rule, order, view);
      case MARGIN_FLOOR -> marginFloor(rule, view);
      case MEASURED_USAGE -> measuredUsage(rule, order, readings);
      case MAX_POSITION_SIZE, ACCOUNT_MAX_POSITION_SIZE ->
          atMost(rule, "position with what is working", positionAfter(order, view));
      case MAX_OPEN_POSITIONS, ACCOUNT_MAX_OPEN_POSITIONS ->
          atMostCount(rule, "open positions with this one", view.openPositions() + 1);
      case MAX_TRADES_PER_DAY ->
          atMostCount(rule, "entries of the day with this one", view.entriesToday() + 1);
      case COOLDOWN_AFTER_LOSS -> cooldown(rule, readings);
      default -> null;
    };
  }

  private Refusal atMost(RiskRule rule, String what, long value) {
    long limit = limits.of(rule.keys().getFirst());
    return value <= limit ? null
        : new Refusal(rule.name(), Breach.over(rule, what, Exact.text(limit), Exact.text(value)));
  }

  private Refusal atMostCount(RiskRule rule, String what, long value) {
    long limit = limits.of(rule.keys().getFirst());
    return value <= limit ? null
        : new Refusal(rule.name(), Breach.over(rule, what, "" + limit, "" + value));
  }

  private static long notional(Proposal order, RiskView view) {
    int at = order.instrument();
    long price = order.price() > 0 ? order.price() : view.price(at);
    long each = Exact.times(Exact.times(price, view.contractSize(at)), view.rate(at));
    return Exact.times(order.quantity(), each);
  }

  private static long positionAfter(Proposal order, RiskView view) {
    long after = Exact.plus(view.position(order.instrument(), order.side()),
        order.side().signed(order.quantity()));
    return after == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(after);
  }

  private Refusal collar(RiskRule rule, Proposal order, RiskView view) {
    long limit = limits.of(RiskKey.PRICE_COLLAR_PCT);
    long market = view.price(order.instrument());
    if (order.price() > 0 && !Breach.isBeyond(order.price(), market, limit)) return null;
    return new Refusal(rule.name(), Breach.over(rule,
        "distance of the price %s from the market's %s".formatted(
            Exact.text(order.price()), Exact.text(market)),
        Exact.text(limit) + " %", Breach.away(order.price(), market)));
  }

  private Refusal marginFloor(RiskRule rule, RiskView view) {
    long floor = limits.of(RiskKey.MARGIN_FLOOR_PCT);
    long level = view.marginLevel();
    if (level == 0 || level >= floor) return null;
    return new Refusal(rule.name(), "margin_floor_pct must be at most the margin level, %s > %s;"
        .formatted(Exact.text(floor), Exact.text(level)) + " close something or lower it");
  }

  private Refusal measuredUsage(RiskRule rule, Proposal order, Readings readings) {
    long hours = limits.of(RiskKey.MEASURED_USAGE_HOURS);
    boolean isOver = readings.now() - readings.view().sessionStart() >= hours * HOUR;
    return isOver ? null
        : atMost(rule, "quantity in the first %d hours".formatted(hours), order.quantity());
  }

  private Refusal cooldown(RiskRule rule, Readings readings) {
    long losses = readings.losses();
    if (losses < Math.max(1, limits.of(RiskKey.COOLDOWN_AFTER_CONSECUTIVE))) return null;
    long until = readings.view().lastLossTime() + limits.of(RiskKey.COOLDOWN_AFTER_LOSS);
    return readings.now() >= until ? null
        : new Refusal(rule.name(),
            ("cooldown_after_loss must be over after loss %d in a row, is for"
                + " another %d s; wait or lower it")
                .formatted(losses, (until - readings.now() + 999_999) / 1_000_000));
  }
}
