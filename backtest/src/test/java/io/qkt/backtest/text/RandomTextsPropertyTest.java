package io.qkt.backtest.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.session.Input;
import io.qkt.core.session.StrategySession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A text decides the same twice over, and after a restore from a snapshot at any bar; and no run
 * ever throws.
 */
final class RandomTextsPropertyTest {
  private static final int BARS = 300;
  private static final int SEEDS = 1_000;
  private static final int SEEDS_OF_SOAK = 5_000;
  /** A prime, so that hashes are compared at inputs of every kind. */
  private static final int COMPARED_EACH = 17;

  @Test
  void aText_runTwiceAndRestoredAnywhere_decidesTheSame() {
    assertThat(fillsOfAll(0, SEEDS)).isGreaterThan(10L * SEEDS);
  }

  @Tag("soak")
  @Test
  void fiveThousandTexts_runTwiceAndRestoredAnywhere_decideTheSame() {
    assertThat(fillsOfAll(0, SEEDS_OF_SOAK)).isGreaterThan(10L * SEEDS_OF_SOAK);
  }

  private static long fillsOfAll(long from, long to) {
    long fills = 0;
    for (long seed = from; seed < to; seed++)
      fills += fills(seed);
    return fills;
  }

  private static int fills(long seed) {
    var text = RandomStrategy.text(seed);
    var inputs = new ArrayList<Input>();
    try {
      var first = TextRun.of(text, seed, BARS, inputs::add);
      assertThat(TextRun.of(text, seed, BARS)).isEqualTo(first);
      assertThat(restored(text, inputs, seed)).isEqualTo(first.hash());
      return first.executions().size();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed + " of\n" + text, e);
    }
  }

  /** The hash at the end of a session that took over from another one somewhere. */
  private static long restored(String text, List<Input> inputs, long seed) {
    int cut = (int) Long.remainderUnsigned(seed * 0x9E3779B97F4A7C15L, inputs.size());
    var whole = TextRun.session(text);
    inputs.subList(0, cut).forEach(whole::on);
    var restored = TextRun.session(text);
    restored.restore(whole.snapshot());
    goOn(whole, restored, inputs.subList(cut, inputs.size()));
    return restored.stateHash();
  }

  private static void goOn(StrategySession whole, StrategySession restored, List<Input> inputs) {
    assertThat(restored.stateHash()).isEqualTo(whole.stateHash());
    int count = 0;
    for (var input : inputs) {
      assertThat(restored.on(input)).as("%s", input).isEqualTo(whole.on(input));
      if (count++ % COMPARED_EACH == 0) {
        assertThat(restored.stateHash()).as("%s", input).isEqualTo(whole.stateHash());
      }
    }
  }
}
