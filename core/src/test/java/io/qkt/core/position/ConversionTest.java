package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.position.Conversion.Source;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConversionTest {
  private final Conversion conversion = new Conversion(
      List.of(Source.SAME, new Source(2, false), new Source(3, true)));

  @Test
  void rate_ofTheAccountsCurrency_isOne() {
    assertThat(conversion.rate(0)).hasValue(ONE);
  }

  @Test
  void rate_beforeItsStreamTold_isMissing() {
    conversion.price(0, parse("7"));
    assertThat(conversion.rate(1)).isEmpty();
    assertThat(conversion.rate(2)).isEmpty();
  }

  @Test
  void rate_ofAStream_isItsLastPrice() {
    conversion.price(2, parse("1.1"));
    conversion.price(2, parse("1.2"));
    assertThat(conversion.rate(1)).hasValue(parse("1.2"));
    assertThat(conversion.rate(2)).isEmpty();
  }

  @Test
  void rate_ofAnInverseStream_isOneOverItsPrice() {
    conversion.price(3, parse("160"));
    assertThat(conversion.rate(2)).hasValue(parse("0.00625"));
  }

  @Test
  void price_notAboveZero_keepsTheLastRate() {
    conversion.price(2, parse("1.1"));
    conversion.price(2, 0);
    conversion.price(2, -1);
    assertThat(conversion.rate(1)).hasValue(parse("1.1"));
  }

  @Test
  void price_ofTheSmallestUnit_invertsWithoutThrowing() {
    conversion.price(3, 1);
    assertThat(conversion.rate(2)).hasValue(parse("100000000"));
  }

  @Test
  void read_afterWrite_knowsTheRates() {
    conversion.price(3, parse("160"));
    var words = new Words();
    conversion.write(words);
    var restored = new Conversion(
        List.of(Source.SAME, new Source(2, false), new Source(3, true)));
    restored.read(new StateReader(words.toArray()));
    assertThat(restored.rate(0)).hasValue(ONE);
    assertThat(restored.rate(1)).isEmpty();
    assertThat(restored.rate(2)).hasValue(parse("0.00625"));
  }
}
