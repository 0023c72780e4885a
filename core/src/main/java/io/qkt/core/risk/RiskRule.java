package io.qkt.core.risk;

import static io.qkt.core.risk.RiskInput.*;

import java.util.Arrays;
import java.util.List;

/**
 * Every rule of risk, in the order in which they are asked; its name is its code, which journals
 * and scripts rely on.
 */
public enum RiskRule {
  KILLED(Effect.HALTS, "everything but an operator's flatten, until somebody rearms"),
  ENGINE_FAULT(Effect.HALTS, "entries after the engine caught a fault, until resumed"),
  PERSISTENCE_FAILURE(Effect.HALTS, "entries after a write of state failed, until resumed"),
  RUNAWAY_ROUND_TRIPS(Effect.HALTS, "entries once that many round trips were made within"
      + " `runaway.minutes`, until resumed",
      List.of(RiskKey.RUNAWAY_ROUND_TRIPS, RiskKey.RUNAWAY_MINUTES), EVENTS),
  RUNAWAY_REJECTIONS(Effect.HALTS, "entries once a venue rejected that many orders within a"
      + " minute, until resumed", List.of(RiskKey.RUNAWAY_REJECTIONS), EVENTS),
  MAX_DAILY_LOSS(Effect.HALTS, "entries once more than that was lost since 00:00 UTC, until the"
      + " next 00:00 UTC", List.of(RiskKey.MAX_DAILY_LOSS), REALIZED_TODAY),
  MAX_DRAWDOWN(Effect.HALTS, "entries once equity is more than that below the start balance"
      + " (`static`) or its peak (`trailing`), until resumed",
      List.of(RiskKey.MAX_DRAWDOWN_PCT, RiskKey.TOTAL_DD_BASIS), EQUITY, START_BALANCE, PEAK),
  MAX_DAILY_DRAWDOWN(Effect.HALTS, "entries once equity is more than that below what the day"
      + " began with, until the next 00:00 UTC",
      List.of(RiskKey.MAX_DAILY_DRAWDOWN_PCT, RiskKey.DAILY_DD_BASIS), EQUITY, DAY_START),
  LOSS_STREAK(Effect.HALTS, "entries once that many closes in a row lost, until the next 00:00"
      + " UTC (`daily`) or until resumed (`persistent`)",
      List.of(RiskKey.LOSS_STREAK_HALT, RiskKey.LOSS_STREAK_HALT_SCOPE), LOSSES),
  ACCOUNT_MAX_DAILY_LOSS(Effect.HALTS, "entries of all owners, like MAX_DAILY_LOSS",
      List.of(RiskKey.ACCOUNT_MAX_DAILY_LOSS), REALIZED_TODAY),
  ACCOUNT_MAX_DRAWDOWN(Effect.HALTS, "entries of all owners, like MAX_DRAWDOWN",
      List.of(RiskKey.ACCOUNT_MAX_DRAWDOWN_PCT, RiskKey.TOTAL_DD_BASIS), EQUITY, START_BALANCE,
      PEAK),
  ACCOUNT_MAX_DAILY_DRAWDOWN(Effect.HALTS, "entries of all owners, like MAX_DAILY_DRAWDOWN",
      List.of(RiskKey.ACCOUNT_MAX_DAILY_DRAWDOWN_PCT, RiskKey.DAILY_DD_BASIS), EQUITY, DAY_START),
  ORDER_RATE(Effect.HALTS, "the entry that is one more than that within `order_rate.seconds`,"
      + " and all later ones until enabled again",
      List.of(RiskKey.ORDER_RATE_ORDERS, RiskKey.ORDER_RATE_SECONDS), EVENTS),
  MAX_ORDER_QTY(Effect.REFUSES, "a larger quantity", List.of(RiskKey.MAX_ORDER_QTY)),
  MAX_ORDER_NOTIONAL(Effect.REFUSES, "more than that in account currency: quantity, its own price"
      + " or else the last one, contract size and rate multiplied",
      List.of(RiskKey.MAX_ORDER_NOTIONAL), PRICE, CONTRACT_SIZE, RATE),
  PRICE_COLLAR(Effect.REFUSES, "a price of its own that is farther than that from the last one",
      List.of(RiskKey.PRICE_COLLAR_PCT), PRICE),
  MARGIN_FLOOR(Effect.REFUSES, "any quantity while the margin level is lower, where the venue"
      + " reports margin; a level of 0 means that none is used",
      List.of(RiskKey.MARGIN_FLOOR_PCT), MARGIN),
  MEASURED_USAGE(Effect.REFUSES, "a larger quantity in the first `measured_usage_hours` of a"
      + " session", List.of(RiskKey.MEASURED_USAGE_MAX_QTY, RiskKey.MEASURED_USAGE_HOURS),
      SESSION_START),
  MAX_POSITION_SIZE(Effect.REFUSES, "what would make filled and working quantity larger",
      List.of(RiskKey.MAX_POSITION_SIZE), POSITION),
  MAX_OPEN_POSITIONS(Effect.REFUSES, "an instrument that is not open yet once that many are",
      List.of(RiskKey.MAX_OPEN_POSITIONS), BOOK),
  MAX_TRADES_PER_DAY(Effect.REFUSES, "any quantity once that many entries were filled since 00:00"
      + " UTC", List.of(RiskKey.MAX_TRADES_PER_DAY), ENTRIES_TODAY),
  COOLDOWN_AFTER_LOSS(Effect.REFUSES, "any quantity for that long after a loss that is at least"
      + " number `cooldown_after_consecutive` in a row",
      List.of(RiskKey.COOLDOWN_AFTER_LOSS, RiskKey.COOLDOWN_AFTER_CONSECUTIVE), LOSSES),
  ACCOUNT_MAX_POSITION_SIZE(Effect.REFUSES, "like MAX_POSITION_SIZE, all owners together",
      List.of(RiskKey.ACCOUNT_MAX_POSITION_SIZE), POSITION),
  ACCOUNT_MAX_OPEN_POSITIONS(Effect.REFUSES, "like MAX_OPEN_POSITIONS, all owners together",
      List.of(RiskKey.ACCOUNT_MAX_OPEN_POSITIONS), BOOK),
  MARKET_DATA_SKEWED(Effect.SUPPRESSES, "entries while quotes are stamped more than 60 s away from"
      + " when they came", List.of(RiskKey.MARKET_DATA_GATE), QUOTE),
  MARKET_DATA_CROSSED(Effect.SUPPRESSES, "entries while the bid is above the ask",
      List.of(RiskKey.MARKET_DATA_GATE), QUOTE),
  MARKET_DATA_OUTLIER(Effect.SUPPRESSES, "entries while the newest price is more than 6 standard"
      + " deviations from the mean of the last 64 (at least 16); the third in a row that agrees"
      + " with the first begins a new row", List.of(RiskKey.MARKET_DATA_GATE), QUOTE),
  MARKET_DATA_STALE(Effect.SUPPRESSES, "entries when the newest quote is older than 5 usual gaps"
      + " and than 10 s", List.of(RiskKey.MARKET_DATA_GATE), QUOTE),
  BOOK_EXPOSURE(Effect.SCALES, "entries of a book's children, capped where gross, net or one"
      + " symbol's exposure would grow beyond that in account currency",
      List.of(RiskKey.BOOK_MAX_GROSS_EXPOSURE, RiskKey.BOOK_MAX_NET_EXPOSURE,
          RiskKey.BOOK_MAX_SYMBOL_CONCENTRATION),
      PRICE, CONTRACT_SIZE, RATE, EXPOSURE),
  DE_RISK(Effect.SCALES, "entries of a book's children, by what the ladder leaves at the book's"
      + " drawdown; a step back up waits `book_risk.de_risk.cooldown_bars`",
      List.of(RiskKey.BOOK_LADDER, RiskKey.BOOK_LADDER_COOLDOWN_BARS), EQUITY, PEAK),
  ALLOCATION(Effect.SCALES, "entries of a book's children, by regime, inverse volatility or equal"
      + " risk contribution",
      List.of(RiskKey.BOOK_ALLOCATION, RiskKey.BOOK_TARGET_VOL_PCT, RiskKey.BOOK_ALLOCATION_BARS),
      EQUITY);

