package io.qkt.dsl.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IssuesTest {
  @Test
  void add_atAPlaceThatHasOne_isIgnored() {
    var issues = new Issues();
    issues.add(error(5, "cause"));
    issues.add(error(5, "consequence"));
    assertThat(issues.sorted()).extracting(Issue::message).containsExactly("cause");
  }

  @Test
  void sorted_isInTheOrderOfTheText() {
    var issues = new Issues();
    issues.add(error(9, "second"));
    issues.add(error(1, "first"));
    assertThat(issues.sorted()).extracting(Issue::message).containsExactly("first", "second");
  }

  @Test
  void add_beyond20Errors_isIgnored() {
    var issues = new Issues();
    for (int i = 0; i < 30; i++)
      issues.add(error(i, "one"));
    assertThat(issues.sorted()).hasSize(20);
    assertThat(issues.isFull()).isTrue();
  }

  @Test
  void warnings_areNoErrors() {
    var issues = new Issues();
    for (int i = 0; i < 30; i++) {
      issues.add(Issue.warning(Code.TIF, new Span(i, i), "odd", "look at it"));
    }
    assertThat(issues.hasErrors()).isFalse();
    assertThat(issues.isFull()).isFalse();
    assertThat(issues.sorted()).hasSize(30);
  }

  @Test
  void render_ofSeveral_countsThem() {
    var text = new IssueRenderer("a.qkt", "abc").render(List.of(error(0, "bad"),
        Issue.warning(Code.TIF, new Span(1, 2), "odd", "look at it")));
    assertThat(text).endsWith("1 error, 1 warning · `qkt explain E0251` for the long form\n")
        .contains("warning[E0273]: odd\n --> a.qkt:1:2\n".replace(" -->", "  -->"));
  }

  @Test
  void render_ofNothing_isNothing() {
    assertThat(new IssueRenderer("a.qkt", "abc").render(List.of())).isEmpty();
  }

  @Test
  void render_ofAVeryLongLine_showsWhatIsAroundThePlace() {
    var source = "x".repeat(500) + "HERE" + "y".repeat(500);
    assertThat(new IssueRenderer("a.qkt", source).render(new Issue("E0251", Severity.ERROR,
        new Span(500, 504), "bad", "do better"))).contains("a.qkt:1:501")
        .contains("\n 1 | …" + "x".repeat(40) + "HERE" + "y".repeat(76) + "…\n")
        .contains("\n   | " + " ".repeat(41) + "^^^^\n");
  }

  @Test
  void render_ofTabsAndPairs_putsTheCaretUnderThePlace() {
    var source = "\t😀 here";
    assertThat(new IssueRenderer("a.qkt", source).render(new Issue("E0251", Severity.ERROR,
        new Span(4, 8), "bad", "do better"))).contains("a.qkt:1:4")
        .contains("\n 1 |  😀 here\n   |    ^^^^\n");
  }

  private static Issue error(int start, String message) {
    return Issue.error(Code.EXPRESSION, new Span(start, start + 1), message, "do better");
  }
}
