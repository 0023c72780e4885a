package io.qkt.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.cli.Main;
import io.qkt.cli.end.ExitCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reference of the command says what the command's own model says. */
class CliReferenceTest {
  private static final String BEGIN = "<!-- generated: verbs -->\n";
  private static final String END = "<!-- end of generated: verbs -->\n";

  @Test
  void reference_ofVerbs_isWhatTheModelSays() {
    var page = Page.of("docs/reference/cli.md");
    var expected = withVerbs(page.text());
    if (Boolean.getBoolean("qkt.bless")) page.rewrite(expected);
    else
      assertThat(page.text()).as("run `./dev bless docs` and read the difference")
          .isEqualTo(
              expected);
  }

  @Test
  void reference_ofExitCodes_hasEachOne() throws IllegalAccessException {
    var text = Page.of("docs/reference/cli.md").text();

    for (var constant : ExitCode.class.getFields()) {
      assertThat(text).as(constant.getName()).contains("\n| " + constant.getInt(null) + " | ");
    }
  }

  private static String withVerbs(String text) {
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    assertThat(begin).as("the markers of the generated part").isBetween(BEGIN.length(), end);
    var verbs = new StringBuilder();
    new CommandLine(new Main()).getSubcommands().values().forEach(verb -> add(verbs, verb));
    return text.substring(0, begin) + verbs + "\n" + text.substring(end);
  }

  private static void add(StringBuilder text, CommandLine verb) {
    var spec = verb.getCommandSpec();
    text.append("\n### `")
        .append(synopsis(spec))
        .append("`\n\n")
        .append(String.join(" ", spec.usageMessage().description()))
        .append("\n");
    var options = spec.options()
        .stream()
        .filter(CliReferenceTest::isOwn)
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .toList();
    if (!options.isEmpty() || !spec.positionalParameters().isEmpty()) addTable(text, spec, options);
    verb.getSubcommands().values().forEach(below -> add(text, below));
  }

  /** Every verb has --help and --version; the page says so once. */
  private static boolean isOwn(OptionSpec option) {
    return !option.usageHelp() && !option.versionHelp() && !option.hidden();
  }

  private static String synopsis(CommandSpec spec) {
    var words = new StringBuilder(spec.qualifiedName());
    spec.positionalParameters()
        .forEach(p -> words.append(' ')
            .append(
                p.arity().min() == 0 ? "[" + p.paramLabel() + "]" : p.paramLabel()));
    if (!spec.subcommands().isEmpty()) words.append(" [VERB]");
    return words.toString();
  }

  private static void addTable(StringBuilder text, CommandSpec spec, List<OptionSpec> options) {
    text.append("\n| word | meaning |\n|---|---|\n");
    for (PositionalParamSpec p : spec.positionalParameters()) {
      row(text, p.paramLabel(), p.description());
    }
    for (var option : options) {
      var value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
      row(text, String.join(", ", option.names()) + value, option.description());
    }
  }

  private static void row(StringBuilder text, String word, String[] description) {
    text.append("| `")
        .append(word.replace("|", "\\|"))
        .append("` | ")
        .append(String.join(" ", Arrays.asList(description)))
        .append(" |\n");
  }
}
