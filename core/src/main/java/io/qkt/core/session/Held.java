package io.qkt.core.session;

import io.qkt.core.draft.Draft;
import io.qkt.core.draft.Instruments;
import io.qkt.core.draft.WatchWords;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.watch.Watch;

/**
 * What waits for a watch.
 *
 * @param draft the order of a held entry, else null
 * @param trade whose stop or tier it is, else 0
 * @param place which of the trade's pairs or tiers, or which latch of the program
 * @param until when a held entry is given up, {@link Long#MAX_VALUE} for never
 */
record Held(Watch watch, Kind kind, int rule, Draft draft, long trade, int place, long until) {

  /** What it is that waits. */
  enum Kind {
    ENTRY, STOP, TIER, LATCH, EXCURSION
  }

  Held from(Watch.Extremes seen) {
    return new Held(watch.from(seen), kind, rule, draft, trade, place, until);
  }

  void write(StateWriter out) {
    WatchWords.write(out, watch);
    out.add(kind.ordinal()).add(rule).add(draft != null);
    if (draft != null) draft.write(out);
    out.add(trade).add(place).add(until);
  }

  static Held read(StateReader in, Instruments instruments) {
    var watch = WatchWords.read(in, instruments);
    var kind = Kind.values()[in.count()];
    int rule = in.count();
    return new Held(watch, kind, rule, in.flag() ? Draft.read(in) : null, in.word(), in.count(),
        in.word());
  }
}
