package io.qkt.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.session.Input;
import io.qkt.core.session.StrategySession;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What holds of every program, over ten thousand of them. */
final class RandomProgramsPropertyTest {
  private static final int SEEDS = 10_000;
  private static final int BARS = 40;

  @Test
  void aSession_restoredFromASnapshotAtAnyInput_goesOnEqually() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var inputs = inputs(seed);
      int cut = (int) Long.remainderUnsigned(seed * 0x9E3779B97F4A7C15L, inputs.size());
      var whole = session(seed);
      inputs.subList(0, cut).forEach(whole::on);
      var restored = session(seed);
      restored.restore(whole.snapshot());
      assertThat(restored.stateHash()).as("seed %d", seed).isEqualTo(whole.stateHash());
      for (var input : inputs.subList(cut, inputs.size())) {
        assertThat(restored.on(input)).as("seed %d, %s", seed, input).isEqualTo(whole.on(input));
        assertThat(restored.stateHash()).as("seed %d", seed).isEqualTo(whole.stateHash());
      }
    }
  }

  @Test
  void positionAndCash_areThoseOfTheFills() {
    long traded = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var loop = run(seed);
      var closes = RandomPrograms.closes(seed, BARS);
      long position = loop.fills().stream().mapToLong(f -> f.side().signed(f.quantity())).sum();
      assertThat(loop.session().position()).as("seed %d", seed).isEqualTo(position);
      // The last bar is not closed yet: what is held is valued at the close before it.
      long value = Exact.ofDouble(closes.get(BARS - 2));
      assertThat(loop.session().equity()).as("seed %d", seed)
          .isEqualTo(equity(loop.fills(), position, value));
      traded += loop.fills().size();
    }
    assertThat(traded).isGreaterThan(5 * SEEDS);
  }

  private static long equity(List<Filled> fills, long position, long value) {
    var sum = BigDecimal.valueOf(10_000L * Exact.ONE);
    for (var fill : fills)
      sum = sum.subtract(money(fill.side().signed(fill.quantity()), fill.price()));
    return sum.add(money(position, value)).longValueExact();
  }

  private static BigDecimal money(long quantity, long price) {
    return BigDecimal.valueOf(quantity)
        .multiply(BigDecimal.valueOf(price))
        .divide(BigDecimal.valueOf(Exact.ONE));
  }

  @Test
  void aRun_inAnotherJvm_hashesEqually() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var other = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp",
        System.getProperty("java.class.path"), RandomProgramsPropertyTest.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    var said = new String(other.getInputStream().readAllBytes()).strip();
    assertThat(other.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(said).isEqualTo(Long.toHexString(hashOfAll()));
  }

  /** Prints what the runs of the first seeds hash to. */
  public static void main(String[] args) {
    System.out.println(Long.toHexString(hashOfAll()));
  }

  private static long hashOfAll() {
    long hash = 0;
    for (long seed = 0; seed < SEEDS; seed++)
      hash = hash * 31 + run(seed).session().stateHash();
    return hash;
  }

  private static ReplayLoop run(long seed) {
    var loop = Market.loop(RandomPrograms.program(seed));
    Market.run(loop, RandomPrograms.closes(seed, BARS));
    return loop;
  }

  private static List<Input> inputs(long seed) {
    var inputs = new ArrayList<Input>();
    var loop = Market.loop(RandomPrograms.program(seed));
    loop.journalTo(inputs::add);
    Market.run(loop, RandomPrograms.closes(seed, BARS));
    return inputs;
  }

  private static StrategySession session(long seed) {
    return new StrategySession(RandomPrograms.program(seed), Market.IDENTITY, Market.ACCOUNT);
  }
}
