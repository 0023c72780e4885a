package io.qkt.core.risk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The reference of risk says what the rules and keys say. */
final class RiskReferenceTest {
  private static final Path PAGE = Path
      .of(System.getProperty("qkt.root"), "docs", "reference", "risk.md");
  private static final String BEGIN = "<!-- generated: %s -->\n";
  private static final String END = "<!-- end of generated: %s -->\n";

  @Test
  void page_listsExactlyTheRulesAndKeys() throws IOException {
    var text = Files.readString(PAGE);
    var expected = with(with(text, "rules", rules()), "keys", keys());
    if (Boolean.getBoolean("qkt.bless")) Files.writeString(PAGE, expected);
    else
      assertThat(text).as("run the build with -Dqkt.bless=true to rewrite it").isEqualTo(expected);
  }

  @Test
  void keys_areAllUsedByARule_orShapeAnInput() {
    var used = Arrays.stream(RiskRule.values()).flatMap(rule -> rule.keys().stream()).toList();
    assertThat(RiskKey.values()).allMatch(key -> used.contains(key)
        || key == RiskKey.EQUITY_STALE_SECONDS || key == RiskKey.LIVE_EQUITY_BASIS);
  }

  private static String with(String text, String part, String table) {
    int begin = text.indexOf(BEGIN.formatted(part)) + BEGIN.formatted(part).length();
    int end = text.indexOf(END.formatted(part));
    assertThat(begin).as("the markers of " + part).isBetween(BEGIN.length(), end);
    return text.substring(0, begin) + "\n" + table + "\n" + text.substring(end);
  }

  private static String rules() {
    return "| code | effect | key = default | inputs | what | what passes |\n"
        + "|---|---|---|---|---|---|\n"
        + Arrays.stream(RiskRule.values()).map(RiskReferenceTest::row).collect(joining());
  }

  private static String row(RiskRule rule) {
    var keys = rule.keys()
        .stream()
        .map(key -> "`%s` = %s".formatted(key.key(), key.initial()))
        .collect(joining(", "));
    var inputs = rule.inputs().stream().map(RiskInput::words).collect(joining(", "));
    return "| `%s` | %s | %s | %s | %s | %s |\n".formatted(rule,
        rule.effect().name().toLowerCase(Locale.ROOT), orDash(keys), orDash(inputs), rule.what(),
        rule.passes());
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String keys() {
    return "| key | default | for live profiles |\n|---|---|---|\n"
        + Arrays.stream(RiskKey.values())
            .map(key -> "| `%s` | %s | %s |\n".formatted(key.key(), key.initial(), live(key)))
            .collect(joining());
  }

  private static String live(RiskKey key) {
    long value = RiskLimits.LIVE.of(key);
    if (value == RiskLimits.DEFAULT.of(key)) return "the same";
    return key == RiskKey.MARKET_DATA_GATE ? "on" : "" + value;
  }
}
