package io.qkt.dsl.strategy;

import io.qkt.dsl.expr.Mentions;
import io.qkt.dsl.scope.Streams;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a rule waits. What its condition computes is undefined until it is warm, and says so by
 * itself: an OR that is decided otherwise does not wait for it. What its actions compute must be
 * there when it fires, and a WARMUP of a stream that it mentions is an order to wait.
 */
final class WarmUp {
  private final TreeMap<Integer, Integer> all = new TreeMap<>();
  private final int[] waits;

  WarmUp(Streams streams, Mentions condition, Mentions actions) {
    waits = new int[streams.all().size()];
    condition.all().forEach((stream, bars) -> {
      all.merge(stream, bars, Math::max);
      waits[stream] = Math.max(waits[stream], streams.warmUp(stream));
    });
    actions.all().forEach((stream, bars) -> {
      all.merge(stream, bars, Math::max);
      waits[stream] = Math.max(Math.max(waits[stream], bars), streams.warmUp(stream));
    });
    all.replaceAll((stream, bars) -> Math.max(bars, waits[stream]));
  }

  /** By stream: when everything has a value. */
  Map<Integer, Integer> all() {
    return all;
  }

  /** By stream: before that the rule may not fire. */
  int[] waits() {
    for (int bars : waits) {
      if (bars > 0) return waits;
    }
    return new int[0];
  }
}
