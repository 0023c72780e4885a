package io.qkt.core.program.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.money.Exact;
import io.qkt.core.program.Frames;
import io.qkt.core.program.frame.Frame;
import org.junit.jupiter.api.Test;

final class StreamFieldTest {
  private final Frame frame = Frames.streams(2).build().newFrame();

  @Test
  void fields_ofABarWithQuotes_comeFromThem() {
    frame.show(1, Frames.bar(4, 100));
    frame.quote(1, 99 * Exact.ONE, 102 * Exact.ONE);
    assertThat(new StreamField.Mid(1).eval(frame)).isEqualTo(100.5);
    assertThat(new StreamField.QuotedSpread(1).eval(frame)).isEqualTo(3);
  }

  @Test
  void fields_ofABarWithoutQuotes_areTheCloseAndUndefined() {
    frame.show(1, Frames.bar(4, 100));
    frame.quote(1, 0, 0);
    assertThat(new StreamField.Mid(1).eval(frame)).isEqualTo(100);
    assertThat(new StreamField.QuotedSpread(1).eval(frame)).isNaN();
  }

  @Test
  void timestamp_ofABar_isItsEndInMilliseconds() {
    frame.show(1, Frames.bar(4, 100));
    assertThat(new StreamField.Timestamp(1).eval(frame)).isEqualTo(300_000);
  }

  @Test
  void fields_beforeTheFirstBar_areUndefined() {
    assertThat(new StreamField.Mid(1).eval(frame)).isNaN();
    assertThat(new StreamField.QuotedSpread(1).eval(frame)).isNaN();
    assertThat(new StreamField.Timestamp(1).eval(frame)).isNaN();
  }
}
