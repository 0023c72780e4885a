package io.qkt.dsl.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of errors is the table of codes, and what is told of each at length. */
final class ErrorReferenceTest {
  private static final Path PAGE = Path
      .of(System.getProperty("qkt.root"), "docs", "reference", "errors.md");
  private static final String HEAD = """
      # Errors of the language

      What `qkt` says about a text begins with a code, `error[E0218]`. A code keeps its meaning
      for ever, so that it can be looked up and searched for; the words around it may improve.
      `qkt explain E0218` prints what this page says of it.

      E01 is about characters and names, E02 about form and kinds, E03 about limits, E04 about
      orders, E05 about files. W is a warning: the text is accepted and says something that was
      probably not meant. In an example of a limit, `⟨3 times: x⟩` stands for `xxx`, and `#` in it
      for the numbers 1, 2, 3.

      | code | meaning |
      |---|---|
      """;

  @Test
  void page_ofErrors_isTheTableAndTheLongForms() throws IOException {
    var expected = HEAD + Arrays.stream(Code.values())
        .map(code -> "| [%s](#%s) | %s |\n".formatted(code.id(),
            code.id().toLowerCase(Locale.ROOT), code.explanation()))
        .collect(Collectors.joining())
        + Explanations.read()
            .stream()
            .map(ErrorReferenceTest::section)
            .collect(Collectors.joining());
    if (Boolean.getBoolean("qkt.bless")) Files.writeString(PAGE, expected);

    assertThat(PAGE).as("run the build with -Dqkt.bless=true to rewrite it").hasContent(expected);
  }

  private static String section(Explanation explanation) {
    var id = explanation.code().id();
    var text = new StringBuilder("\n## %s\n\n%s\n\n%s\n\n%s\n".formatted(id,
        explanation.code().explanation(), explanation.meaning(), explanation.why()));
    explanation.files().forEach((name, file) -> text.append(
        "\nThe examples import `%s`:\n".formatted(name)).append(fence("file=" + name, file)));
    explanation.wrong().ifPresent(wrong -> text.append("\nWrong:\n")
        .append(fence((id.startsWith("E") ? "refused " : "warned ") + id, wrong.shown())));
    explanation.right().ifPresent(right -> text.append("\nRight:\n")
        .append(fence("", right.shown())));
    return text.toString();
  }

  private static String fence(String marks, String text) {
    return "\n```qkt %s".formatted(marks).stripTrailing() + "\n" + text + "```\n";
  }

  @Test
  void codes_areInOrderAndEachGivenOnce() {
    assertThat(Code.values()).extracting(Code::id)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.naturalOrder())
        .allMatch(id -> id.matches("[EW]\\d{4}"));
  }

  @Test
  void explanations_areOneSentenceEach() {
    assertThat(Code.values()).extracting(Code::explanation)
        .allMatch(text -> text.matches("[A-Z][^|\\n]*\\.") && text.length() <= 96);
  }

  @Test
  void of_anId_findsItInAnyCase() {
    assertThat(Code.of("e0218")).contains(Code.WORD_MISSING);
    assertThat(Code.of("E9999")).isEmpty();
  }
}
