package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.AnchoredReturn.ANCHORED_RETURN;
import static io.qkt.core.indicator.session.UtcBars.NONE;
import static io.qkt.core.indicator.session.UtcBars.at;
import static io.qkt.core.indicator.session.UtcBars.bar;
import static io.qkt.core.indicator.session.UtcBars.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.session.UtcBars.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnchoredReturnTest {
  @Test
  void update_withinABucket_isTheReturnSinceItsOpen() {
    // 10 / 8 - 1 = 0.25, 6 / 8 - 1 = -0.25; at 10:00 a new bucket: 8 / 16 - 1 = -0.5.
    var bars = List.of(bar(at(0, 9, 0), 8, 11, 8, 10), bar(at(0, 9, 30), 10, 10, 5, 6),
        bar(at(0, 10, 0), 16, 16, 8, 8));
    assertThat(UtcBars.run(ANCHORED_RETURN, bars, 60)).containsExactly(0.25, -0.25, -0.5);
  }

  @Test
  void update_bucketJoinedLate_isUndefinedUntilTheNext() {
    var bars = List.of(flat(at(0, 9, 0), 8), flat(at(0, 10, 15), 8), flat(at(0, 10, 45), 8),
        flat(at(0, 11, 0), 8));
    assertThat(UtcBars.run(ANCHORED_RETURN, bars, 60)).containsExactly(0, NONE, NONE, 0);
  }

  @Test
  void update_openOfZero_isUndefined() {
    var bars = List.of(bar(at(0, 9, 0), 0, 1, 0, 1), bar(at(0, 9, 1), 0, 1, 0, 0));
    assertThat(UtcBars.run(ANCHORED_RETURN, bars, 60)).containsExactly(NONE, NONE);
  }

  @Test
  void update_firstBarOnTheAnchor_isDefinedAfterTheWarmUp() {
    UtcBars.assertWarmUp(ANCHORED_RETURN, List.of(flat(at(0, 0, 0), 8), flat(at(0, 0, 1), 9)), 5);
    assertThat(ANCHORED_RETURN.warmUpMinutes(45)).isEqualTo(45);
  }

  @Test
  void update_anyBars_agreesWithTheDefinition() {
    var cases = new Cases(33);
    for (int i = 0; i < 40; i++) {
      int minutes = (int) cases.between(1, 60) * 30;
      UtcBars.assertAgrees(ANCHORED_RETURN, UtcBars.random(cases, 300),
          soFar -> naive(soFar, minutes), minutes);
    }
  }

  private static double naive(List<Bar> soFar, int minutes) {
    var last = soFar.getLast();
    long lengthSeconds = minutes * 60L;
    long anchorSeconds = last.time() / 1_000_000 / lengthSeconds * lengthSeconds;
    var first = soFar.stream().filter(b -> b.time() >= anchorSeconds * 1_000_000).findFirst();
    boolean exact = first.orElseThrow().time() == anchorSeconds * 1_000_000;
    return exact ? last.close() / first.get().open() - 1 : NONE;
  }
}
