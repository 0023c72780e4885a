package io.qkt.core.program.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.order.Side;
import io.qkt.core.program.frame.NumberNode;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
  private static final double NONE = Double.NaN;

  private final Bench bench = new Bench();
  private final NumberNode buy = bench.cells.snapshot(Snapshot.On.BUY, 0, bench.input);
  private final NumberNode sell = bench.cells.snapshot(Snapshot.On.SELL, 0, bench.input);
  private final NumberNode open = bench.cells.snapshot(Snapshot.On.OPEN, 0, bench.input);

  @Test
  void buyAndSell_areTakenWhenSuchARuleFires() {
    assertThat(bench.next(1, buy)).isNaN();
    fire(Side.BUY);
    assertThat(bench.next(2, buy)).isEqualTo(1);
    assertThat(sell.eval(bench.frame)).isNaN();
    fire(Side.SELL);
    bench.next(3, buy);
    assertThat(buy.eval(bench.frame)).isEqualTo(1);
    assertThat(sell.eval(bench.frame)).isEqualTo(2);
  }

  @Test
  void buy_firedAgain_isTheLast() {
    bench.next(1, buy);
    fire(Side.BUY);
    bench.next(2, buy);
    fire(Side.BUY);
    assertThat(buy.eval(bench.frame)).isEqualTo(2);
  }

  @Test
  void snapshot_ofAnotherStream_isNotTaken() {
    bench.next(1, buy);
    bench.program().capture(bench.frame, 1, Side.BUY);
    assertThat(buy.eval(bench.frame)).isNaN();
  }

  @Test
  void open_firedWhileFlat_lastsAsLongAsThePosition() {
    bench.next(1, open);
    fire(Side.SELL);
    assertThat(open.eval(bench.frame)).isEqualTo(1);
    hold(-1);
    assertThat(bench.next(2, open)).isEqualTo(1);
    hold(-2);
    assertThat(bench.next(3, open)).isEqualTo(1);
    hold(0);
    assertThat(open.eval(bench.frame)).isNaN();
  }

  @Test
  void open_firedWhileHeld_staysTheFirst() {
    bench.next(1, open);
    fire(Side.BUY);
    hold(1);
    bench.next(2, open);
    fire(Side.BUY);
    assertThat(open.eval(bench.frame)).isEqualTo(1);
  }

  @Test
  void open_flipped_isCleared() {
    bench.next(1, open);
    fire(Side.BUY);
    hold(1);
    bench.next(2, open);
    hold(-1);
    assertThat(open.eval(bench.frame)).isNaN();
    assertThat(bench.next(3, open)).isNaN();
  }

  @Test
  void open_openedAndClosedBetweenBars_isCleared() {
    bench.next(1, open);
    fire(Side.BUY);
    hold(1);
    hold(0);
    assertThat(bench.next(2, open)).isNaN();
  }

  @Test
  void open_notFollowed_isUndefinedAtOnceAnyway() {
    bench.next(1, open);
    fire(Side.BUY);
    hold(1);
    bench.facts.hold(0, 0);
    assertThat(open.eval(bench.frame)).isNaN();
  }

  @Test
  void history_ofBarsAgo_countsTheUndefinedToo() {
    var history = bench.cells.history(0, bench.input, 2);
    assertThat(new double[]{bench.next(1, history), bench.next(NONE, history),
        bench.next(3, history), bench.next(4, history), bench.next(5, history)})
        .containsExactly(NONE, NONE, 1, NONE, 3);
  }

  @Test
  void lag_ofUpdatesAgo_countsTheDefinedAlone() {
    var lag = bench.cells.lag(0, bench.input, 2);
    assertThat(new double[]{bench.next(1, lag), bench.next(NONE, lag), bench.next(3, lag),
        bench.next(4, lag), bench.next(5, lag)}).containsExactly(NONE, NONE, NONE, 1, 3);
  }

  @Test
  void history_ofNoBarsAgo_isTheNumber() {
    assertThat(bench.cells.history(0, bench.input, 0)).isSameAs(bench.input);
    assertThatThrownBy(() -> new History(0, bench.input, 0, 0, 0))
        .hasMessage("bars ago must be at least 1, was 0");
  }

  @Test
  void equalUses_shareOneCell() {
    assertThat(bench.cells.snapshot(Snapshot.On.BUY, 0, bench.input)).isSameAs(buy);
    assertThat(bench.cells.history(0, bench.input, 3))
        .isSameAs(bench.cells.history(0, bench.input, 3))
        .isNotSameAs(bench.cells.history(0, bench.input, 4));
  }

  @Test
  void ready_beforeItsBars_isUndefined() {
    var ready = new Ready(bench.input, 0, 3);
    assertThat(new double[]{bench.next(1, ready), bench.next(2, ready), bench.next(3, ready),
        bench.next(NONE, ready)}).containsExactly(NONE, NONE, 3, NONE);
  }

  private void fire(Side side) {
    bench.program().capture(bench.frame, 0, side);
  }

  private void hold(long quantity) {
    bench.facts.hold(0, quantity);
    bench.program().follow(bench.frame);
  }
}
