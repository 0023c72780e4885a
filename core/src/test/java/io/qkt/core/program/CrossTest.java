package io.qkt.core.program;

import static io.qkt.core.program.frame.Truth.FALSE;
import static io.qkt.core.program.frame.Truth.TRUE;
import static io.qkt.core.program.frame.Truth.UNDEFINED;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.node.Cross;
import org.junit.jupiter.api.Test;

/** A number against the constant 10. */
final class CrossTest {
  private final Frame frame = new Frame(0, 1);
  private final Cross cross = new Cross(frame -> frame.in[0], _ -> 10, true, 0);

  @Test
  void cross_onTheFirstDefinedBar_isUndefined() {
    assertThat(at(11)).isEqualTo(UNDEFINED);
    assertThat(at(12)).isEqualTo(FALSE);
  }

  @Test
  void cross_fromBelow_isTrueOnThatBarAlone() {
    at(9);
    assertThat(at(11)).isEqualTo(TRUE);
    assertThat(at(12)).isEqualTo(FALSE);
    assertThat(at(9)).isEqualTo(FALSE);
    assertThat(at(11)).isEqualTo(TRUE);
  }

  @Test
  void cross_fromATouch_isTrue() {
    at(9);
    assertThat(at(10)).isEqualTo(FALSE);
    assertThat(at(11)).isEqualTo(TRUE);
  }

  @Test
  void cross_byRoundingAlone_isFalse() {
    at(9);
    assertThat(at(10 + 1e-12)).isEqualTo(FALSE);
    assertThat(at(11)).isEqualTo(TRUE);
  }

  @Test
  void cross_overAnUndefinedBar_remembersTheBarBefore() {
    at(9);
    assertThat(at(Double.NaN)).isEqualTo(UNDEFINED);
    assertThat(at(11)).isEqualTo(TRUE);
  }

  private int at(double value) {
    frame.in[0] = value;
    return cross.eval(frame);
  }
}
