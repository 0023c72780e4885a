package io.qkt.backtest;

import static io.qkt.backtest.Market.BTC;
import static io.qkt.backtest.Market.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.session.TickVwap;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Logic;
import io.qkt.core.session.Input;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a loop tells its session of prices, and in which order. */
final class FeedsTest {
  private static final BarKey EQUITY = Market.key("ACCOUNT:EQUITY");

  private final ProgramBuilder builder = Market.program();
  private final List<Input> inputs = new ArrayList<>();
  private ReplayLoop loop;
  private long inputsShown;

  @Test
  void aBar_isDeliveredAtTheTickThatClosesIt() {
    run(builder.build());
    show(0, 100);
    show(75, 101);
    assertThat(closed()).singleElement()
        .returns(75 * SECOND, Input.BarClosed::deliveredAt)
        .returns(60 * SECOND, Input.BarClosed::time);
  }

  @Test
  void barsOfEquity_comeBeforeThoseOfMarkets() {
    builder.series("eq", EQUITY);
    run(builder.build());
    show(0, 100);
    show(60, 101);
    assertThat(closed()).extracting(input -> input.bar().key()).containsExactly(EQUITY, BTC);
  }

  @Test
  void aBarOfEquity_isWhatThePositionWasWorthTickByTick() {
    builder.series("eq", EQUITY);
    run(builder.when(0, new Logic.Value(Truth.TRUE), buy()).build());
    for (double price : new double[]{100, 100, 105, 97, 102, 90})
      show(30 * inputsShown++, price);
    var bar = closed().stream().filter(input -> input.bar().key().equals(EQUITY)).toList().get(1);
    assertThat(List.of(bar.bar().open(), bar.bar().high(), bar.bar().low(), bar.bar().close()))
        .containsExactly(equity(0), equity(0), equity(-8), equity(-8));
  }

  @Test
  void tickValues_areToldWithEachBar() {
    builder.tickIndicator(TickVwap.VWAP, 0, List.of(2.0));
    run(builder.build());
    show(0, 100);
    show(30, 102);
    show(60, 104);
    assertThat(closed().getFirst().tickValues()).containsExactly(103.0);
  }

  @Test
  void aBar_thatEndsBeforeTheRun_isWarm() {
    run(builder.build());
    loop.warmBars(List.of(minute(0)));
    show(60, 101);
    assertThat(inputs).singleElement().isInstanceOf(Input.Warmed.class);
  }

  @Test
  void aBar_thatTheRunBeginsIn_isOneWithItsWarmPart() {
    var fiveMinutes = new BarKey(BTC.instrument(), Timeframe.parse("5m"));
    run(Program.builder("warm", fiveMinutes).build());
    for (int minute = 0; minute < 7; minute++)
      loop.warmBars(List.of(minute(minute)));
    show(420, 110);
    show(600, 111);
    assertThat(inputs.getFirst()).isInstanceOf(Input.Warmed.class);
    assertThat(closed()).singleElement()
        .extracting(Input.BarClosed::bar)
        .returns(300 * SECOND, Bar::openTime)
        .returns(100 * Exact.ONE, Bar::open)
        .returns(110 * Exact.ONE, Bar::high);
  }

  private void run(Program program) {
    loop = Market.loop(program);
    loop.journalTo(inputs::add);
  }

  private void show(long second, double price) {
    Market.show(loop, BTC, second * SECOND, price);
  }

  private List<Input.BarClosed> closed() {
    return inputs.stream()
        .filter(Input.BarClosed.class::isInstance)
        .map(Input.BarClosed.class::cast)
        .toList();
  }

  private static Bar minute(int minute) {
    long price = 100 * Exact.ONE;
    return new Bar(BTC, minute * 60 * SECOND, Bar.NONE, price, price, price, price, Exact.ONE,
        Bar.ClosedBy.TICK, 0);
  }

  private static long equity(long profit) {
    return (10_000 + profit) * Exact.ONE;
  }

  private static Action buy() {
    return new Action.Trade(
        OrderPlan.market(0, Side.BUY, new Sizing.Units(new Constant(1))));
  }
}
