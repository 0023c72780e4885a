package io.qkt.core.position;

import io.qkt.core.money.Exact;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one unit of each instrument's currency is worth in the account's, as a stream told last. The
 * last rate stays, so that a position can always be closed; while there has been none, an entry is
 * to be refused.
 */
public final class Conversion {
  private final List<Source> sources;
  private final long[] rates;

  /** By instrument: where its rate comes from. */
  public Conversion(List<Source> sources) {
    this.sources = List.copyOf(sources);
    rates = new long[sources.size()];
    Arrays.setAll(rates, i -> this.sources.get(i).equals(Source.SAME) ? Exact.ONE : 0);
  }

  /**
   * Where a rate comes from.
   *
   * @param isInverse whether the stream quotes how much of the instrument's currency one unit of
   * the account's is worth, as USDJPY does for an account in USD
   */
  public record Source(int stream, boolean isInverse) {
    /** The instrument's currency is the account's. */
    public static final Source SAME = new Source(-1, false);

    /** No stream tells it, so there never is a rate. */
    public static final Source NONE = new Source(-2, false);
  }

  /** The last price of a stream; one that is not above 0 is no rate. */
  public void price(int stream, long price) {
    if (price <= 0 || stream < 0) return;
    for (int i = 0; i < rates.length; i++) {
      var source = sources.get(i);
      if (source.stream() != stream) continue;
      rates[i] = source.isInverse() ? Exact.over(Exact.ONE, price) : price;
    }
  }

  /** Empty until its stream has told one. */
  public OptionalLong rate(int instrument) {
    return rates[instrument] == 0 ? OptionalLong.empty() : OptionalLong.of(rates[instrument]);
  }

  /** 0 until its stream has told one: what is worth nothing that we know. Hot. */
  public long rateOrNothing(int instrument) {
    return rates[instrument];
  }

  public void write(StateWriter out) {
    for (long rate : rates)
      out.add(rate);
  }

  public void read(StateReader in) {
    for (int i = 0; i < rates.length; i++)
      rates[i] = in.word();
  }
}
