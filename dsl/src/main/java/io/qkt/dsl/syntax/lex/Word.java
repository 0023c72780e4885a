package io.qkt.dsl.syntax.lex;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The reserved words: in any case, and never the name of a stream or a value. */
public enum Word {
  STRATEGY, VERSION, DEFAULTS, SYMBOLS, SYNCHRONIZE, BASKET, SERIES, EQUAL_WEIGHT, SCHEDULE,
  SEQUENCE, LET, PARAM, RULES, WHEN, THEN, FOR, EACH, IN, DO, BUY, SELL, CLOSE, CLOSE_ALL,
  FLATTEN, RESIZE, CANCEL, CANCEL_ALL, LOG, WARN, ERROR, DEBUG, STACK, STAGE, SPACING, WITHIN,
  AFTER, PORTFOLIO, IMPORT, AS, RUN, HOLD, CAPITAL, WEIGHT, OVERRIDE, NAME, REGIMES, STATE,
  DEFAULT, ALLOCATE, METHOD, REBALANCE, CASH, ARROW, MARKET, LIMIT, STOP, TRAILING, AT, BY, TO,
  PCT, STEP, TIGHTEN, FLOOR, SIZING, MIN_STEP, RISK, USD, OF, EQUITY, BALANCE, POSITION,
  POSITION_AVG_PRICE, OPEN_ORDERS, BRACKET, OCO, ON, TAKE, PROFIT, LOSS, RR, LATCH, ENTER, OFFSET,
  ARM, WITH, AGAINST, RETRACE, FROM, EXPIRE, CONFIRM, CLOSE_BEYOND, TIME_IN_BREACH, RETEST_HOLD,
  TIF, GTC, IOC, FOK, DAY, GTD, UNTIL, HOUR, WEEKDAY, UTC, NY, LONDON, TOKYO, SYDNEY, CHICAGO,
  BROKER, ORDER_TYPE, STOP_LOSS, TAKE_PROFIT, ON_FILL, ON_STOP, ON_TP, ON_CLOSE, EVERY, CROSSES,
  ABOVE, BELOW, BETWEEN, IS, NULL, AND, OR, NOT, CASE, ELSE, END, SINCE, OPEN, MAX, MIN, MEAN, SUM,
  ACCOUNT, STREAK, TRADES, COOLDOWN, SYMBOL, NOW, OCO_ENTRY, STACK_AT, MFE, MAE, RECOVER, ENTRY_QTY,
  EXIT, WARMUP, BARS, TRUE, FALSE;

  private static final int CHARS_MAX = 20;
  private static final Map<String, Word> BY_TEXT = new TreeMap<>();

  static {
    for (var word : values())
      BY_TEXT.put(word.name(), word);
  }

  /**
   * The reserved word that is written so, or null. Only letters of ASCII make one: the dotless i of
   * Turkish must not turn a name into LIMIT.
   */
  static Word of(String text) {
    if (text.length() > CHARS_MAX || text.chars().anyMatch(c -> c > 'z')) return null;
    return BY_TEXT.get(text.toUpperCase(Locale.ROOT));
  }
}
