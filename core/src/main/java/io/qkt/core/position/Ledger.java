package io.qkt.core.position;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.money.Wide;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * The positions and the money of one owner. It is mutable and belongs to one session.
 *
 * <p>An execution is a fact and is never refused. All that is kept of it is exact, without a limit
 * that an account could reach: quantities, costs, and profits unrounded at scale 32. A figure is
 * rounded where it is read, half to even, and one beyond a long reads as the nearest extreme. So
 * what has been realized is off by at most half a unit, however many trades made it.
 *
 * <p>Money is in the account's currency. A rate is how much of it one unit of the instrument's
 * currency is worth, {@link Exact#ONE} if they are the same.
 */
public final class Ledger {
  private long startingBalance;
  private final Book[] books;
  private final Results results;
  private final Wide total = new Wide();
  private final Wide booked = new Wide();
  private final Wide amount = new Wide();
  private final Wide scratch = new Wide();
  private long realized;

  /** One for instruments that are known by their place in {@code specs} from here on. */
  public Ledger(List<InstrumentSpec> specs, long startingBalance) {
    this.startingBalance = startingBalance;
    books = specs.stream().map(Book::new).toArray(Book[]::new);
    results = new Results(books.length, startingBalance);
  }

  /**
   * Counts an execution. It moves leg {@code leg} alone: in the leg's direction it averages,
   * against it reduces, closes, or flips what exceeds the leg.
   *
   * @param leg {@link Leg#PRIMARY}, or the number of a leg with its own entry and exits
   * @param quantity above 0
   * @param fee in account currency, negative if it is a rebate
   */
  public Outcome fill(int instrument, long leg, Side side, long quantity, long price, long fee,
      long rate, long time) {
    if (quantity <= 0) throw badQuantity(quantity);
    var book = books[instrument];
    if (book.swaps().isUsed()) swap(instrument, rate, time);
    roll(time);
    var move = book.fill(leg, side.signed(quantity), price, rate, time, amount);
    book(amount.minus(scaled(scratch.set(fee))));
    var outcome = outcome(move, quantity, fee);
    results.filled(instrument, outcome, fee, time);
    return outcome;
  }

  private static IllegalArgumentException badQuantity(long quantity) {
    return new IllegalArgumentException(
        "the quantity of an execution must be above 0, was %s; a side tells its direction"
            .formatted(Exact.text(quantity)));
  }

  private static Wide scaled(Wide money) {
    for (int i = 0; i < Book.SCALES_OF_PROFIT; i++)
      money.times(Exact.ONE);
    return money;
  }

  /** Adds a part of a profit; what that moves of the rounded figure is left in {@link #booked}. */
  private void book(Wide unrounded) {
    booked.set(total).rounded(Book.SCALES_OF_PROFIT).negate();
    total.plus(unrounded);
    scratch.set(total).rounded(Book.SCALES_OF_PROFIT);
    booked.plus(scratch);
    realized = scratch.saturated();
  }

  private Outcome outcome(Book.Move move, long quantity, long fee) {
    long moved = booked.saturated();
    boolean exact = booked.fits() && scratch.fits() && move.isExact();
    long closedPnl = 0;
    if (move.closing() > 0) {
      // The opened part's share of the fee says nothing about the closed part.
      scratch.set(fee).times(move.opening()).over(amount.set(quantity));
      booked.plus(scratch);
      closedPnl = booked.saturated();
      exact &= booked.fits();
    }
    return new Outcome(moved, closedPnl, move.closing(), move.opening(), move.opened(),
        move.closed(), move.opened() && move.closed(), !exact);
  }

  /**
   * Charges the rollovers that have passed since the last call, or, at the first one, since the
   * last execution. From then on executions charge what is due before they change a quantity. Who
   * leaves swaps to the venue never calls this.
   */
  public void swap(int instrument, long rate, long time) {
    var book = books[instrument];
    long nights = book.swaps().advance(time);
    if (nights > 0 && !book.isFlat()) {
      // A night belongs to the day of its rollover, even if it is told the day after.
      roll(book.swaps().lastRollover());
      book.swap(nights, rate, amount.set(0));
      book(scaled(amount));
      results.swapped(booked.saturated());
    }
    roll(time);
  }

  /** The last price of an instrument, and the rate of its currency. */
  public void mark(int instrument, long price, long rate, long time) {
    roll(time);
    books[instrument].mark(price, rate);
    results.equity(equity());
  }

  /** Money comes from the owner's book or goes back to it: neither a profit nor a loss. */
  public void transfer(long amount, long time) {
    roll(time);
    startingBalance = Wide.saturatedSum(startingBalance, amount);
    results.transferred(amount);
  }

  /** What it began with, and what was given and taken since. */
  public long startingBalance() {
    return startingBalance;
  }

  /** Starts the UTC day of {@code time} if that is a later one. */
  public void roll(long time) {
    if (results.isNewDay(time)) results.startDay(time, balance(), equity());
  }

  /** Widens the extremes of a leg; nothing if the leg is not open any more. */
  public void excursion(int instrument, long leg, long best, long worst) {
    var open = books[instrument].leg(leg);
    if (open != null) open.excursion(best, worst);
  }

  /** All legs together, signed. */
  public long quantity(int instrument) {
    return books[instrument].quantity();
  }

  public long quantity(int instrument, long leg) {
    var open = books[instrument].leg(leg);
    return open == null ? 0 : open.quantity.saturated();
  }

  /** The open legs in the order of their numbers, the primary one first. */
  public List<Leg> legs(int instrument) {
    return books[instrument].legs();
  }

  /** That of the primary leg if it is open, else the average of all that is; 0 when flat. */
  public long averagePrice(int instrument) {
    return books[instrument].averagePrice();
  }

  /** How far the market has gone in favour of a leg since it was opened, in price; 0 if none. */
  public long mfe(int instrument, long leg) {
    var open = books[instrument].leg(leg);
    return open == null ? 0 : open.mfe();
  }

  /** How far the market has gone against a leg since it was opened, in price; 0 if none. */
  public long mae(int instrument, long leg) {
    var open = books[instrument].leg(leg);
    return open == null ? 0 : open.mae();
  }

  /** How many legs are open. */
  public int count(int instrument) {
    return books[instrument].count();
  }

  public int longs(int instrument) {
    return books[instrument].count(1);
  }

  public int shorts(int instrument) {
    return books[instrument].count(-1);
  }

  /** All legs together, whichever way they go. */
  public long gross(int instrument) {
    return books[instrument].gross();
  }

  /** On how many instruments a leg is open. */
  public int openPositions() {
    int open = 0;
    for (var book : books)
      if (!book.isFlat()) open++;
    return open;
  }

  /** How long there has been a position: since the primary leg opened, else since the oldest. */
  public long heldMicros(int instrument, long time) {
    var book = books[instrument];
    return book.isFlat() ? 0 : Math.max(0, time - book.openedAt());
  }

  /** Another number after each opening, closing and flip of the net position; 0 while flat. */
  public long epoch(int instrument) {
    return books[instrument].epoch();
  }

  /** What closing all legs at the last price would make. */
  public long unrealized(int instrument) {
    return books[instrument].unrealized();
  }

  public long unrealized(int instrument, long leg) {
    var book = books[instrument];
    var open = book.leg(leg);
    return open == null ? 0 : book.unrealized(open);
  }

  public long unrealized() {
    return sumWithUnrealized(0, 0);
  }

  /** Profits of what was closed, less all fees, and with all swaps. */
  public long realized() {
    return realized;
  }

  /** What there was and has been realized. */
  public long balance() {
    return Wide.saturatedSum(startingBalance, realized);
  }

  /** The balance and what is open. */
  public long equity() {
    return sumWithUnrealized(startingBalance, realized);
  }

  /**
   * What the equity would be at other prices, which moves nothing.
   *
   * @param prices by instrument, 0 for the one at which it was marked last
   */
  public long equityAt(IntToLongFunction prices) {
    var sum = amount.set(startingBalance).plus(realized);
    for (int i = 0; i < books.length; i++) {
      long price = prices.applyAsLong(i);
      sum.plus(price == 0 ? books[i].unrealized() : books[i].unrealizedAt(price));
    }
    return sum.saturated();
  }

  private long sumWithUnrealized(long one, long other) {
    long sum = one + other;
    long overflow = (one ^ sum) & (other ^ sum);
    for (var book : books) {
      long before = sum;
      sum += book.unrealized();
      overflow |= (before ^ sum) & (book.unrealized() ^ sum);
    }
    return overflow < 0 ? wideSumWithUnrealized(one, other) : sum;
  }

  private long wideSumWithUnrealized(long one, long other) {
    var sum = scratch.set(one).plus(other);
    for (var book : books)
      sum.plus(book.unrealized());
    return sum.saturated();
  }

  /** The highest equity at a mark, and at least the starting balance. */
  public long equityPeak() {
    return results.equityPeak();
  }

  /** How far the equity is below its peak, 5 for 5 %; NaN where there is no peak above 0. */
  public double drawdownPercent() {
    long peak = results.equityPeak();
    long equity = equity();
    if (equity >= peak) return 0;
    if (peak <= 0) return Double.NaN;
    long below = scratch.set(equity).negate().plus(peak).saturated();
    return 100 * Exact.toDouble(below) / Exact.toDouble(peak);
  }

  public Results results() {
    return results;
  }

  /** Writes its whole state, but not which instruments it is of. */
  public void write(StateWriter out) {
    out.add(books.length).add(startingBalance);
    for (var book : books)
      book.write(out);
    results.write(out);
    total.write(out);
  }

  public void read(StateReader in) {
    int instruments = in.count();
    if (instruments != books.length)
      throw new IllegalStateException(
          "a ledger's state must be of %d instruments, was of %d; restore it into its own program"
              .formatted(books.length, instruments));
    startingBalance = in.word();
    for (var book : books)
      book.read(in);
    results.read(in);
    total.read(in);
    realized = scratch.set(total).rounded(Book.SCALES_OF_PROFIT).saturated();
  }
}
