package io.qkt.core.program;

import io.qkt.core.market.BarKey;
import java.util.List;

/** A stream of bars under the name by which the text knows it. */
public record StreamPlan(String alias, BarKey key, Source source) {

  /** Where the bars of a stream come from. */
  public sealed interface Source {
    /** From a market: the session is told them. */
    record Market() implements Source {}

    /**
     * From the closes of other streams, of which the session makes them.
     *
     * @param constituents the places of those streams
     */
    record Basket(List<Integer> constituents) implements Source {
      public Basket {
        constituents = List.copyOf(constituents);
      }
    }

    /** From what the owner's account is worth, sampled tick by tick: the session is told them. */
    record Equity() implements Source {}
  }

  public boolean isMarket() {
    return source instanceof Source.Market;
  }

  /** Whether the session has to be told its bars. */
  public boolean isFed() {
    return !(source instanceof Source.Basket);
  }
}
