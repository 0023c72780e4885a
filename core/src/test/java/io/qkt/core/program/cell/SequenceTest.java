package io.qkt.core.program.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.program.Frames;
import io.qkt.core.program.cell.Sequence.Stage;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two stages, the second within three minutes of the first, unless a test says otherwise. */
final class SequenceTest {
  private final Bench bench = new Bench();
  private final Sequence sequence = bench.cells.sequence(0, List.of(
      new Stage(bench.condition(0), 0), new Stage(bench.condition(1), 3 * Frames.MINUTE)));

  @Test
  void stages_inTheirOrder_complete() {
    bench.next(true, false);
    assertThat(stage()).isEqualTo(1);
    assertThat(isComplete()).isFalse();
    bench.next(false, true);
    assertThat(stage()).isEqualTo(2);
    assertThat(isComplete()).isTrue();
  }

  @Test
  void complete_onTheNextBar_isOver() {
    bench.next(true, false);
    bench.next(false, true);
    bench.next(false, false);
    assertThat(isComplete()).isFalse();
    assertThat(stage()).isZero();
    assertThat(price(0)).isZero();
  }

  @Test
  void complete_whenAnotherStreamIsAsked_isOver() {
    bench.next(true, false);
    bench.next(false, true);
    bench.bar(1, 50);
    assertThat(isComplete()).isFalse();
    assertThat(stage()).isZero();
    assertThat(price(1)).isZero();
    assertThat(time(1)).isZero();
  }

  @Test
  void complete_whenABarOfTheSameEndIsAsked_isOver() {
    bench.next(true, false);
    bench.next(false, true);
    bench.skip(-1);
    bench.bar(1, 50);
    assertThat(isComplete()).isFalse();
  }

  @Test
  void complete_atALaterTime_isOver() {
    bench.next(true, false);
    bench.next(false, true);
    bench.frame.at(bench.frame.now() + 1);
    assertThat(isComplete()).isFalse();
  }

  @Test
  void secondStage_whileItIsNotItsTurn_doesNotFire() {
    bench.next(false, true);
    assertThat(stage()).isZero();
    bench.next(true, true);
    assertThat(stage()).isEqualTo(1);
    // It has been true all along: that is no edge.
    bench.next(false, true);
    assertThat(stage()).isEqualTo(1);
    bench.next(false, false);
    bench.next(false, true);
    assertThat(isComplete()).isTrue();
  }

  @Test
  void stages_bothTrueOnOneBar_fireOneOfThem() {
    bench.next(true, true);
    assertThat(stage()).isEqualTo(1);
  }

  @Test
  void firstEvaluation_thatIsTrue_isAnEdge() {
    bench.next(true, false);
    assertThat(stage()).isEqualTo(1);
  }

  @Test
  void undefinedBetween_countsAsNotTrue() {
    bench.next(true, false);
    bench.next(false, true);
    bench.nextTruths(Truth.UNDEFINED, Truth.UNDEFINED);
    assertThat(stage()).isZero();
    bench.nextTruths(Truth.TRUE, Truth.UNDEFINED);
    assertThat(stage()).isEqualTo(1);
  }

  @Test
  void within_exactly_isInTime() {
    bench.next(true, false);
    bench.next(false, false);
    bench.next(false, false);
    bench.next(false, true);
    assertThat(isComplete()).isTrue();
  }

  @Test
  void within_byMore_startsOver() {
    bench.next(true, false);
    bench.skip(3);
    bench.next(false, true);
    assertThat(stage()).isZero();
    assertThat(price(0)).isZero();
    assertThat(time(0)).isZero();
  }

  @Test
  void timeOut_andANewEdgeOfTheFirst_beginsAnew() {
    bench.next(true, false);
    bench.next(false, false);
    bench.skip(3);
    bench.next(true, false);
    assertThat(stage()).isEqualTo(1);
  }

  @Test
  void timeOut_keepsTheEdges() {
    bench.next(true, false);
    bench.skip(3);
    bench.next(true, false);
    assertThat(stage()).as("the first stayed true").isZero();
  }

  @Test
  void completion_keepsTheEdges() {
    bench.next(true, false);
    bench.next(true, true);
    assertThat(isComplete()).isTrue();
    bench.next(true, true);
    bench.next(true, true);
    assertThat(stage()).isZero();
  }

  @Test
  void stage_thatFired_hasItsPriceAndTime() {
    bench.next(false, false);
    bench.next(true, false);
    assertThat(price(0)).isEqualTo(101);
    assertThat(time(0)).isEqualTo(120_000);
    assertThat(price(1)).isZero();
    assertThat(time(1)).isZero();
  }

  /** Bar i closes at 100 + i and ends at (i + 1) minutes. */
  @Test
  void sequence_ofAClimb_completesOnce() {
    var climb = new Bench();
    var close = Slot.of(0, BarField.CLOSE);
    var above = climb.cells.sequence(0, List.of(
        new Stage(new Comparison.Greater(close, new Constant(105)), 0),
        new Stage(new Comparison.Greater(close, new Constant(108)), 10 * Frames.MINUTE)));
    var completed = new ArrayList<Long>();
    for (int i = 0; i < 30; i++) {
      climb.next();
      if (new Sequence.Complete(above).eval(climb.frame) == Truth.TRUE)
        completed.add(climb.frame.now() / 1_000_000);
    }
    assertThat(completed).containsExactly(600L);
  }

  @Test
  void sequence_ofOneStage_isRefused() {
    assertThatThrownBy(() -> bench.cells.sequence(0, List.of(new Stage(bench.condition(0), 0))))
        .hasMessage("a sequence must have 2 to 8 stages, was 1");
  }

  private double stage() {
    return new Sequence.StageCount(sequence).eval(bench.frame);
  }

  private boolean isComplete() {
    return new Sequence.Complete(sequence).eval(bench.frame) == Truth.TRUE;
  }

  private double price(int stage) {
    return new Sequence.StagePrice(sequence, stage).eval(bench.frame);
  }

  private double time(int stage) {
    return new Sequence.StageTime(sequence, stage).eval(bench.frame);
  }
}
