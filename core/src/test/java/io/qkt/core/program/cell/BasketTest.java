package io.qkt.core.program.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.market.Bar;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Frames;
import io.qkt.core.program.frame.Frame;
import org.junit.jupiter.api.Test;

/** Of two instruments. */
final class BasketTest {
  private final Basket basket;
  private final Frame frame;

  BasketTest() {
    var builder = Frames.streams(1);
    basket = new Basket(2, builder.doubles(Basket.doubles(2)));
    frame = builder.build().newFrame();
    basket.init(frame);
  }

  @Test
  void firstWindow_givesNoBar() {
    assertThat(basket.advance(frame, new double[]{10, 20})).isFalse();
    assertThat(basket.index(frame)).isEqualTo(100);
  }

  @Test
  void index_growsByTheGeometricMean() {
    advance(10, 20);
    // Times 4 and times 1: their mean is 2.
    assertThat(advance(40, 20)).isTrue();
    assertThat(basket.index(frame)).isCloseTo(200, within(1e-12));
    // Times 1/4 and times 1.
    advance(10, 20);
    assertThat(basket.index(frame)).isCloseTo(100, within(1e-12));
  }

  @Test
  void bar_goesFromIndexToIndexWithoutVolume() {
    advance(10, 20);
    advance(40, 20);
    assertBar(100, 200, 200, 100);
    advance(10, 20);
    assertBar(200, 200, 100, 100);
  }

  @Test
  void index_ofAnyPath_dependsOnItsEndsAlone() {
    for (int seed = 0; seed < 1_000; seed++) {
      var cases = new Cases(seed);
      basket.init(frame);
      advance(10, 20);
      double a = 10;
      double b = 20;
      for (int window = 0; window < 20; window++) {
        a = cases.between(1, 1_000);
        b = cases.between(1, 1_000);
        advance(a, b);
      }
      assertThat(basket.index(frame)).isCloseTo(100 * Math.sqrt(a * b / 200), within(1e-6));
    }
  }

  @Test
  void index_thatNoPriceCouldHold_givesNoBar() {
    advance(1e-7, 1e-7);
    assertThat(advance(1e9, 1e9)).isFalse();
    assertThat(basket.index(frame)).isEqualTo(100);
    assertThat(advance(2e9, 2e9)).isTrue();
  }

  private boolean advance(double... closes) {
    return basket.advance(frame, closes);
  }

  private void assertBar(double open, double high, double close, double low) {
    var bar = basket.bar(frame, Frames.KEY, Frames.MINUTE, 0, Bar.ClosedBy.TICK);
    assertThat(bar).isEqualTo(new Bar(Frames.KEY, Frames.MINUTE, 0, Exact.ofDouble(open),
        Exact.ofDouble(high), Exact.ofDouble(low), Exact.ofDouble(close), 0, Bar.ClosedBy.TICK,
        0));
  }
}
