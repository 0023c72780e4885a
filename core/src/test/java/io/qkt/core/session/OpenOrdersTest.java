package io.qkt.core.session;

import static io.qkt.core.session.Fixture.filled;
import static io.qkt.core.session.Fixture.filledPart;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateHash;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OpenOrdersTest {
  private static final OrderIntent BUY = Fixture.intent(1, 4, Side.BUY, 5);
  private static final OrderIntent SELL = Fixture.intent(2, 7, Side.SELL, 2);

  private final OpenOrders open = new OpenOrders();

  @BeforeEach
  void offerBoth() {
    open.add(BUY);
    open.add(SELL);
  }

  static List<OrderUpdate> endings() {
    return List.of(new OrderUpdate.Refused(BUY.cid(), "MAX_ORDER_QTY"),
        new OrderUpdate.Rejected(BUY.cid(), "NO_QUOTE"),
        new OrderUpdate.ProvedAbsent(BUY.cid(), "not found"));
  }

  @Test
  void add_ofIntents_offersThemInTheOrderOfTheirDecisions() {
    assertThat(open.offered()).containsExactly(BUY, SELL);
    assertThat(open.cids()).containsExactly(BUY.cid(), SELL.cid());
    assertThat(open.unfilled()).isEqualTo(3 * Exact.ONE);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void apply_ofAnEndWithoutExecution_namesTheRuleAndFreesThePosition(OrderUpdate ending) {
    assertThat(open.apply(ending)).isEqualTo(4);
    assertThat(open.cids()).containsExactly(SELL.cid());
    assertThat(open.unfilled()).isEqualTo(-2 * Exact.ONE);
  }

  @Test
  void lapse_ofAnOfferedOrder_namesTheRule() {
    assertThat(open.lapse(SELL.cid())).isEqualTo(7);
    assertThat(open.count()).isEqualTo(1);
  }

  @Test
  void apply_ofAnAcceptance_leavesTheOrderOpenButNotOffered() {
    assertThat(open.apply(new OrderUpdate.Accepted(BUY.cid(), "v"))).isZero();
    assertThat(open.offered()).containsExactly(SELL);
    assertThat(open.count()).isEqualTo(2);
  }

  @Test
  void apply_ofLostTrack_keepsTheWholeOrderInThePosition() {
    open.apply(new OrderUpdate.OutcomeUnknown(BUY.cid(), "no answer"));
    assertThat(open.offered()).containsExactly(SELL);
    assertThat(open.unfilled()).isEqualTo(3 * Exact.ONE);
  }

  @Test
  void apply_ofAPart_leavesTheRestUnfilled() {
    open.apply(filledPart(BUY, 4));
    assertThat(open.unfilled()).isEqualTo(-Exact.ONE);
    assertThat(open.count()).isEqualTo(2);
  }

  @Test
  void apply_ofTheRest_endsTheOrderAndRearmsNothing() {
    assertThat(open.apply(filled(BUY, 100))).isZero();
    assertThat(open.cids()).containsExactly(SELL.cid());
  }

  @Test
  void apply_toAnOrderThatHasEnded_movesNothing() {
    open.apply(filled(BUY, 100));
    assertThat(open.apply(new OrderUpdate.Rejected(BUY.cid(), "LATE"))).isZero();
    assertThat(open.apply(filled(BUY, 100))).isZero();
    assertThat(open.unfilled()).isEqualTo(-2 * Exact.ONE);
  }

  @Test
  void apply_ofWhatTheLifecycleLacks_movesNothing() {
    open.apply(new OrderUpdate.Accepted(BUY.cid(), "v"));
    long before = hash();
    assertThat(open.apply(new OrderUpdate.Refused(BUY.cid(), "LATE"))).isZero();
    assertThat(open.lapse(BUY.cid())).isZero();
    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void hash_ofAnyMove_isAnother() {
    long offered = hash();
    open.apply(new OrderUpdate.Accepted(BUY.cid(), "v"));
    long working = hash();
    open.apply(filledPart(BUY, 1));
    assertThat(List.of(offered, working, hash())).doesNotHaveDuplicates();
  }

  private long hash() {
    var hash = new StateHash();
    open.hashInto(hash);
    return hash.value();
  }
}
