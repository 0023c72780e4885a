package io.qkt.core.sample;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Program;
import io.qkt.core.program.TickUse;
import java.util.ArrayList;
import java.util.List;

/**
 * The tick indicators of one program. A session is told their values with each bar and never a
 * tick, so that a journal of bars replays to the same. The windows are here and not in its state:
 * who starts anew, also after a restart, has undefined values until they have filled again.
 */
public final class TickSamples {
  private final List<Use> uses;
  private final double[] in = new double[2];

  /** A use with the state of its indicator. */
  private record Use(TickUse of, double[] d, long[] l) {
    static Use of(TickUse use) {
      double[] args = use.args().stream().mapToDouble(Double::doubleValue).toArray();
      double[] d = new double[use.indicator().doubles(args)];
      long[] l = new long[use.indicator().longs(args)];
      use.indicator().init(d, 0, l, 0, args);
      return new Use(use, d, l);
    }
  }

  public TickSamples(Program program) {
    uses = program.tickUses().stream().map(Use::of).toList();
  }

  /** Whether ticks of an instrument are worth showing. */
  public boolean wants(Instrument instrument) {
    for (int i = 0; i < uses.size(); i++)
      if (uses.get(i).of().instrument().equals(instrument)) return true;
    return false;
  }

  /** Hot: a tick, or a corner of a bar, which counts as one; bad ones are passed over. */
  public void see(Instrument instrument, Quote quote) {
    if (quote.isBad()) return;
    for (int i = 0; i < uses.size(); i++) {
      var use = uses.get(i);
      if (!use.of().instrument().equals(instrument)) continue;
      in[0] = Exact.toDouble(quote.price());
      in[1] = Exact.toDouble(quote.volume());
      use.of().indicator().update(use.d, 0, use.l, 0, in, quote.time());
    }
  }

  /** What they have come to, in the program's order, NaN while undefined; empty if it has none. */
  public List<Double> values() {
    if (uses.isEmpty()) return List.of();
    var values = new ArrayList<Double>(uses.size());
    for (var use : uses)
      values.add(use.d[0]);
    return values;
  }
}
