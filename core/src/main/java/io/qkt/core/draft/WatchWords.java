package io.qkt.core.draft;

import io.qkt.core.market.Instrument;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.watch.Watch;
import io.qkt.core.watch.Watch.Confirm;
import io.qkt.core.watch.Watch.Trail;

/** A watch as words of a state, and back. */
public final class WatchWords {
  private WatchWords() {}

  public static void write(StateWriter out, Watch watch) {
    out.add(kind(watch)).add(watch.id()).add(watch.instrument().toString());
    switch (watch) {
      case Watch.HeldStop stop -> {
        out.add(stop.side().ordinal()).add(stop.anchor()).add(stop.best()).add(stop.since());
        write(out, stop.trail());
      }
      case Watch.Excursion gone -> out.add(gone.side().ordinal())
          .add(gone.entry())
          .add(gone.best())
          .add(gone.worst());
      case Watch.Tier tier -> out.add(tier.side().ordinal())
          .add(tier.entry())
          .add(tier.adverse())
          .add(tier.threshold())
          .add(tier.recover())
          .add(tier.expiresAt())
          .add(tier.worst());
      case Watch.Latch latch -> {
        out.add(latch.up()).add(latch.down()).add(latch.expiresAt());
        write(out, latch.confirm());
      }
    }
  }

  public static Watch read(StateReader in, Instruments instruments) {
    int kind = in.count();
    long id = in.word();
    var on = Instrument.parse(in.text());
    return switch (kind) {
      case 0 -> stop(in, id, on);
      case 1 -> new Watch.Excursion(id, on, side(in), in.word(), in.word(), in.word());
      case 2 -> new Watch.Tier(id, on, side(in), in.word(), in.flag(), in.word(), in.word(),
          in.word(), in.word());
      default -> latch(in, id, on);
    };
  }

  private static int kind(Watch watch) {
    return switch (watch) {
      case Watch.HeldStop _ -> 0;
      case Watch.Excursion _ -> 1;
      case Watch.Tier _ -> 2;
      case Watch.Latch _ -> 3;
    };
  }

  private static Watch stop(StateReader in, long id, Instrument on) {
    var side = side(in);
    long anchor = in.word();
    long best = in.word();
    long since = in.word();
    return new Watch.HeldStop(id, on, side, trail(in), anchor, best, since);
  }

  private static Watch latch(StateReader in, long id, Instrument on) {
    long up = in.word();
    long down = in.word();
    long expiresAt = in.word();
    return new Watch.Latch(id, on, up, down, confirm(in), expiresAt);
  }

  private static Side side(StateReader in) {
    return Side.values()[in.count()];
  }

  private static void write(StateWriter out, Trail trail) {
    switch (trail) {
      case Trail.By(var distance) -> out.add(0).add(distance);
      case Trail.Percent(var percent) -> out.add(1).add(percent);
      case Trail.Armed(var distance, var after) -> out.add(2).add(distance).add(after);
      case Trail.Stepped(var level, var after, var offset) -> {
        out.add(3).add(level);
        write(out, after);
        write(out, offset);
      }
      case Trail.Tightening(var distance, var by, var every, var floor) ->
          out.add(4).add(distance).add(by).add(every).add(floor);
    }
  }

  private static Trail trail(StateReader in) {
    return switch (in.count()) {
      case 0 -> new Trail.By(in.word());
      case 1 -> new Trail.Percent(in.word());
      case 2 -> new Trail.Armed(in.word(), in.word());
      case 3 -> new Trail.Stepped(in.word(), words(in), words(in));
      default -> new Trail.Tightening(in.word(), in.word(), in.word(), in.word());
    };
  }

  private static void write(StateWriter out, long[] words) {
    out.add(words.length);
    for (long word : words)
      out.add(word);
  }

  private static long[] words(StateReader in) {
    var words = new long[in.count()];
    for (int i = 0; i < words.length; i++)
      words[i] = in.word();
    return words;
  }

  private static void write(StateWriter out, Confirm confirm) {
    switch (confirm) {
      case Confirm.None _ -> out.add(0);
      case Confirm.CloseBeyond _ -> out.add(1);
      case Confirm.TimeInBreach(var micros) -> out.add(2).add(micros);
      case Confirm.RetestHold(var distance, var within) -> out.add(3).add(distance).add(within);
    }
  }

  private static Confirm confirm(StateReader in) {
    return switch (in.count()) {
      case 0 -> new Confirm.None();
      case 1 -> new Confirm.CloseBeyond();
      case 2 -> new Confirm.TimeInBreach(in.word());
      default -> new Confirm.RetestHold(in.word(), in.word());
    };
  }
}
