package io.qkt.core.program.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.money.Exact;
import io.qkt.core.program.Frames;
import io.qkt.core.program.KnownFacts;
import io.qkt.core.program.frame.Facts.AccountField;
import io.qkt.core.program.frame.Facts.InstrumentField;
import io.qkt.core.program.frame.Facts.PositionField;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.Frame.Given;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactTest {
  private final Frame frame = Frames.plain();
  private final KnownFacts facts = new KnownFacts(3);

  @BeforeEach
  void attach() {
    frame.attach(facts);
  }

  @Test
  void position_ofAField_isAskedOfTheFacts() {
    for (var field : PositionField.values())
      if (field != PositionField.QUANTITY)
        assertThat(Fact.position(2, field).eval(frame)).isEqualTo(200 + field.ordinal());
  }

  @Test
  void position_ofTheQuantity_isTheExactOne() {
    facts.hold(1, -Exact.ONE / 2);
    assertThat(Fact.position(1, PositionField.QUANTITY).eval(frame)).isEqualTo(-0.5);
    assertThat(Fact.position(2, PositionField.QUANTITY).eval(frame)).isZero();
  }

  @Test
  void accountInstrumentAndOrders_areAskedOfTheFacts() {
    for (var field : AccountField.values())
      assertThat(new Fact.OfAccount(field).eval(frame)).isEqualTo(1_000 + field.ordinal());
    for (var field : InstrumentField.values())
      assertThat(new Fact.OfInstrument(1, field).eval(frame)).isEqualTo(2_100 + field.ordinal());
    assertThat(new Fact.OpenOrders(2).eval(frame)).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({"1,2,3,1", "-1,-5,-2,-1", "1,-1,1,0", "1,0,1,0", "0,0,0,0", "0,1,1,0"})
  void position_ofABasket_isASideIfAllAreOnIt(long a, long b, long c, double expected) {
    facts.hold(0, a);
    facts.hold(1, b);
    facts.hold(2, c);
    assertThat(new Fact.OfBasket(List.of(0, 1, 2)).eval(frame)).isEqualTo(expected);
  }

  @Test
  void occasion_thatIsNot_isUndefined() {
    for (var given : Given.values())
      assertThat(new Occasion.Number(given).eval(frame)).isNaN();
    assertThat(new Occasion.Text(Given.EXIT_SIDE).apply(frame)).isEqualTo("undefined");
    assertThat(new Occasion.Text(Given.EXIT_REASON).apply(frame)).isEqualTo("undefined");
  }

  @Test
  void occasion_thatIs_givesItsNumberOrText() {
    frame.give(Given.ENTRY, 101.5);
    frame.give(Given.EXIT_SIDE, -1);
    frame.give(Given.EXIT_REASON, Occasion.Reason.TP.ordinal());
    assertThat(new Occasion.Number(Given.ENTRY).eval(frame)).isEqualTo(101.5);
    assertThat(new Occasion.Text(Given.EXIT_SIDE).apply(frame)).isEqualTo("SELL");
    assertThat(new Occasion.Text(Given.EXIT_REASON).apply(frame)).isEqualTo("TP");
  }

  @Test
  void textOfANumber_isRefused() {
    assertThatThrownBy(() -> new Occasion.Text(Given.ENTRY))
        .hasMessage("a text of an occasion must be EXIT_SIDE or EXIT_REASON, was ENTRY");
  }
}
