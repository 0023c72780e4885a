package io.qkt.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The golden scenarios as a user writes them: text in, fills out. */
final class LanguageScenariosTest {
  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    return read("scenarios.txt").stream()
        .map(Scenario::of)
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(),
            () -> assertThat(scenario.replayed()).containsExactlyElementsOf(scenario.fills())));
  }

  /** Two ways to write one thing must not differ in a single fill, and must have some. */
  @TestFactory
  Stream<DynamicTest> forms_ofOneMeaning_fillAlike() throws IOException {
    return read("forms.txt").stream()
        .map(part -> DynamicTest.dynamicTest(part.lines().findFirst().orElseThrow(), () -> {
          var forms = forms(part);
          var wanted = forms.getFirst().replayed();
          assertThat(wanted).isNotEmpty();
          for (var form : forms)
            assertThat(form.replayed()).as(form.text()).isEqualTo(wanted);
        }));
  }

  /** All forms are shown the same market, that of the first one. */
  private static List<Scenario> forms(String part) {
    var name = part.lines().findFirst().orElseThrow();
    var forms = new ArrayList<Scenario>();
    for (var form : part.substring(name.length()).split("(?m)^==$")) {
      var read = Scenario.of(name + "\n" + form.strip());
      var directives = forms.isEmpty() ? read.directives() : forms.getFirst().directives();
      forms.add(new Scenario(name, directives, read.text(), List.of()));
    }
    return forms;
  }

  private static List<String> read(String file) throws IOException {
    try (var in = LanguageScenariosTest.class.getResourceAsStream(file)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^=== ")).skip(1).toList();
    }
  }
}
