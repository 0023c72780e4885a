package io.qkt.core.indicator.catalogue;

import io.qkt.core.indicator.Ema;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.average.Atr;
import io.qkt.core.indicator.average.Bollinger;
import io.qkt.core.indicator.average.Dema;
import io.qkt.core.indicator.average.Hma;
import io.qkt.core.indicator.average.Keltner;
import io.qkt.core.indicator.average.Macd;
import io.qkt.core.indicator.average.Rsi;
import io.qkt.core.indicator.average.Sma;
import io.qkt.core.indicator.average.Tema;
import io.qkt.core.indicator.average.Wma;
import io.qkt.core.indicator.candle.Adx;
import io.qkt.core.indicator.candle.Cci;
import io.qkt.core.indicator.candle.Obv;
import io.qkt.core.indicator.candle.Stoch;
import io.qkt.core.indicator.candle.WilliamsR;
import io.qkt.core.indicator.session.AnchoredReturn;
import io.qkt.core.indicator.session.FailedBreak;
import io.qkt.core.indicator.session.InitialBalance;
import io.qkt.core.indicator.session.Pivot;
import io.qkt.core.indicator.session.ReopenGap;
import io.qkt.core.indicator.session.SeasonalRange;
import io.qkt.core.indicator.session.SessionMomentum;
import io.qkt.core.indicator.session.SessionRange;
import io.qkt.core.indicator.session.SessionVwap;
import io.qkt.core.indicator.session.TickVwap;
import io.qkt.core.indicator.statistic.Comovement;
import io.qkt.core.indicator.statistic.ConfirmRatio;
import io.qkt.core.indicator.statistic.EfficiencyRatio;
import io.qkt.core.indicator.statistic.Extreme;
import io.qkt.core.indicator.statistic.Lag;
import io.qkt.core.indicator.statistic.PercentileRank;
import io.qkt.core.indicator.statistic.RegressionSlope;
import io.qkt.core.indicator.statistic.Residual;
import io.qkt.core.indicator.statistic.RunLength;
import io.qkt.core.indicator.statistic.RunLengthWhere;
import io.qkt.core.indicator.statistic.Skew;
import io.qkt.core.indicator.statistic.Spread;
import io.qkt.core.indicator.statistic.VarianceRatio;
import java.util.List;
import java.util.Optional;

/** Every indicator, one line each: what the language, the manual and the command read. */
public final class IndicatorCatalogue {
  private static final List<Indicator> ALL = List.of(
      Sma.SMA,
      Ema.EMA,
      Wma.WMA,
      Dema.DEMA,
      Tema.TEMA,
      Hma.HMA,
      Rsi.RSI,
      Atr.ATR,
      Spread.STDDEV,
      Spread.VARIANCE,
      Spread.ZSCORE,
      PercentileRank.PERCENTILE_RANK,
      RegressionSlope.REGRESSION_SLOPE,
      Skew.SKEW,
      EfficiencyRatio.ER,
      VarianceRatio.VARIANCE_RATIO,
      Lag.LAG,
      Extreme.HIGHEST,
      Extreme.LOWEST,
      RunLength.RUNLENGTH,
      RunLengthWhere.RUNLENGTH_WHERE,
      Macd.MACD,
      Macd.SIGNAL,
      Macd.HIST,
      Bollinger.UPPER,
      Bollinger.MIDDLE,
      Bollinger.LOWER,
      Comovement.CORRELATION,
      Comovement.BETA,
      Residual.RESID,
      ConfirmRatio.CONFIRM_RATIO,
      WilliamsR.WILLIAMS_R,
      Cci.CCI,
      Stoch.K,
      Stoch.D,
      Adx.ADX,
      Adx.PLUS_DI,
      Adx.MINUS_DI,
      Obv.OBV,
      Keltner.UPPER,
      Keltner.MIDDLE,
      Keltner.LOWER,
      TickVwap.VWAP,
      SessionVwap.VWAP,
      SessionVwap.STDEV,
      SessionRange.HIGH,
      SessionRange.LOW,
      Pivot.P,
      Pivot.R1,
      Pivot.S1,
      SeasonalRange.MEAN,
      SeasonalRange.STDEV,
      SessionMomentum.SESSION_MOMENTUM,
      AnchoredReturn.ANCHORED_RETURN,
      ReopenGap.GAP,
      ReopenGap.ORIGIN,
      ReopenGap.FILL_FRACTION,
      FailedBreak.HIGH,
      FailedBreak.LOW,
      InitialBalance.DEFENDED_HIGH,
      InitialBalance.DEFENDED_LOW);

  private IndicatorCatalogue() {}

  /** In the order in which the manual lists them. */
  public static List<Indicator> all() {
    return ALL;
  }

  public static Optional<Indicator> named(String name) {
    return ALL.stream().filter(indicator -> indicator.name().equals(name)).findFirst();
  }
}
