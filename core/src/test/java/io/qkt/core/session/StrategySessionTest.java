package io.qkt.core.session;

import static io.qkt.core.session.Fixture.IDENTITY;
import static io.qkt.core.session.Fixture.KEY;
import static io.qkt.core.session.Fixture.SECOND;
import static io.qkt.core.session.Fixture.bar;
import static io.qkt.core.session.Fixture.filled;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.money.Exact;
import io.qkt.core.order.ClientOrderId;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With averages of 1 and 2 bars, prices 10 10 13 cross above on the third bar, and 7 below. */
final class StrategySessionTest {
  private final StrategySession session = new StrategySession(cross(), IDENTITY);
  private long nextBar;

  private static Program cross() {
    return Program.builder("cross", KEY)
        .buyWhenCrossingAbove(1, 2, Exact.ONE)
        .sellWhenCrossingBelow(1, 2, Exact.ONE)
        .build();
  }

  @Test
  void on_theCrossingBarAlone_places() {
    assertThat(intents(10, 10)).isEmpty();
    assertThat(intents(13)).singleElement()
        .isEqualTo(new OrderIntent(1,
            IDENTITY.cid(1), 1, KEY.instrument(), Side.BUY, Exact.ONE,
            OrderTerms.MARKET, false, 3 * SECOND, 8 * SECOND));
    assertThat(intents(20, 30, 40)).isEmpty();
  }

  @Test
  void on_aCrossingBelow_sellsOnlyWhatIsHeld() {
    assertThat(intents(10, 10, 7)).isEmpty();
    var buy = intents(13).getFirst();
    update(filled(buy, 13));
    assertThat(intents(7)).singleElement().satisfies(sell -> {
      assertThat(sell.side()).isEqualTo(Side.SELL);
      assertThat(sell.seq()).isEqualTo(2);
    });
  }

  @Test
  void workingPosition_beforeAnyAnswer_countsTheOrder() {
    intents(10, 10, 13);
    assertThat(session.position()).isZero();
    assertThat(session.workingPosition()).isEqualTo(Exact.ONE);
  }

  @Test
  void entry_ofUnknownOutcome_blocksASecondOne() {
    var onlyBuys = new StrategySession(
        Program.builder("buys", KEY).buyWhenCrossingAbove(1, 2, Exact.ONE).build(), IDENTITY);
    var first = intents(onlyBuys, 0, 10, 10, 13).getFirst();
    onlyBuys.on(new Input.OrderUpdated(new OrderUpdate.OutcomeUnknown(first.cid(), "lost"), 0));
    assertThat(intents(onlyBuys, 3, 7, 13, 7, 13)).isEmpty();

    onlyBuys.on(new Input.OrderUpdated(new OrderUpdate.ProvedAbsent(first.cid(), "none"), 0));
    assertThat(intents(onlyBuys, 7, 7, 13)).hasSize(1);
  }

  @Test
  void laterRule_ofTheSameBar_seesTheOrderOfAnEarlierOne() {
    var twice = new StrategySession(Programs.buyTwiceWheneverFlat(KEY, Exact.ONE), IDENTITY);
    assertThat(intents(twice, 0, 10)).extracting(OrderIntent::rule).containsExactly(1);
  }

  @Test
  void ruleThatStillHolds_onTheNextBar_placesNothing() {
    var always = new StrategySession(Programs.buyAlways(KEY, Exact.ONE), IDENTITY);
    assertThat(intents(always, 0, 10, 10, 10)).hasSize(1);
  }

