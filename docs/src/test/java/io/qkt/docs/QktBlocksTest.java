package io.qkt.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.Compilation;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.issue.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages show of the language is understood as they say. */
class QktBlocksTest {
  private static final int BLOCKS_MIN = 300;
  private static final int REFUSED_MIN = 100;
  /** What only a strategy or a portfolio says. */
  private static final Pattern LANGUAGE = Pattern
      .compile("(STRATEGY|PORTFOLIO)\\s+\\w+\\s+VERSION\\s+\\d|\\bTHEN\\s+(BUY|SELL|CLOSE)\\s+\\w+");

  static Stream<Page> pages() {
    return Stream.concat(Stream.of(Page.of("README.md")), Page.below("docs").stream());
  }

  @Test
  void blocks_ofEveryPage_areUnderstoodAsMarked() {
    var complaints = pages().flatMap(page -> complaints(page).stream()).toList();

    assertThat(complaints).as("blocks that compile otherwise").isEmpty();
  }

  @Test
  void blocks_areManyAndShowWhatIsRefusedToo() {
    var blocks = pages().flatMap(page -> QktBlock.of(page).stream()).toList();

    assertThat(blocks).hasSizeGreaterThan(BLOCKS_MIN);
    assertThat(blocks.stream().filter(block -> block.refused().isPresent()))
        .hasSizeGreaterThan(REFUSED_MIN);
  }

  @Test
  void fences_ofOtherLanguages_holdNoTextOfThisOne() {
    var unchecked = pages().flatMap(page -> page.lines()
        .stream()
        .filter(line -> !line.fence().isEmpty() && !QktBlock.isQkt(line.fence()))
        .filter(line -> LANGUAGE.matcher(line.text()).find())
        .map(page::at)).toList();

    assertThat(unchecked).as("mark them as qkt, so that they are compiled").isEmpty();
  }

  @Test
  void fragment_ofEachKind_becomesAWholeFile() {
    assertThat(Stream.of("LET a = 1", "WHEN TRUE THEN FLATTEN", "CANCEL_ALL", "btc.close > 1\n1",
        "SYMBOLS x = SIM:X EVERY 1m").map(text -> new QktBlock("here", "", text + "\n").source()))
            .allMatch(source -> !compiled(source, Map.of()).hasErrors());
  }

  private static List<String> complaints(Page page) {
    var blocks = QktBlock.of(page);
    var files = new TreeMap<String, String>();
    blocks.forEach(block -> block.file().ifPresent(file -> files.put(file, block.source())));
    var complaints = new ArrayList<String>();
    blocks.forEach(block -> complaint(block, files).ifPresent(complaints::add));
    return complaints;
  }

  /** A whole file is an example to copy, so not even a warning is said of it unless announced. */
  private static Optional<String> complaint(QktBlock block, Map<String, String> files) {
    var issues = compiled(block.source(), files).reports()
        .stream()
        .flatMap(report -> report.issues().stream())
        .toList();
    boolean fails = issues.stream().anyMatch(Issue::isError);
    var announced = block.refused().or(block::warned);
    boolean told = announced.isEmpty() || issues.stream().map(Issue::code).anyMatch(
        announced.get()::equals);
    boolean quiet = issues.isEmpty() || !block.isFile() || announced.isPresent();
    return fails == block.refused().isPresent() && told && quiet
        ? Optional.empty()
        : Optional.of(block.where() + " " + block.marks() + ": " + issues.stream()
            .map(issue -> issue.code() + " " + issue.message())
            .toList());
  }

  /** An example that imports itself finds itself. */
  private static Compilation compiled(String source, Map<String, String> files) {
    var known = new TreeMap<>(files);
    known.put("example.qkt", source);
    return Compiler.compile("example.qkt", source, path -> Optional.ofNullable(known.get(path)),
        new TreeMap<>());
  }
}
