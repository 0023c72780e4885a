package io.qkt.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule that halts, on both sides of its boundary, and how its halt ends. */
final class HaltsTest {
  private static final long DAY = OwnerView.DAY;
  private static final long NOW = 10 * DAY + DAY / 2;
  private static final long MIDNIGHT = 11 * DAY;
  private static final long MINUTE = 60_000_000L;

  private final OwnerView view = new OwnerView();
  private final Halts halts = new Halts();
  private RiskLimits limits = RiskLimits.DEFAULT;

  @ParameterizedTest
  @CsvSource({"-1000, ''", "-1000.00000001, MAX_DAILY_LOSS", "1001, ''"})
  void judge_ofTheDaysLoss_haltsWhenStrictlyGreater(String realized, String code) {
    view.realizedToday = Exact.parse(realized);
    assertThat(judged(NOW)).isEqualTo(code);
  }

  @Test
  void dailyLossHalt_refusesEntriesUntilMidnight_andExitsPass() {
    view.realizedToday = Exact.parse("-1001");
    judged(NOW);
    view.realizedToday = 0;
    assertThat(refused(false, MIDNIGHT - 1)).isEqualTo("MAX_DAILY_LOSS");
    assertThat(refused(true, MIDNIGHT - 1)).isEmpty();
    assertThat(refused(false, MIDNIGHT)).isEmpty();
    assertThat(halts.at(MIDNIGHT)).isEmpty();
  }

  @Test
  void judge_ofWhatIsHalted_tellsItOnceADay() {
    view.realizedToday = Exact.parse("-1001");
    assertThat(judged(NOW)).isNotEmpty();
    assertThat(judged(NOW + 1)).isEmpty();
    assertThat(judged(MIDNIGHT - 1)).isEmpty();
    assertThat(judged(MIDNIGHT)).isEqualTo("MAX_DAILY_LOSS");
  }

  @Test
  void judge_atMidnightItself_haltsForTheWholeDay() {
    view.realizedToday = Exact.parse("-1001");
    assertThat(halts.judge(limits, view, MIDNIGHT).getFirst().until()).isEqualTo(MIDNIGHT + DAY);
  }

  @ParameterizedTest
  @CsvSource({"static, 9000, ''", "static, 8999.99999999, MAX_DRAWDOWN", "trailing, 10800, ''",
      "trailing, 10799.99999999, MAX_DRAWDOWN"})
  void judge_ofTheDrawdown_haltsBelowItsBasis(String basis, String equity, String code) {
    limits = limits.with("max_drawdown_pct", "10").with("total_dd_basis", basis);
    view.peakEquity = 12_000 * Exact.ONE;
    view.equity = Exact.parse(equity);
    assertThat(judged(NOW)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"balance, 9500, ''", "balance, 9499.99999999, MAX_DAILY_DRAWDOWN",
      "equity, 10450, ''", "equity, 10449.99999999, MAX_DAILY_DRAWDOWN"})
  void judge_ofTheDaysDrawdown_haltsBelowItsBasis(String basis, String equity, String code) {
    limits = limits.with("max_daily_drawdown_pct", "5").with("daily_dd_basis", basis);
    view.dayStartEquity = 11_000 * Exact.ONE;
    view.equity = Exact.parse(equity);
    assertThat(judged(NOW)).isEqualTo(code);
  }

  @Test
  void drawdownHalt_lastsUntilResumed_andComesBackWhileItStands() {
    limits = limits.with("max_drawdown_pct", "10");
    view.equity = Exact.ONE;
    assertThat(judged(NOW)).isEqualTo("MAX_DRAWDOWN");
    assertThat(refused(false, NOW + 1_000 * DAY)).isEqualTo("MAX_DRAWDOWN");
    halts.resume();
    assertThat(refused(false, NOW)).isEmpty();
    assertThat(judged(NOW + 1)).isEqualTo("MAX_DRAWDOWN");
  }

  @Test
  void dailyDrawdownHalt_endsAtMidnight() {
    limits = limits.with("max_daily_drawdown_pct", "5");
    view.equity = Exact.ONE;
    assertThat(halts.judge(limits, view, NOW).getFirst().until()).isEqualTo(MIDNIGHT);
  }

  @ParameterizedTest
  @CsvSource({"daily, " + MIDNIGHT, "persistent, " + Halted.RESUMED})
  void judge_ofLossesInARow_haltsAtTheirNumber(String scope, long until) {
    limits = limits.with("loss_streak_halt", "3").with("loss_streak_halt_scope", scope);
    view.losses = 2;
    assertThat(judged(NOW)).isEmpty();
    view.losses = 3;
    assertThat(halts.judge(limits, view, NOW).getFirst().until()).isEqualTo(until);
  }

  // The streak itself does not end at midnight, so what halted once must not halt for ever.
  @Test
  void lossStreak_afterItsHalt_haltsAgainByAsManyMore() {
    limits = limits.with("loss_streak_halt", "2");
    view.losses = 2;
    judged(NOW);
    assertThat(judged(MIDNIGHT)).isEmpty();
    view.losses = 3;
    assertThat(judged(MIDNIGHT)).isEmpty();
    view.losses = 4;
    assertThat(judged(MIDNIGHT)).isEqualTo("LOSS_STREAK");
  }

