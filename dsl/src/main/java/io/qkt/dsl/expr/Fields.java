package io.qkt.dsl.expr;

import io.qkt.core.program.calendar.Now;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Facts.AccountField;
import io.qkt.core.program.frame.Facts.InstrumentField;
import io.qkt.core.program.frame.Facts.PositionField;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Arithmetic;
import io.qkt.core.program.node.BarEnd;
import io.qkt.core.program.node.Choice;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Membership;
import io.qkt.core.program.node.Slot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Every field of the language by its name. */
final class Fields {
  /** Fields of a bar, which alone can be asked some bars ago. */
  static final Map<String, BarField> BAR = new TreeMap<>();
  static final Map<String, InstrumentField> INSTRUMENT = new TreeMap<>();
  static final Map<String, PositionField> POSITION = new TreeMap<>();
  static final Map<String, AccountField> ACCOUNT = new TreeMap<>();
  static final Map<String, AccountField> STREAK = new TreeMap<>();
  static final Map<String, AccountField> TRADES = new TreeMap<>();
  static final Map<String, AccountField> COOLDOWN = new TreeMap<>();
  static final Map<String, Now.Part> NOW = new TreeMap<>();
  static final Map<String, Given> EXIT = new TreeMap<>();
  static final List<String> QUOTE = List.of("ask", "bid", "mid", "spread", "timestamp");
  static final List<String> WHOLE = List.of("candle", "tick");

  static {
    for (var field : List.of(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE,
        BarField.VOLUME))
      BAR.put(lower(field), field);
    BAR.put("price", BarField.CLOSE);
    BAR.put("value", BarField.CLOSE);
    for (var field : InstrumentField.values())
      INSTRUMENT.put(lower(field), field);
    fillPosition();
    fillAccount();
    for (var part : Now.Part.values())
      NOW.put(lower(part), part);
    EXIT.put("price", Given.EXIT_PRICE);
    EXIT.put("qty", Given.EXIT_QUANTITY);
    EXIT.put("quantity", Given.EXIT_QUANTITY);
    EXIT.put("pnl", Given.EXIT_PNL);
    EXIT.put("side", Given.EXIT_SIDE);
    EXIT.put("reason", Given.EXIT_REASON);
  }

  private Fields() {}

  private static void fillPosition() {
    for (var field : PositionField.values())
      POSITION.put(lower(field), field);
    POSITION.remove("holding_seconds");
    POSITION.put("holding_duration", PositionField.HOLDING_SECONDS);
    POSITION.put("qty", PositionField.QUANTITY);
    POSITION.put("avg_price", PositionField.ENTRY_PRICE);
    POSITION.put("avg_entry_price", PositionField.ENTRY_PRICE);
    POSITION.put("open_count", PositionField.COUNT);
    POSITION.put("long_count", PositionField.LONGS);
    POSITION.put("short_count", PositionField.SHORTS);
  }

  private static void fillAccount() {
    for (var field : AccountField.values())
      ACCOUNT.put(lower(field), field);
    for (var other : List.of(AccountField.BANKED, AccountField.DRAWDOWN_PERCENT,
        AccountField.OPEN_POSITIONS, AccountField.ENTRIES_TODAY, AccountField.COOLDOWN_SECONDS))
      ACCOUNT.remove(lower(other));
    ACCOUNT.put("dd_pct", AccountField.DRAWDOWN_PERCENT);
    ACCOUNT.put("open_positions_count", AccountField.OPEN_POSITIONS);
    STREAK.put("wins", AccountField.WIN_STREAK);
    STREAK.put("losses", AccountField.LOSS_STREAK);
    STREAK.put("banked", AccountField.BANKED);
    TRADES.put("today", AccountField.ENTRIES_TODAY);
    COOLDOWN.put("remaining_s", AccountField.COOLDOWN_SECONDS);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What is said of the last quote in a stream's bar, by one of {@link #QUOTE}. */
  static NumberNode ofQuote(String field, int stream) {
    var bid = Slot.of(stream, BarField.BID);
    var ask = Slot.of(stream, BarField.ASK);
    return switch (field) {
      case "bid" -> bid;
      case "ask" -> ask;
      case "spread" -> new Arithmetic.Sub(ask, bid);
      case "timestamp" -> new BarEnd(stream);
      default -> new Choice.OfNumbers(List.of(new Membership.IsNull(bid)),
          List.of(Slot.of(stream, BarField.CLOSE)),
          new Arithmetic.Div(new Arithmetic.Add(bid, ask), new Constant(2)));
    };
  }
}
