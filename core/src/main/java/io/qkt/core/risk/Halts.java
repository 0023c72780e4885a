package io.qkt.core.risk;

import io.qkt.core.money.Exact;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The halts of an owner, or of a whole account. A halt of the day ends at the next 00:00 UTC, any
 * other when somebody resumes; while one holds only orders that reduce pass. After a kill not even
 * those do: only an operator's flatten, which asks no gate, until somebody rearms.
 */
public final class Halts {
  private static final long DAY = 86_400_000_000L;
  private static final long MINUTE = 60_000_000L;
  /** Those that a view can break; a fault, a failed write and a kill are told. */
  private static final RiskRule[] JUDGED = Arrays.stream(RiskRule.values())
      .filter(rule -> rule.effect() == RiskRule.Effect.HALTS && !rule.keys().isEmpty())
      .toArray(RiskRule[]::new);

  private final TreeMap<RiskRule, Halted> halted = new TreeMap<>();
  private final OrderThrottle throttle = new OrderThrottle();
  private final EventWindow roundTrips = new EventWindow();
  private final EventWindow rejections = new EventWindow();
  private final Readings readings = new Readings();
  private long losses;
  // A streak that halted once halts again only by as many losses more.
  private long lossesForgiven;

  /**
   * What is newly halted by what the view shows; to be asked after each fill and each mark. Hot:
   * nothing is kept or made while nothing happens.
   */
  public List<Halted> judge(RiskLimits limits, RiskView view, long now) {
    end(now);
    noteLosses(view.consecutiveLosses());
    readings.of(limits, view, now);
    List<Halted> added = List.of();
    for (var rule : JUDGED) {
      if (!limits.isOn(rule) || rule.ofAccount() != view.ofAccount() || halted.containsKey(rule))
        continue;
      // Without its input it halts nothing: the gate refuses entries meanwhile and says why.
      var why = readings.missing(rule, 0, false) == null ? broken(rule, readings) : null;
      if (why == null) continue;
      if (added.isEmpty()) added = new ArrayList<>();
      added.add(halt(rule, why, until(rule, limits, now), now));
    }
    return added;
  }

  private String broken(RiskRule rule, Readings readings) {
    var limits = readings.limits();
    return switch (rule) {
      case MAX_DAILY_LOSS, ACCOUNT_MAX_DAILY_LOSS ->
          lostToday(rule, limits.of(rule.keys().getFirst()), readings.view().realizedToday());
      case MAX_DRAWDOWN, ACCOUNT_MAX_DRAWDOWN -> fell(rule, readings, readings.totalBase());
      case MAX_DAILY_DRAWDOWN, ACCOUNT_MAX_DAILY_DRAWDOWN ->
          fell(rule, readings, readings.dailyBase());
      case LOSS_STREAK -> reached(rule, limits, "losses in a row", losses - lossesForgiven);
      case RUNAWAY_ROUND_TRIPS -> reached(rule, limits, "round trips of the last minutes",
          roundTrips.count(readings.now(), runawayWindow(limits)));
      case RUNAWAY_REJECTIONS -> reached(rule, limits, "rejections of the last minute",
          rejections.count(readings.now(), MINUTE));
      default -> null;
    };
  }

  private static String lostToday(RiskRule rule, long limit, long realized) {
    if (realized >= -limit) return null;
    var loss = realized == Long.MIN_VALUE ? "more than can be told" : Exact.text(-realized);
    return Breach.over(rule, "loss of the day", Exact.text(limit), loss);
  }

  private static String fell(RiskRule rule, Readings readings, long base) {
    long limit = readings.limits().of(rule.keys().getFirst());
    long equity = readings.equity();
    if (!Breach.fellBeyond(equity, base, limit)) return null;
    return Breach.over(rule, "drawdown", Exact.text(limit) + " %", Breach.away(equity, base));
  }

  private static String reached(RiskRule rule, RiskLimits limits, String what, long count) {
    long limit = limits.of(rule.keys().getFirst());
    return count < limit ? null
        : "%s must be more than the %s, %d <= %d; raise %s".formatted(rule.key(), what, limit,
            count,
            rule.key());
  }

  private static long until(RiskRule rule, RiskLimits limits, long now) {
    boolean daily = switch (rule) {
      case MAX_DAILY_LOSS, MAX_DAILY_DRAWDOWN, ACCOUNT_MAX_DAILY_LOSS, ACCOUNT_MAX_DAILY_DRAWDOWN ->
          true;
      case LOSS_STREAK -> limits.of(RiskKey.LOSS_STREAK_HALT_SCOPE) == 0;
      default -> false;
    };
    return daily ? (Math.floorDiv(now, DAY) + 1) * DAY : Halted.RESUMED;
  }

