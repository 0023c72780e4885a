package io.qkt.core.risk;

import io.qkt.core.money.Exact;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A configuration key of the section {@code risk}, with its default. 0 or {@code off} turns a rule
 * off; a key that starts with {@code account_} holds for all owners of an account together.
 */
public enum RiskKey {
  MAX_ORDER_QTY("max_order_qty", Kind.AMOUNT, "100"),
  MAX_ORDER_NOTIONAL("max_order_notional", Kind.AMOUNT, "250000"),
  PRICE_COLLAR_PCT("price_collar_pct", Kind.AMOUNT, "25"),
  MARGIN_FLOOR_PCT("margin_floor_pct", Kind.AMOUNT, "200"),
  MEASURED_USAGE_MAX_QTY("measured_usage_max_qty", Kind.AMOUNT, "0"),
  MEASURED_USAGE_HOURS("measured_usage_hours", Kind.COUNT, "24"),
  MAX_POSITION_SIZE("max_position_size", Kind.AMOUNT, "0"),
  MAX_OPEN_POSITIONS("max_open_positions", Kind.COUNT, "0"),
  MAX_TRADES_PER_DAY("max_trades_per_day", Kind.COUNT, "0"),
  COOLDOWN_AFTER_LOSS("cooldown_after_loss", Kind.DURATION, "0"),
  COOLDOWN_AFTER_CONSECUTIVE("cooldown_after_consecutive", Kind.COUNT, "1"),
  MAX_DAILY_LOSS("max_daily_loss", Kind.AMOUNT, "1000"),
  MAX_DRAWDOWN_PCT("max_drawdown_pct", Kind.AMOUNT, "0"),
  TOTAL_DD_BASIS("total_dd_basis", List.of("static", "trailing")),
  MAX_DAILY_DRAWDOWN_PCT("max_daily_drawdown_pct", Kind.AMOUNT, "0"),
  DAILY_DD_BASIS("daily_dd_basis", List.of("balance", "equity")),
  LOSS_STREAK_HALT("loss_streak_halt", Kind.COUNT, "0"),
  LOSS_STREAK_HALT_SCOPE("loss_streak_halt_scope", List.of("daily", "persistent")),
  RUNAWAY_ROUND_TRIPS("runaway.round_trips", Kind.COUNT, "0"),
  RUNAWAY_MINUTES("runaway.minutes", Kind.COUNT, "10"),
  RUNAWAY_REJECTIONS("runaway.rejections", Kind.COUNT, "0"),
  ORDER_RATE_ORDERS("order_rate.orders", Kind.COUNT, "0"),
  ORDER_RATE_SECONDS("order_rate.seconds", Kind.COUNT, "10"),
  MARKET_DATA_GATE("market_data_gate", List.of("off", "on")),
  EQUITY_STALE_SECONDS("equity_stale_seconds", Kind.COUNT, "15"),
  LIVE_EQUITY_BASIS("live_equity_basis", List.of("venue", "modeled")),
  ACCOUNT_MAX_POSITION_SIZE("account_max_position_size", Kind.AMOUNT, "0"),
  ACCOUNT_MAX_OPEN_POSITIONS("account_max_open_positions", Kind.COUNT, "0"),
  ACCOUNT_MAX_DAILY_LOSS("account_max_daily_loss", Kind.AMOUNT, "0"),
  ACCOUNT_MAX_DRAWDOWN_PCT("account_max_drawdown_pct", Kind.AMOUNT, "0"),
  ACCOUNT_MAX_DAILY_DRAWDOWN_PCT("account_max_daily_drawdown_pct", Kind.AMOUNT, "0"),
  BOOK_MAX_GROSS_EXPOSURE("book_risk.limits.max_gross_exposure", Kind.AMOUNT, "0"),
  BOOK_MAX_NET_EXPOSURE("book_risk.limits.max_net_exposure", Kind.AMOUNT, "0"),
  BOOK_MAX_SYMBOL_CONCENTRATION("book_risk.limits.max_symbol_concentration", Kind.AMOUNT, "0"),
  BOOK_LADDER("book_risk.de_risk.ladder", Kind.LADDER, "0"),
  BOOK_LADDER_COOLDOWN_BARS("book_risk.de_risk.cooldown_bars", Kind.COUNT, "0"),
  BOOK_ALLOCATION("book_risk.allocation.method", List.of("fixed", "inverse_vol", "erc")),
  BOOK_TARGET_VOL_PCT("book_risk.allocation.target_vol_pct", Kind.AMOUNT, "0"),
  BOOK_ALLOCATION_BARS("book_risk.allocation.rebalance_every_bars", Kind.COUNT, "64");

