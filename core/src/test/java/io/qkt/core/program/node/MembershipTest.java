package io.qkt.core.program.node;

import static io.qkt.core.program.frame.Truth.FALSE;
import static io.qkt.core.program.frame.Truth.TRUE;
import static io.qkt.core.program.frame.Truth.UNDEFINED;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.program.Frames;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MembershipTest {
  private final Frame frame = Frames.plain();

  @ParameterizedTest
  @CsvSource({"1,1,3,2", "3,1,3,2", "2,1,3,2", "0.9,1,3,0", "3.1,1,3,0", "2,3,1,0"})
  void between_isInclusive(double of, double low, double high, int expected) {
    assertThat(between(of, low, high)).isEqualTo(expected);
  }

  @Test
  void between_byRoundingAlone_isWithin() {
    assertThat(between(0.1 + 0.2, 0, 0.3)).isEqualTo(TRUE);
  }

  /** Not as AND would have it: 5 is below 6 whatever the other bound is. */
  @ParameterizedTest
  @CsvSource({"NaN,1,3", "2,NaN,3", "2,1,NaN", "5,6,NaN", "5,NaN,4"})
  void between_ofAnythingUndefined_isUndefined(double of, double low, double high) {
    assertThat(between(of, low, high)).isEqualTo(UNDEFINED);
  }

  @Test
  void in_aListThatHoldsIt_isTrue() {
    assertThat(in(2, 1, 2, 3)).isEqualTo(TRUE);
    assertThat(in(0.3, 0.1 + 0.2)).isEqualTo(TRUE);
    assertThat(in(4, 1, 2, 3)).isEqualTo(FALSE);
    assertThat(in(4)).isEqualTo(FALSE);
  }

  @Test
  void in_withUndefinedMembers_skipsThem() {
    assertThat(in(2, Double.NaN, 2)).isEqualTo(TRUE);
    assertThat(in(2, Double.NaN)).isEqualTo(FALSE);
  }

  @Test
  void in_ofTheUndefined_isUndefined() {
    assertThat(in(Double.NaN, 1)).isEqualTo(UNDEFINED);
  }

  @Test
  void in_afterAHit_asksNoMore() {
    var asked = new int[1];
    NumberNode counted = _ -> asked[0]++;
    new Membership.In(new Constant(1), List.of(new Constant(1), counted)).eval(frame);
    assertThat(asked[0]).isZero();
  }

  @Test
  void isNull_ofANumber_isABoolean() {
    assertThat(new Membership.IsNull(new Constant(Double.NaN)).eval(frame)).isEqualTo(TRUE);
    assertThat(new Membership.IsNull(new Constant(0)).eval(frame)).isEqualTo(FALSE);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,2", "2,0"})
  void isNull_ofACondition_isABoolean(int truth, int expected) {
    assertThat(new Membership.IsUndefined(new Logic.Value(truth)).eval(frame)).isEqualTo(expected);
  }

  private int between(double of, double low, double high) {
    return new Membership.Between(new Constant(of), new Constant(low), new Constant(high))
        .eval(frame);
  }

  private int in(double of, double... members) {
    var nodes = Arrays.stream(members).<NumberNode>mapToObj(Constant::new).toList();
    return new Membership.In(new Constant(of), nodes).eval(frame);
  }
}