  @Test
  void lossStreak_afterAWin_countsFromNothing() {
    limits = limits.with("loss_streak_halt", "2");
    view.losses = 2;
    judged(NOW);
    view.losses = 0;
    judged(MIDNIGHT);
    view.losses = 2;
    assertThat(judged(MIDNIGHT)).isEqualTo("LOSS_STREAK");
  }

  @Test
  void runaway_ofRoundTrips_haltsAtTheTenthWithinTenMinutes() {
    limits = RiskLimits.LIVE;
    for (int i = 0; i < 10; i++)
      halts.roundTrip(limits, NOW + i);
    assertThat(judged(NOW + 10 * MINUTE)).isEmpty();
    halts.roundTrip(limits, NOW + 10 * MINUTE);
    assertThat(judged(NOW + 10 * MINUTE)).isEqualTo("RUNAWAY_ROUND_TRIPS");
    halts.resume();
    assertThat(judged(NOW + 10 * MINUTE)).isEmpty();
  }

  @Test
  void runaway_ofRejections_haltsAtTheFifthWithinAMinute() {
    limits = RiskLimits.LIVE;
    for (int i = 0; i < 5; i++)
      halts.rejected(limits, NOW + i);
    assertThat(judged(NOW + MINUTE)).isEmpty();
    halts.rejected(limits, NOW + MINUTE);
    assertThat(judged(NOW + MINUTE)).isEqualTo("RUNAWAY_REJECTIONS");
  }

  @Test
  void runaway_unlessConfigured_isOff() {
    for (int i = 0; i < 100; i++) {
      halts.roundTrip(limits, NOW);
      halts.rejected(limits, NOW);
    }
    assertThat(judged(NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCOUNT_MAX_DAILY_LOSS", "ACCOUNT_MAX_DRAWDOWN",
      "ACCOUNT_MAX_DAILY_DRAWDOWN"})
  void judge_ofAnAccount_hasLimitsOfItsOwn(RiskRule rule) {
    limits = limits.with(rule.key(), "50").with("max_daily_loss", "0");
    view.realizedToday = -51 * Exact.ONE;
    view.equity = 4_999 * Exact.ONE;
    assertThat(judged(NOW)).isEmpty();
    view.ofAccount = true;
    assertThat(judged(NOW)).isEqualTo(rule.name());
    halts.resume();
    view.realizedToday = -50 * Exact.ONE;
    view.equity = 5_000 * Exact.ONE;
    assertThat(judged(NOW)).isEmpty();
  }

  @Test
  void judge_withoutItsInput_haltsNothing() {
    view.realizedToday = RiskView.MISSING;
    assertThat(judged(NOW)).isEmpty();
  }

  @Test
  void kill_refusesExitsToo_untilRearmed() {
    halts.kill(NOW);
    halts.resume();
    assertThat(halts.isKilled()).isTrue();
    assertThat(refused(true, NOW + 1_000 * DAY)).isEqualTo("KILLED");
    halts.rearm();
    assertThat(refused(false, NOW)).isEmpty();
  }

  @Test
  void rearm_leavesOtherHalts() {
    halts.halt(RiskRule.ENGINE_FAULT, "a rule must not throw, did", NOW);
    halts.kill(NOW);
    halts.rearm();
    assertThat(halts.isKilled()).isFalse();
    assertThat(refused(false, NOW)).isEqualTo("ENGINE_FAULT");
    assertThat(refused(true, NOW)).isEmpty();
  }

  @Test
  void read_ofWhatWasWritten_goesOnAlike() {
    limits = RiskLimits.LIVE.with("loss_streak_halt", "2");
    view.losses = 2;
    halts.kill(NOW);
    judged(NOW);
    for (int i = 0; i < 21; i++)
      halts.throttle().take(limits, NOW + i);
    halts.roundTrip(limits, NOW);
    halts.rejected(limits, NOW);

    var words = words(halts);
    var copy = new Halts();
    var reader = new StateReader(words);
    copy.read(reader);

    assertThat(reader.isAtEnd()).isTrue();
    assertThat(words(copy)).isEqualTo(words);
    assertThat(copy.at(NOW)).isEqualTo(halts.at(NOW)).hasSize(3);
    assertThat(copy.judge(limits, view, MIDNIGHT)).isEmpty();
  }

  private static long[] words(Halts halts) {
    var words = new Words();
    halts.write(words);
    return words.toArray();
  }

  private String judged(long now) {
    return String.join(" ", codes(halts.judge(limits, view, now)));
  }

  private static List<String> codes(List<Halted> halted) {
    return halted.stream().map(Halted::code).toList();
  }

  private String refused(boolean reducing, long now) {
    var order = new Proposal(Side.BUY, Exact.ONE, 0, reducing, 0);
    return new RiskGate(RiskLimits.DEFAULT).check(order, new OwnerView(), halts, now)
        .map(Refusal::code)
        .orElse("");
  }
}
