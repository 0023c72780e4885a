package io.qkt.core.session;

import static io.qkt.core.session.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Logic;
import io.qkt.core.risk.RiskLimits;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** An index in euros, traded by an account in dollars that buys on every bar of the index. */
final class ForeignCurrencyTest {
  private static final BarKey INDEX = key("SIM:GER40");
  private static final BarKey RATE = key("SIM:EURUSD");

  private final ProgramBuilder builder = Program.builder("fx", INDEX);

  @Test
  void anEntry_whoseRateNobodyTells_isRefused() {
    var session = buying(new Sizing.Units(new Constant(1)));
    assertThat(session.onBar(bar(INDEX, 1, "10")).decisions()).singleElement()
        .isInstanceOfSatisfying(Decision.Refuse.class, refused -> {
          assertThat(refused.code()).isEqualTo("NO_RATE");
          assertThat(refused.why()).contains("rate of EUR");
        });
  }

  @Test
  void aSizeInMoney_isConverted() {
    builder.stream("rate", RATE);
    var session = buying(new Sizing.Notional(new Constant(220)));
    session.onBar(bar(RATE, 1, "1.1"));
    assertThat(intent(session).quantity()).isEqualTo(20 * Exact.ONE);
  }

  @Test
  void aRate_thatIsQuotedTheOtherWayRound_isTurned() {
    builder.stream("rate", key("SIM:USD/EURm"));
    var session = buying(new Sizing.Notional(new Constant(20)));
    session.onBar(bar(key("SIM:USD/EURm"), 1, "0.5"));
    assertThat(intent(session).quantity()).isEqualTo(Exact.ONE);
  }

  @Test
  void profits_areInTheCurrencyOfTheAccount() {
    builder.stream("rate", RATE);
    var session = buying(new Sizing.Units(new Constant(1)));
    session.onBar(bar(RATE, 1, "1.1"));
    var entry = intent(session);
    session.on(new Input.OrderUpdated(new Filled(entry.cid(), "1", entry.instrument(), Side.BUY,
        Exact.ONE, 10 * Exact.ONE, 0, 0, true), 0));
    session.onBar(bar(INDEX, 2, "20"));
    assertThat(session.unrealized()).isEqualTo(11 * Exact.ONE);
  }

  @Test
  void aRate_fromTheWarmUp_isKnown() {
    builder.stream("rate", RATE);
    var session = buying(new Sizing.Units(new Constant(1)));
    session.on(new Input.Warmed(bar(RATE, 1, "1.1")));
    assertThat(intent(session).quantity()).isEqualTo(Exact.ONE);
  }

  private static OrderIntent intent(StrategySession session) {
    var decision = session.onBar(bar(INDEX, 1, "10")).decisions().getFirst();
    return ((Decision.Place) decision).intent();
  }

  private StrategySession buying(Sizing sizing) {
    builder.when(0, new Logic.Value(Truth.TRUE),
        new Action.Trade(OrderPlan.market(0, Side.BUY, sizing)));
    var account = new AccountPlan(10_000 * Exact.ONE, ForeignCurrencyTest::spec,
        RiskLimits.DEFAULT, "USD");
    return new StrategySession(builder.build(), Fixture.IDENTITY, account);
  }

  private static InstrumentSpec spec(Instrument of) {
    var currency = of.symbol().equals("GER40") ? "EUR" : "";
    return new InstrumentSpec(Exact.ONE, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, DayOfWeek.WEDNESDAY, 0,
        currency);
  }

  private static Bar bar(BarKey key, long n, String price) {
    long exact = Exact.parse(price);
    return new Bar(key, n * SECOND, Bar.NONE, exact, exact, exact, exact, 0, Bar.ClosedBy.TICK, 0);
  }

  private static BarKey key(String instrument) {
    return new BarKey(Instrument.parse(instrument), Timeframe.parse("1s"));
  }
}
