package io.qkt.core.risk;

import java.util.Arrays;
import java.util.function.Predicate;

/** The limits of an owner, one value for each {@link RiskKey}; never changed, only copied. */
public final class RiskLimits {
  /** What holds in backtest, on paper and live unless somebody says otherwise. */
  public static final RiskLimits DEFAULT = initial();

  /** What a profile that is not of paper begins with: what catches a program run wild is on. */
  public static final RiskLimits LIVE = DEFAULT
      .with("runaway.round_trips", "10")
      .with("runaway.rejections", "5")
      .with("order_rate.orders", "20")
      .with("market_data_gate", "on");

  private final long[] values;
  private final DeRiskLadder ladder;

  private RiskLimits(long[] values, DeRiskLadder ladder) {
    this.values = values;
    this.ladder = ladder;
  }

  private static RiskLimits initial() {
    return new RiskLimits(
        Arrays.stream(RiskKey.values()).mapToLong(key -> key.read(key.initial())).toArray(),
        DeRiskLadder.NONE);
  }

  /** These with another value of one key, both as the configuration writes them. */
  public RiskLimits with(String key, String value) {
    var known = RiskKey.named(key);
    var changed = values.clone();
    changed[known.ordinal()] = known.read(value);
    if (known != RiskKey.BOOK_LADDER) return new RiskLimits(changed, ladder);
    return new RiskLimits(changed,
        changed[known.ordinal()] == 0 ? DeRiskLadder.NONE : DeRiskLadder.parse(value));
  }

  /** These with every rule off that {@code some} names, as far as a key can turn it off. */
  public RiskLimits without(Predicate<RiskRule> some) {
    var changed = values.clone();
    for (var rule : RiskRule.values()) {
      if (some.test(rule)) rule.keys().forEach(key -> changed[key.ordinal()] = 0);
    }
    return new RiskLimits(changed, changed[RiskKey.BOOK_LADDER.ordinal()] == 0
        ? DeRiskLadder.NONE
        : ladder);
  }

  /**
   * The value of a key: amounts and percentages at scale 8, counts plain, times in microseconds,
   * words by their place among those that the key takes.
   */
  public long of(RiskKey key) {
    return values[key.ordinal()];
  }

  public DeRiskLadder ladder() {
    return ladder;
  }

  /** Whether anything turns the rule on; one without a key cannot be turned off. */
  public boolean isOn(RiskRule rule) {
    // Of the exposure limits each one turns on its own part; elsewhere later keys only shape.
    if (rule == RiskRule.BOOK_EXPOSURE) return rule.keys().stream().anyMatch(key -> of(key) != 0);
    return rule.keys().isEmpty() || of(rule.keys().getFirst()) != 0;
  }
}