  /** Halts for a reason that no view shows, like a fault or a failed write. */
  public Halted halt(RiskRule rule, String why, long now) {
    return halt(rule, why, Halted.RESUMED, now);
  }

  private Halted halt(RiskRule rule, String why, long until, long now) {
    var halt = new Halted(rule.name(), why, now, until);
    halted.put(rule, halt);
    if (rule == RiskRule.LOSS_STREAK) lossesForgiven = losses;
    return halt;
  }

  /** A position was opened and closed again. */
  public void roundTrip(RiskLimits limits, long now) {
    long limit = limits.of(RiskKey.RUNAWAY_ROUND_TRIPS);
    if (limit != 0) roundTrips.add(now, runawayWindow(limits), limit);
  }

  /** A venue rejected an order; what our own gate refuses does not count. */
  public void rejected(RiskLimits limits, long now) {
    long limit = limits.of(RiskKey.RUNAWAY_REJECTIONS);
    if (limit != 0) rejections.add(now, MINUTE, limit);
  }

  private static long runawayWindow(RiskLimits limits) {
    return limits.of(RiskKey.RUNAWAY_MINUTES) * MINUTE;
  }

  private void noteLosses(long inARow) {
    if (inARow == RiskView.MISSING) return;
    if (inARow < losses) lossesForgiven = 0;
    losses = inARow;
  }

  /** Why an order may not be sent, or nothing if no halt stands in its way. */
  Optional<Refusal> refusal(boolean reducing, long now) {
    for (var entry : halted.entrySet()) {
      boolean stands = now < entry.getValue().until();
      if (stands && (!reducing || entry.getKey() == RiskRule.KILLED))
        return Optional.of(new Refusal(entry.getValue().code(), entry.getValue().why()));
    }
    return throttle.isTripped() && !reducing ? Optional.of(tooMany()) : Optional.empty();
  }

  private static Refusal tooMany() {
    return new Refusal(RiskRule.ORDER_RATE.name(),
        "order_rate.orders must be at least the orders of"
            + " its window, was exceeded; find out why, then enable orders again or raise it");
  }

  /** What holds at {@code now}, in the order of the rules. */
  public List<Halted> at(long now) {
    var standing = new ArrayList<>(
        halted.values().stream().filter(halt -> now < halt.until()).toList());
    if (throttle.isTripped())
      standing.add(new Halted(RiskRule.ORDER_RATE.name(), tooMany().why(), throttle.trippedAt(),
          Halted.RESUMED));
    return standing;
  }

  public boolean isHalted(long now) {
    return refusal(false, now).isPresent();
  }

  public OrderThrottle throttle() {
    return throttle;
  }

  /**
   * Ends every halt but a kill, and enables orders again. What still breaks its rule, like a
   * drawdown, halts again when it is next judged.
   */
  public void resume() {
    halted.keySet().removeIf(rule -> rule != RiskRule.KILLED);
    throttle.enable();
    roundTrips.clear();
    rejections.clear();
  }

  public Halted kill(long now) {
    return halt(RiskRule.KILLED, "the kill switch must be off, is on; rearm it", now);
  }

  public boolean isKilled() {
    return halted.containsKey(RiskRule.KILLED);
  }

  /** Takes the kill back; other halts stay. */
  public void rearm() {
    halted.remove(RiskRule.KILLED);
  }

  private void end(long now) {
    if (!halted.isEmpty()) halted.values().removeIf(halt -> now >= halt.until());
  }

  /** By their names, because the rules may be listed otherwise in another version. */
  public void write(StateWriter to) {
    to.add(halted.size());
    halted.forEach((rule, halt) -> to.add(rule.name())
        .add(halt.why())
        .add(halt.since())
        .add(halt.until()));
    throttle.write(to);
    roundTrips.write(to);
    rejections.write(to);
    to.add(losses).add(lossesForgiven);
  }

  public void read(StateReader from) {
    halted.clear();
    for (int left = from.count(); left > 0; left--) {
      var code = from.text();
      halted.put(RiskRule.valueOf(code),
          new Halted(code, from.text(), from.word(), from.word()));
    }
    throttle.read(from);
    roundTrips.read(from);
    rejections.read(from);
    losses = from.word();
    lossesForgiven = from.word();
  }
}