  private enum Kind {
    /** An exact number at scale 8; percentages are such numbers too. */
    AMOUNT,
    /** A whole number. */
    COUNT,
    /** {@code 90s}, {@code 15m}, {@code 4h} or {@code 1d}; a bare number is of seconds. */
    DURATION,
    /** One of a few words, kept as its place among them; the first one is the default. */
    WORD,
    /** Steps of a drawdown, read by {@link DeRiskLadder}. */
    LADDER
  }

  private static final String UNITS = "smhd";
  private static final long[] UNIT_SECONDS = {1, 60, 3_600, 86_400};
  private static final long SECOND = 1_000_000L;
  private static final long COUNT_MAX = 1_000_000L;
  private static final int DURATION_CHARS_MAX = 9;

  private final String key;
  private final Kind kind;
  private final List<String> words;
  private final String initial;

  RiskKey(String key, Kind kind, String initial) {
    this.key = key;
    this.kind = kind;
    this.words = List.of();
    this.initial = initial;
  }

  RiskKey(String key, List<String> words) {
    this.key = key;
    this.kind = Kind.WORD;
    this.words = words;
    this.initial = words.getFirst();
  }

  /** As it is written in the configuration, below {@code risk}. */
  public String key() {
    return key;
  }

  /** Its default, as it would be written. */
  public String initial() {
    return initial;
  }

  /** The key that is written like this; where there is none, the refusal names the nearest. */
  static RiskKey named(String text) {
    for (var known : values())
      if (known.key.equals(text)) return known;
    var nearest = Arrays.stream(values())
        .min(Comparator.comparingInt(known -> distance(text, known.key)))
        .orElseThrow();
    throw new IllegalArgumentException(
        "a key of risk must be a known one, was '%s'; did you mean %s?"
            .formatted(text, nearest.key));
  }

  /** What {@code text} means, as a long; for a ladder whether there is one. */
  long read(String text) {
    var trimmed = text.strip();
    if (kind != Kind.WORD && trimmed.equals("off")) return 0;
    try {
      return readAs(trimmed);
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw new IllegalArgumentException(
          "%s must be %s, was '%s'".formatted(key, expected(), text), wrong);
    }
  }

  private long readAs(String text) {
    return switch (kind) {
      case AMOUNT -> notNegative(Exact.parse(text));
      case COUNT -> notNegative(count(text));
      case DURATION -> notNegative(micros(text));
      case WORD -> notNegative(words.indexOf(text));
      case LADDER -> text.equals("0") ? 0 : DeRiskLadder.parse(text).rungs();
    };
  }

  private String expected() {
    return switch (kind) {
      case AMOUNT -> "a number of 0 or more";
      case COUNT -> "a whole number from 0 to " + COUNT_MAX;
      case DURATION -> "a time like 90s, 15m, 4h or 1d";
      case WORD -> "one of " + String.join(", ", words);
      case LADDER -> DeRiskLadder.FORM;
    };
  }

  private static long notNegative(long value) {
    if (value < 0) throw new IllegalArgumentException("negative");
    return value;
  }

  private static long count(String text) {
    long count = Long.parseLong(text);
    if (count > COUNT_MAX) throw new IllegalArgumentException("too many");
    return count;
  }

  private static long micros(String text) {
    if (text.isEmpty() || text.length() > DURATION_CHARS_MAX)
      throw new IllegalArgumentException("no time");
    int unit = UNITS.indexOf(text.charAt(text.length() - 1));
    var digits = unit < 0 ? text : text.substring(0, text.length() - 1);
    return Long.parseLong(digits) * (unit < 0 ? 1 : UNIT_SECONDS[unit]) * SECOND;
  }

  /** How many letters must be changed, added or left out to make one word of the other. */
  private static int distance(String from, String to) {
    var row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++)
      row[j] = j;
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
