package io.qkt.cli.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.backtest.ReplayLoop;
import io.qkt.brokers.sim.SimFeed;
import io.qkt.core.session.Identity;
import io.qkt.dsl.CompileResult.Compiled;
import io.qkt.dsl.StrategyCompiler;
import io.qkt.platform.seam.Transport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same quotes through the actors and through the loop give the same state, to the last bit. */
class ParityIT {
  private static final int BARS = 60;
  private static final long MAX_AGE_MICROS = 5_000_000;
  private static final long SEED = 1;

  @Test
  void day_throughTheActorsAndThroughTheLoop_endsInTheSameState(@TempDir Path dir) {
    var live = HandMovedDay.run(dir, Transport.direct(), BARS);

    var program = ((Compiled) StrategyCompiler.compile(HandMovedDay.SOURCE)).program();
    long end = HandMovedDay.START + BARS * HandMovedDay.BAR_MICROS;
    var replayed = ReplayLoop.run(program, new Identity("any", "any", 1, MAX_AGE_MICROS),
        new SimFeed(SEED), HandMovedDay.START, end + 1);

    assertThat(live).isEqualTo(EndState.of(replayed));
    assertThat(live.fills()).isGreaterThan(10);
  }
}
