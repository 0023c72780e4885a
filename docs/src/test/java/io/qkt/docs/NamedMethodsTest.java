package io.qkt.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.qkt.docs.Page.Line;
import io.qkt.platform.seam.CrashPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The concept pages name methods, so that a reader can go and look; whoever renames one is told.
 */
class NamedMethodsTest {
  private static final int METHODS_MIN = 10;
  private static final Pattern IN_TICKS = Pattern.compile("`([^`]+)`");
  private static final Pattern METHOD = Pattern
      .compile("((?:[A-Z]\\w*\\.)+)([a-z]\\w*)(?:\\([^)]*\\))?");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(?:_[A-Z]+)+");
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("io.qkt");

  /** A method as a page names it. */
  record Named(String where, String token, String type, String method) {
    boolean exists() {
      return CLASSES.stream().anyMatch(c -> isCalled(c) && has(c));
    }

    private boolean isCalled(JavaClass candidate) {
      var name = "." + candidate.getName().replace('$', '.');
      return name.endsWith("." + type);
    }

    private boolean has(JavaClass candidate) {
      return candidate.getMethods().stream().anyMatch(m -> m.getName().equals(method));
    }
  }

  static List<Page> pages() {
    return Page.below("docs/concepts");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_namesMethodsThatExist(Page page) {
    var named = named(page);

    assertThat(named).as("methods named by %s", page.file())
        .hasSizeGreaterThanOrEqualTo(
            METHODS_MIN);
    assertThat(named.stream().filter(n -> !n.exists()).map(n -> n.where() + " " + n.token()))
        .as("named methods that are gone")
        .isEmpty();
  }

  @Test
  void crashPoints_areEachExplainedOnAConceptPage() {
    var explained = new TreeSet<String>();
    pages().forEach(page -> page.lines()
        .stream()
        .flatMap(line -> inTicks(line))
        .filter(token -> CONSTANT.matcher(token).matches())
        .forEach(explained::add));

    assertThat(explained).containsAll(
        Arrays.stream(CrashPoint.values()).map(CrashPoint::name).toList());
  }

  private static List<Named> named(Page page) {
    var named = new ArrayList<Named>();
    for (var line : page.lines()) {
      tokens(line).forEach(token -> {
        var match = METHOD.matcher(token);
        if (!match.matches()) return;
        var type = match.group(1).substring(0, match.group(1).length() - 1);
        named.add(new Named(page.at(line), token, type, match.group(2)));
      });
    }
    return named;
  }

  /** A diagram has no ticks: there every word that looks like a method is one. */
  private static Stream<String> tokens(Line line) {
    if (!line.fence().equals("mermaid")) return inTicks(line);
    return METHOD.matcher(line.text()).results().map(found -> found.group());
  }

  private static Stream<String> inTicks(Line line) {
    if (!line.fence().isEmpty()) return Stream.of();
    return IN_TICKS.matcher(line.text()).results().map(found -> found.group(1));
  }
}
