package io.qkt.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Caps on the tail of everything: the medians follow, and nobody has to argue about one file. */
class TidyTest {
  private static final int FILE_LINES_MAX = 500;
  private static final int METHOD_LINES_MAX = 60;
  private static final int PACKAGE_FILES_MAX = 20;
  private static final int LINE_COLUMNS_MAX = 100;

  private static final String JAVA = ".*\\.java";
  private static final String MAIN = "[\\w-]+/src/main/java/.*\\.java";
  private static final String TEST = "[\\w-]+/src/test/.*\\.java";
  private static final String MARKDOWN = ".*\\.md";
  private static final String ADR = "docs/adr/.*";
  private static final String SCRIPT = "qkt|dev|\\.ci/run";
  private static final String SOURCE = JAVA + "|.*\\.xml|.*\\.conf|.*\\.sql|" + SCRIPT;

  // The brackets keep these expressions from finding themselves.
  private static final Pattern LEFTOVER = Pattern.compile("\\b(T[O]DO|F[I]XME|X[X]X)\\b");
  private static final Pattern SWITCHED_OFF = Pattern.compile("@D[i]sabled");
  private static final Pattern SLEEP = Pattern.compile("\\b(Thread|TimeUnit\\.\\w+)\\.s[l]eep\\b");
  // A table over an enum of ours may import all of its constants: it names nearly all of them.
  private static final Pattern STAR_IMPORT = Pattern
      .compile("^import (?!static io\\.qkt\\.).*\\*;");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ABSOLUTE_LINK = Pattern.compile("[a-z]+:.*|#.*");
  private static final Pattern MACHINE_PATH = Pattern.compile(
      "(?<![\\w.~$}/*-])/(home|Users|root|work|workspace)/\\w|\\b[A-Z]:\\\\+Users\\b");
  private static final Pattern REGISTRY = Pattern.compile("https?://[\\w.-]*"
      + "(maven|npm|pypi|debian|nexus|artifactory|registry)[\\w.-]*[:/](?!POM/|xsd/)");

  private final Checkout checkout = Checkout.read();

  @Test
  void files_ofMain_stayUnderTheirCap() {
    assertNone(checkout.complaints(MAIN,
        (_, text) -> tooMany(text.lines().count(), FILE_LINES_MAX, "lines")));
  }

  @Test
  void methods_stayUnderTheirCap() {
    assertNone(checkout.complaints(JAVA, (_, text) -> new JavaText(text).methods()
        .stream()
        .flatMap(method -> tooMany(method.lines(), METHOD_LINES_MAX, "lines in " + method))));
  }

  @Test
  void packages_ofMain_stayUnderTheirCap() {
    var sizes = checkout.files(MAIN)
        .keySet()
        .stream()
        .collect(groupingBy(path -> Path.of(path).getParent(), TreeMap::new, counting()));

    assertNone(sizes.entrySet()
        .stream()
        .flatMap(folder -> tooMany(folder.getValue(),
            PACKAGE_FILES_MAX, "files in " + folder.getKey()))
        .toList());
  }

  @Test
  void lines_stayWithinTheColumns() {
    assertNone(checkout.complaintsByLine(JAVA + "|" + SCRIPT, (_, line) -> Stream.of(line)
        .filter(text -> !text.startsWith("import ") && !text.contains("://"))
        .flatMap(text -> tooMany(text.codePointCount(0, text.length()), LINE_COLUMNS_MAX,
            "columns"))));
  }

  @Test
  void imports_areUsed() {
    assertNone(checkout.complaints(JAVA, (_, text) -> new JavaText(text).unusedImports()
        .stream()
        .map(name -> " imports " + name + " for nothing")));
  }

  @Test
  void imports_ofOthers_nameOneThingEach() {
    assertNowhere(STAR_IMPORT, JAVA);
  }

  @Test
  void sources_leaveNothingForLater() {
    assertNowhere(LEFTOVER, SOURCE);
  }

  @Test
  void tests_areNeverSwitchedOff() {
    assertNowhere(SWITCHED_OFF, TEST);
  }

  @Test
  void tests_waitOnAConditionAndNeverSleep() {
    assertNowhere(SLEEP, TEST);
  }

  @Test
  void markdown_beginsWithItsTitle() {
    assertNone(checkout.complaints(MARKDOWN,
        (_, text) -> text.startsWith("# ") ? Stream.of() : Stream.of(" begins otherwise")));
  }

  @Test
  void markdown_relativeLinks_leadSomewhere() {
    assertNone(checkout.complaintsByLine(MARKDOWN,
        (path, line) -> LINK.matcher(line)
            .results()
            .map(found -> found.group(1))
            .filter(link -> !ABSOLUTE_LINK.matcher(link).matches())
            .filter(link -> !checkout.has(target(path, link)))));
  }

  @Test
  void changelog_hasUnreleasedOnTop() {
    var sections = checkout.files("CHANGELOG\\.md")
        .firstEntry()
        .getValue()
        .lines()
        .filter(line -> line.startsWith("## "))
        .toList();

    assertThat(sections).first().isEqualTo("## Unreleased");
  }

  @Test
  void decisions_areNumberedWithoutAGap() {
    var numbers = checkout.files(ADR)
        .keySet()
        .stream()
        .map(path -> Path.of(path).getFileName().toString().substring(0, 5))
        .toList();

    assertThat(numbers).isEqualTo(
        IntStream.rangeClosed(1, numbers.size()).mapToObj("%04d-"::formatted).toList());
  }

  @Test
  void files_holdNoPathOfADevelopersMachine() {
    assertNowhere(MACHINE_PATH, ".*");
  }

  @Test
  void files_holdNoAddressOfAPackageRegistry() {
    assertNowhere(REGISTRY, ".*");
  }

  private static void assertNone(List<String> complaints) {
    assertThat(complaints).isEmpty();
  }

  private void assertNowhere(Pattern pattern, String form) {
    assertNone(checkout.complaintsByLine(form,
        (_, line) -> Stream.of(line).filter(text -> pattern.matcher(text).find())));
  }

  private static Stream<String> tooMany(long count, long max, String what) {
    return count <= max
        ? Stream.of()
        : Stream.of(" must have at most %d %s, has %d".formatted(max, what, count));
  }

  private static Path target(String from, String link) {
    var folder = Path.of("/").resolve(from).getParent();
    return Path.of("/").relativize(folder.resolve(link.split("#")[0]).normalize());
  }
}
