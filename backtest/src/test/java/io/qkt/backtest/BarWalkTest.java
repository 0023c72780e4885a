package io.qkt.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Bar;
import io.qkt.core.market.Bar.ClosedBy;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BarWalkTest {
  private static final Bar BAR = new Bar(Market.BTC, 0, Bar.NONE, 3, 4, 1, 2, 7, ClosedBy.TICK, 0);

  /** An order that is executed at the low must not make the market go there twice. */
  @Test
  void walk_whosePositionTurnsOnTheWay_keepsTheWayItTookAfterTheOpen() {
    assertThat(prices(List.of(false, true, true))).containsExactly(3L, 1L, 4L, 2L);
    assertThat(prices(List.of(true, false, false))).containsExactly(3L, 4L, 1L, 2L);
  }

  /** What is asked for the first time after the open is answered by the first of these. */
  private static List<Long> prices(List<Boolean> shorts) {
    var shown = new ArrayList<Long>();
    BarWalk.together(List.of(BAR), new Prices() {
      private int asked;

      @Override
      public void onPrice(Instrument instrument, Quote quote, PriceSource source) {
        shown.add(quote.last());
      }

      @Override
      public boolean isShort(Instrument instrument) {
        return shorts.get(asked++);
      }
    });
    return shown;
  }
}
