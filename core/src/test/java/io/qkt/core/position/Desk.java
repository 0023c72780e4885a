package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.Words;
import java.time.DayOfWeek;
import java.util.List;

/** A ledger of plain instruments with 10,000 to start with, spoken to in decimals. */
final class Desk {
  static final long HOUR = 3_600_000_000L;
  static final long DAY = 24 * HOUR;

  final List<InstrumentSpec> specs;
  final Ledger ledger;
  long time;
  long fee;
  long rate = ONE;

  Desk(InstrumentSpec... specs) {
    this.specs = List.of(specs);
    ledger = new Ledger(this.specs, parse("10000"));
  }

  static Desk plain() {
    return new Desk(InstrumentSpec.PLAIN, InstrumentSpec.PLAIN);
  }

  static InstrumentSpec swapping(String longPoints, String shortPoints, DayOfWeek tripleDay) {
    return new InstrumentSpec(parse("100000"), 0, 0, 0, parse("0.00001"), 5, 0, 0, 0,
        parse(longPoints), parse(shortPoints), tripleDay, 22, "");
  }

  Outcome buy(String quantity, String price) {
    return fill(Leg.PRIMARY, Side.BUY, quantity, price);
  }

  Outcome sell(String quantity, String price) {
    return fill(Leg.PRIMARY, Side.SELL, quantity, price);
  }

  Outcome fill(long leg, Side side, String quantity, String price) {
    return ledger.fill(0, leg, side, parse(quantity), parse(price), fee, rate, time);
  }

  void mark(String price) {
    ledger.mark(0, parse(price), rate, time);
  }

  static long[] words(Ledger ledger) {
    var words = new Words();
    ledger.write(words);
    return words.toArray();
  }

  Ledger copy() {
    var copy = new Ledger(specs, parse("10000"));
    copy.read(new StateReader(words(ledger)));
    return copy;
  }
}