  static List<Function<String, Input>> endings() {
    return List.of(cid -> new Input.OrderUpdated(new OrderUpdate.Refused(cid, "NO"), 0),
        cid -> new Input.OrderUpdated(new OrderUpdate.Rejected(cid, "NO"), 0),
        cid -> new Input.OrderUpdated(new OrderUpdate.ProvedAbsent(cid, "none"), 0),
        cid -> new Input.IntentLapsed(cid, 0));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void ruleThatStillHolds_afterAnOrderEndedUnexecuted_placesAgain(Function<String, Input> ending) {
    var flat = new StrategySession(Programs.buyWheneverFlat(KEY, Exact.ONE), IDENTITY);
    var first = intents(flat, 0, 10).getFirst();
    flat.on(ending.apply(first.cid()));
    assertThat(intents(flat, 1, 10)).extracting(OrderIntent::seq).containsExactly(2L);
  }

  @Test
  void ruleThatStillHolds_afterAnAcceptance_placesNothing() {
    var flat = new StrategySession(Programs.buyWheneverFlat(KEY, Exact.ONE), IDENTITY);
    var first = intents(flat, 0, 10).getFirst();
    flat.on(new Input.OrderUpdated(new OrderUpdate.Accepted(first.cid(), "v"), 0));
    assertThat(intents(flat, 1, 10, 10)).isEmpty();
  }

  @Test
  void fill_ofAnOrderThoughtToHaveEnded_counts() {
    var buy = intents(10, 10, 13).getFirst();
    update(new OrderUpdate.ProvedAbsent(buy.cid(), "not found"));
    assertThat(session.workingPosition()).isZero();
    update(filled(buy, 13));
    assertThat(session.position()).isEqualTo(Exact.ONE);
    assertThat(session.workingPosition()).isEqualTo(Exact.ONE);
    assertThat(session.openOrders()).isZero();
  }

  @Test
  void update_ofAFill_movesTheLedger() {
    var buy = intents(10, 10, 13).getFirst();
    update(filled(buy, 12));
    assertThat(session.averagePrice()).isEqualTo(12 * Exact.ONE);
    assertThat(session.unrealized()).isEqualTo(Exact.ONE);
    assertThat(session.fills()).isEqualTo(1);
  }

  @Test
  void cid_ofADecision_isAFunctionOfIdentityAndNumber() {
    assertThat(intents(10, 10, 13).getFirst().cid())
        .isEqualTo(ClientOrderId.of("cluster", "id", 1, 1));
    var other = new StrategySession(cross(), new Identity("cluster", "id", 2, 5 * SECOND));
    assertThat(intents(other, 0, 10, 10, 13).getFirst().cid())
        .isEqualTo(ClientOrderId.of("cluster", "id", 2, 1));
  }

  @Test
  void sameInputs_givenTwice_decideAndHashAlikeAtEveryStep() {
    var inputs = new ArrayList<Input>();
    var first = new StrategySession(cross(), IDENTITY);
    var trace = drive(first, inputs, new Cases(42));
    assertThat(first.fills()).isGreaterThan(20);

    var second = new StrategySession(cross(), IDENTITY);
    var again = inputs.stream()
        .map(input -> second.on(input).decisions() + " " + second.stateHash())
        .toList();
    assertThat(again).isEqualTo(trace);
  }

  @Test
  void hash_whereOneFillDiffers_differs() {
    var other = new StrategySession(cross(), IDENTITY);
    intents(other, 0, 10, 10, 13);
    var buy = intents(10, 10, 13).getFirst();
    assertThat(other.stateHash()).isEqualTo(session.stateHash());

    update(filled(buy, 13));
    other.on(new Input.OrderUpdated(filled(buy, 14), 0));
    assertThat(other.stateHash()).isNotEqualTo(session.stateHash());
  }

  @Test
  void hash_ofAnyInput_isAnother() {
    var hashes = new ArrayList<Long>(List.of(session.stateHash()));
    var inputs = new ArrayList<Input>();
    var buy = intents(10, 10, 13).getFirst();
    inputs.add(new Input.OrderUpdated(new OrderUpdate.Accepted(buy.cid(), "v"), 0));
    inputs.add(new Input.OrderUpdated(filled(buy, 13), 0));
    inputs.add(new Input.BarClosed(bar(3, 13)));
    inputs.add(new Input.BarClosed(bar(4, 13)));
    for (var input : inputs) {
      session.on(input);
      hashes.add(session.stateHash());
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  /** Random bars, each order answered a bar later in one of the ways there are. */
  private static List<String> drive(StrategySession session, List<Input> inputs, Cases cases) {
    var trace = new ArrayList<String>();
    var asked = new ArrayList<OrderIntent>();
    for (int n = 0; n < 400; n++) {
      inputs.add(new Input.BarClosed(bar(n, cases.between(90, 110))));
      asked.forEach(intent -> inputs.add(answer(intent, cases)));
      asked.clear();
      for (var input : inputs.subList(trace.size(), inputs.size())) {
        var step = session.on(input);
        asked.addAll(intents(step));
        trace.add(step.decisions() + " " + session.stateHash());
      }
    }
    return trace;
  }

  private static Input answer(OrderIntent intent, Cases cases) {
    return cases.oneIn(4)
        ? new Input.OrderUpdated(new OrderUpdate.Rejected(intent.cid(), "NO"), 0)
        : new Input.OrderUpdated(filled(intent, cases.between(90, 110)), 0);
  }

  private void update(OrderUpdate update) {
    session.on(new Input.OrderUpdated(update, 0));
  }

  private List<OrderIntent> intents(long... prices) {
    var intents = intents(session, nextBar, prices);
    nextBar += prices.length;
    return intents;
  }

  private static List<OrderIntent> intents(StrategySession session, long from, long... prices) {
    var intents = new ArrayList<OrderIntent>();
    for (int i = 0; i < prices.length; i++) {
      intents.addAll(intents(session.on(new Input.BarClosed(bar(from + i, prices[i])))));
    }
    return intents;
  }

  private static List<OrderIntent> intents(Step step) {
    return step.decisions().stream().map(decision -> switch (decision) {
      case Decision.Place(var intent) -> intent;
      default -> throw new AssertionError("only orders are expected here, was " + decision);
    }).toList();
  }
}
