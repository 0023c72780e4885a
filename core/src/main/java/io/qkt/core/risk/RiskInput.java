package io.qkt.core.risk;

import java.util.Locale;

/** What a rule must know before it can decide; a rule whose input is missing refuses. */
public enum RiskInput {
  /** The last price of the order's instrument. */
  PRICE,
  /** How many units one lot of it is. */
  CONTRACT_SIZE,
  /** What its currency is worth in that of the account. */
  RATE,
  /** What is held of it, and what is working in the order's direction. */
  POSITION,
  /** In how many instruments there is a position or a working entry. */
  BOOK,
  /** How many entries were filled since 00:00 UTC. */
  ENTRIES_TODAY,
  /** What was made since 00:00 UTC by what was closed. */
  REALIZED_TODAY,
  /** Balance and what is open, not older than {@code equity_stale_seconds}. */
  EQUITY,
  /** The highest equity so far. */
  PEAK,
  /** The balance it began with. */
  START_BALANCE,
  /** The balance or the equity at 00:00 UTC, as {@code daily_dd_basis} says. */
  DAY_START,
  /** How many closes in a row lost, and when the last one did. */
  LOSSES,
  /** When the session began. */
  SESSION_START,
  /** The margin level, where the venue tells one. */
  MARGIN,
  /** The round trips and the rejections of the last minutes. */
  EVENTS,
  /** The newest quote. */
  QUOTE,
  /** What the children of the book hold. */
  EXPOSURE;

  /** The name as it stands in a sentence. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
