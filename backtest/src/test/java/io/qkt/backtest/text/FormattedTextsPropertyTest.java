package io.qkt.backtest.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.format.Formatter;
import io.qkt.dsl.syntax.Parsed;
import io.qkt.dsl.syntax.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A formatted text decides the same, keeps its comments, and is not formatted further. */
final class FormattedTextsPropertyTest {
  private static final int SEEDS = 1_500;
  private static final int BARS = 60;

  @Test
  void format_ofARandomText_keepsDecisionsAndCommentsAndIsFixed() {
    long fills = 0;
    for (long seed = 0; seed < SEEDS; seed++)
      fills += fills(commented(RandomStrategy.text(seed), new Cases(seed)), seed);
    assertThat(fills).isGreaterThan(SEEDS);
  }

  private static int fills(String text, long seed) {
    var once = Formatter.format(Parser.parse(text));
    assertThat(Formatter.format(Parser.parse(once))).as(text).isEqualTo(once);
    assertThat(comments(Parser.parse(once))).as(text).isEqualTo(comments(Parser.parse(text)));
    var run = TextRun.of(text, seed, BARS);
    assertThat(TextRun.of(once, seed, BARS)).as(text).isEqualTo(run);
    return run.executions().size();
  }

  private static List<String> comments(Parsed parsed) {
    return parsed.tokens()
        .stream()
        .flatMap(token -> token.comments().stream())
        .map(comment -> comment.text().stripTrailing())
        .toList();
  }

  /** With a comment of any form in some of the places where a blank is. */
  private static String commented(String text, Cases cases) {
    var out = new StringBuilder();
    int end = 0;
    for (var token : Parser.parse(text).tokens()) {
      boolean apart = token.start() > end;
      out.append(text, end, token.start());
      if (apart && cases.oneIn(12)) out.append(comment(cases));
      out.append(text, token.start(), token.end());
      end = token.end();
    }
    return out.toString();
  }

  private static String comment(Cases cases) {
    return cases.oneOf("-- it's one\n", "# WHEN \"\n", "/* two\n  lines */ ", "\n\n-- alone\n",
        "/**/ ", "\n/* before */\n\n");
  }
}
