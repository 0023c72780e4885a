package io.qkt.core.session;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.risk.RiskLimits;
import java.util.function.Function;

/**
 * With what means a session trades: its money, what is known of its instruments, its limits.
 *
 * @param currency that of the account, as in USD
 */
public record AccountPlan(long startingBalance, Function<Instrument, InstrumentSpec> specs,
    RiskLimits limits, String currency) {
  private static final long BALANCE_DEFAULT = 10_000_00000000L;

  /** One in US dollars. */
  public AccountPlan(long startingBalance, Function<Instrument, InstrumentSpec> specs,
      RiskLimits limits) {
    this(startingBalance, specs, limits, "USD");
  }

  /** Ten thousand, and nothing known of any instrument. */
  public static final AccountPlan DEFAULT = new AccountPlan(BALANCE_DEFAULT,
      _ -> InstrumentSpec.PLAIN, RiskLimits.DEFAULT);
}
