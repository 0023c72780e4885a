package io.qkt.dsl.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.Compiler;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.IssueRenderer;
import io.qkt.dsl.syntax.Baseline;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with orders, as it is shown to their author. */
final class ActionsBaselineTest {
  static List<Baseline> families() {
    return Baseline.all("orders");
  }

  @ParameterizedTest
  @MethodSource("families")
  void compile_ofABadOrder_isWhatIsWrongWithIt(Baseline baseline) {
    baseline.check(text -> {
      var source = Sample.file(text);
      var issues = issues(source);
      assertThat(issues).as(text).isNotEmpty();
      return new IssueRenderer("a.qkt", source).render(issues);
    });
  }

  @Test
  void codes_ofOrders_areEachShown() {
    var shown = new TreeSet<String>();
    for (var family : families()) {
      for (var one : family.cases())
        issues(Sample.file(one.source())).stream().map(Issue::code).forEach(shown::add);
    }
    assertThat(shown).containsAll(Arrays.stream(Code.values())
        .map(Code::id)
        .filter(id -> id.startsWith("E04") || id.startsWith("W011"))
        .collect(Collectors.toList()));
  }

  private static List<Issue> issues(String source) {
    return Compiler.compile(source).reports().getFirst().issues();
  }
}