  /** What a rule does to an order that breaks it. */
  public enum Effect {
    /** This order is refused, the next one is asked anew. */
    REFUSES,
    /** No new exposure until the halt ends. */
    HALTS,
    /** Refused while the market's data is doubtful. */
    SUPPRESSES,
    /** Made smaller, at worst to nothing. */
    SCALES
  }

  private final Effect effect;
  private final String what;
  private final List<RiskKey> keys;
  private final List<RiskInput> inputs;
  private final boolean ofAccount;

  RiskRule(Effect effect, String what) {
    this(effect, what, List.of());
  }

  RiskRule(Effect effect, String what, List<RiskKey> keys, RiskInput... inputs) {
    this.effect = effect;
    this.what = what;
    this.keys = keys;
    this.inputs = List.copyOf(Arrays.asList(inputs));
    this.ofAccount = name().startsWith("ACCOUNT_");
  }

  public Effect effect() {
    return effect;
  }

  /** What it refuses, halts or scales, as the reference tells it. */
  public String what() {
    return what;
  }

  /** What it lets pass whatever its limit says. */
  public String passes() {
    if (this == KILLED) return "an operator's flatten";
    return effect == Effect.SCALES ? "orders that reduce, in full" : "orders that reduce";
  }

  /** The key that turns it on, and those that shape it; none where it cannot be turned off. */
  public List<RiskKey> keys() {
    return keys;
  }

  /** All that it may have to know; what it needs for one order may be less. */
  public List<RiskInput> inputs() {
    return inputs;
  }

  /** Whether it holds for all owners of an account together. */
  public boolean ofAccount() {
    return ofAccount;
  }

  String key() {
    return keys.getFirst().key();
  }
}
