package io.qkt.core.position;

import io.qkt.core.money.Wide;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.Arrays;

/**
 * The record of an owner: streaks, counters of the UTC day, and what drawdowns are measured from. A
 * trade is an execution that reduces a position; it is won or lost by what the closed part made
 * less its share of the fee, and one that made nothing is a trade and neither. Time never goes
 * back: an execution that is told late counts for the day in which it is told.
 */
public final class Results {
  /** A time that has not come yet. */
  public static final long NEVER = Long.MIN_VALUE;

  private final long[] tradesToday;
  private final long[] lastTradeAt;
  private long day = NEVER;
  private long wins;
  private long losses;
  private long banked;
  private long trades;
  private long won;
  private long lost;
  private long allTradesToday;
  private long winsToday;
  private long lossesToday;
  private long entriesToday;
  private long realizedToday;
  private long accountLastTradeAt = NEVER;
  private long lastTradePnl;
  private long fills;
  private long fees;
  private long swaps;
  private long balanceAtDayStart;
  private long equityAtDayStart;
  private long equityPeak;

  Results(int instruments, long startingBalance) {
    tradesToday = new long[instruments];
    lastTradeAt = new long[instruments];
    Arrays.fill(lastTradeAt, NEVER);
    balanceAtDayStart = startingBalance;
    equityAtDayStart = startingBalance;
    equityPeak = startingBalance;
  }

  boolean isNewDay(long time) {
    return Math.floorDiv(time, SwapClock.DAY) > day;
  }

  void startDay(long time, long balance, long equity) {
    day = Math.floorDiv(time, SwapClock.DAY);
    balanceAtDayStart = balance;
    equityAtDayStart = equity;
    Arrays.fill(tradesToday, 0);
    allTradesToday = 0;
    winsToday = 0;
    lossesToday = 0;
    entriesToday = 0;
    realizedToday = 0;
  }

  void filled(int instrument, Outcome outcome, long fee, long time) {
    fills++;
    fees = Wide.saturatedSum(fees, fee);
    realizedToday = Wide.saturatedSum(realizedToday, outcome.realized());
    if (outcome.openedQuantity() > 0) entriesToday++;
    if (outcome.closedQuantity() > 0) traded(instrument, outcome.closedPnl(), time);
  }

  private void traded(int instrument, long pnl, long time) {
    trades++;
    allTradesToday++;
    tradesToday[instrument]++;
    lastTradeAt[instrument] = Math.max(lastTradeAt[instrument], time);
    accountLastTradeAt = Math.max(accountLastTradeAt, time);
    lastTradePnl = pnl;
    if (pnl > 0) win(pnl);
    if (pnl < 0) lose();
  }

  private void win(long pnl) {
    won++;
    winsToday++;
    wins++;
    losses = 0;
    banked = Wide.saturatedSum(banked, pnl);
  }

  private void lose() {
    lost++;
    lossesToday++;
    losses++;
    wins = 0;
    banked = 0;
  }

  void swapped(long amount) {
    swaps = Wide.saturatedSum(swaps, amount);
    realizedToday = Wide.saturatedSum(realizedToday, amount);
  }

  void equity(long equity) {
    equityPeak = Math.max(equityPeak, equity);
  }

  /** Drawdowns are measured from where they would be if it had been there from the start. */
  void transferred(long amount) {
    balanceAtDayStart = Wide.saturatedSum(balanceAtDayStart, amount);
    equityAtDayStart = Wide.saturatedSum(equityAtDayStart, amount);
    equityPeak = Wide.saturatedSum(equityPeak, amount);
  }

  /** Winning trades since the last losing one. */
  public long wins() {
    return wins;
  }

  /** Losing trades since the last winning one. */
  public long losses() {
    return losses;
  }

  /** What the trades of the current winning streak have made. */
  public long banked() {
    return banked;
  }

  public long tradesToday() {
    return allTradesToday;
  }

  public long tradesToday(int instrument) {
    return tradesToday[instrument];
  }

  public long winsToday() {
    return winsToday;
  }

  public long lossesToday() {
    return lossesToday;
  }

  /** Executions that opened a position or added to one. */
  public long entriesToday() {
    return entriesToday;
  }

  /** Profits, fees and swaps of the UTC day. */
  public long realizedToday() {
    return realizedToday;
  }

  /** In microseconds, or {@link #NEVER}. */
  public long lastTradeAt() {
    return accountLastTradeAt;
  }

  /** In microseconds, or {@link #NEVER}. */
  public long lastTradeAt(int instrument) {
    return lastTradeAt[instrument];
  }

  /** What the last trade made, 0 before the first. */
  public long lastTradePnl() {
    return lastTradePnl;
  }

  /** All trades ever, {@code won} and {@code lost} of them; the rest made nothing. */
  public long trades() {
    return trades;
  }

  public long won() {
    return won;
  }

  public long lost() {
    return lost;
  }

  public long fills() {
    return fills;
  }

  /** All fees ever paid. */
  public long fees() {
    return fees;
  }

  /** All swaps ever gained, negative where they were paid. */
  public long swaps() {
    return swaps;
  }

  public long balanceAtDayStart() {
    return balanceAtDayStart;
  }

  public long equityAtDayStart() {
    return equityAtDayStart;
  }

  public long equityPeak() {
    return equityPeak;
  }

  void write(StateWriter out) {
    for (long count : tradesToday)
      out.add(count);
    for (long time : lastTradeAt)
      out.add(time);
    out.add(day)
        .add(wins)
        .add(losses)
        .add(banked)
        .add(trades)
        .add(won)
        .add(lost)
        .add(allTradesToday)
        .add(winsToday)
        .add(lossesToday)
        .add(entriesToday)
        .add(realizedToday)
        .add(accountLastTradeAt)
        .add(lastTradePnl)
        .add(fills)
        .add(fees)
        .add(swaps)
        .add(balanceAtDayStart)
        .add(equityAtDayStart)
        .add(equityPeak);
  }

  void read(StateReader in) {
    for (int i = 0; i < tradesToday.length; i++)
      tradesToday[i] = in.word();
    for (int i = 0; i < lastTradeAt.length; i++)
      lastTradeAt[i] = in.word();
    day = in.word();
    wins = in.word();
    losses = in.word();
    banked = in.word();
    trades = in.word();
    won = in.word();
    lost = in.word();
    allTradesToday = in.word();
    winsToday = in.word();
    lossesToday = in.word();
    entriesToday = in.word();
    realizedToday = in.word();
    accountLastTradeAt = in.word();
    lastTradePnl = in.word();
    fills = in.word();
    fees = in.word();
    swaps = in.word();
    balanceAtDayStart = in.word();
    equityAtDayStart = in.word();
    equityPeak = in.word();
  }
}
