package io.qkt.dsl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class LineMapTest {
  @Test
  void line_endsAtEachKindOfLineEnd() {
    var lines = new LineMap("a\nb\r\nc\rd");
    assertThat(lines.lines()).isEqualTo(4);
    assertThat(lines.line(0)).isEqualTo(1);
    assertThat(lines.line(1)).isEqualTo(1);
    assertThat(lines.line(2)).isEqualTo(2);
    assertThat(lines.line(5)).isEqualTo(3);
    assertThat(lines.line(7)).isEqualTo(4);
    assertThat(lines.line(8)).isEqualTo(4);
  }

  @Test
  void span_ofALine_leavesItsEndOut() {
    var source = "ab\r\n\ncd\n";
    var lines = new LineMap(source);
    assertThat(lines.span(1)).isEqualTo(new Span(0, 2));
    assertThat(lines.span(2)).isEqualTo(new Span(4, 4));
    assertThat(lines.span(3)).isEqualTo(new Span(5, 7));
    assertThat(lines.span(4)).isEqualTo(new Span(8, 8));
  }

  @Test
  void column_countsCharactersAsPeopleDo() {
    var lines = new LineMap("é😀x\n\ty");
    assertThat(lines.column(3)).isEqualTo(3);
    assertThat(lines.column(6)).isEqualTo(2);
  }

  @Test
  void column_leavesTheByteOrderMarkOut() {
    var lines = new LineMap("\uFEFFab\ncd");
    assertThat(lines.column(1)).isEqualTo(1);
    assertThat(lines.column(2)).isEqualTo(2);
    assertThat(lines.column(4)).isEqualTo(1);
  }

  @Test
  void lines_ofALongText_areAllFound() {
    assertThat(new LineMap("\n".repeat(1_000)).lines()).isEqualTo(1_001);
  }

  @Test
  void span_backward_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2))
        .withMessage("a span must run forward from 0 or later, was 3 to 2");
  }
}
