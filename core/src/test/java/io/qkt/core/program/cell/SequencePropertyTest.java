package io.qkt.core.program.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.program.Frames;
import io.qkt.core.program.cell.Sequence.Stage;
import io.qkt.core.program.frame.Truth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Beside one that finds its state anew, on each bar, from all bars so far. */
final class SequencePropertyTest {
  /** One bar: when it ended, in minutes, and what each condition was. */
  private record Past(long minute, int[] truths) {
    boolean holds(int stage) {
      return truths[stage] == Truth.TRUE;
    }
  }

  @Test
  void sequence_ofAnyRun_isItsDefinition() {
    for (int seed = 0; seed < 10_000; seed++) {
      var cases = new Cases(seed);
      int count = (int) cases.between(2, 5);
      var within = new long[count];
      for (int i = 1; i < count; i++)
        within[i] = cases.oneIn(3) ? 0 : cases.between(1, 6);
      run("seed " + seed, cases, within);
    }
  }

  private static void run(String which, Cases cases, long[] within) {
    var bench = new Bench();
    var stages = new ArrayList<Stage>();
    for (int i = 0; i < within.length; i++)
      stages.add(new Stage(bench.condition(i), within[i] * Frames.MINUTE));
    var sequence = bench.cells.sequence(0, stages);
    var past = new ArrayList<Past>();
    long minute = 0;
    for (int bar = 0; bar < 30; bar++) {
      long skipped = cases.oneIn(8) ? cases.between(1, 8) : 0;
      bench.skip(skipped);
      minute += skipped + 1;
      var truths = truths(cases, within.length);
      past.add(new Past(minute, truths));
      bench.nextTruths(truths);
      int fired = naive(past, within);
      assertThat(new Sequence.StageCount(sequence).eval(bench.frame)).as(which).isEqualTo(fired);
      assertThat(new Sequence.Complete(sequence).eval(bench.frame)).as(which)
          .isEqualTo(Truth.of(fired == within.length));
    }
  }

  private static int[] truths(Cases cases, int count) {
    var truths = new int[count];
    for (int i = 0; i < count; i++)
      truths[i] = (int) cases.between(0, 3);
    return truths;
  }

  /** How many stages of the run that is under way have fired with the last of these bars. */
  private static int naive(List<Past> past, long[] within) {
    int fired = 0;
    long last = 0;
    for (int bar = 0; bar < past.size(); bar++) {
      var now = past.get(bar);
      boolean late = fired > 0 && fired < within.length && within[fired] > 0
          && now.minute() > last + within[fired];
      if (late || fired == within.length) fired = 0;
      boolean rises = now.holds(fired) && (bar == 0 || !past.get(bar - 1).holds(fired));
      if (!rises) continue;
      fired++;
      last = now.minute();
    }
    return fired;
  }
}
