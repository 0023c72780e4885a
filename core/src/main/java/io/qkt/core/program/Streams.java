package io.qkt.core.program;

import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.program.StreamPlan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The streams of a program that is being laid out, and which of them belong together. */
final class Streams {
  private static final int TOGETHER_LEAST = 2;

  private final List<StreamPlan> plans = new ArrayList<>();
  private final List<SyncGroup> groups = new ArrayList<>();
  private final List<Integer> histories = new ArrayList<>();

  int add(String alias, BarKey key, Source source) {
    plans.add(new StreamPlan(alias, key, source));
    histories.add(0);
    return plans.size() - 1;
  }

  void synchronize(List<Integer> members, long withinMicros) {
    groups.add(new SyncGroup(members, withinMicros));
  }

  void history(int stream, int bars) {
    require(stream, "a history");
    histories.set(stream, Math.max(histories.get(stream), bars));
  }

  int count() {
    return plans.size();
  }

  /** Where the bars of a stream come from, null where there is no such stream. */
  Source source(int stream) {
    return stream >= 0 && stream < plans.size() ? plans.get(stream).source() : null;
  }

  Instrument instrument(int stream) {
    require(stream, "an indicator of ticks");
    return plans.get(stream).key().instrument();
  }

  List<StreamPlan> plans() {
    return List.copyOf(plans);
  }

  List<SyncGroup> groups() {
    return List.copyOf(groups);
  }

  int[] histories() {
    return histories.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Late, because what belongs together may be declared before its parts. */
  void check() {
    for (var plan : plans) {
      if (plan.source() instanceof Source.Basket(var constituents)) {
        checkTogether("basket " + plan.alias(), constituents, plan.key().timeframe());
        for (int stream : constituents)
          requireMarket(stream, plan.alias());
      }
    }
    var grouped = new TreeSet<Integer>();
    for (var group : groups)
      check(group, grouped);
  }

  private void check(SyncGroup group, TreeSet<Integer> grouped) {
    for (int stream : group.members()) {
      require(stream, "a synchronized group");
      if (grouped.add(stream)) continue;
      throw new IllegalArgumentException("%s must be in one synchronized group at most, is in two"
          .formatted(plans.get(stream).alias()));
    }
    var first = plans.get(group.members().getFirst()).key().timeframe();
    checkTogether("synchronized group", group.members(), first);
  }

  private void checkTogether(String what, List<Integer> streams, Timeframe timeframe) {
    if (streams.size() < TOGETHER_LEAST || new TreeSet<>(streams).size() < streams.size()) {
      throw new IllegalArgumentException(
          "a %s must be of two or more different streams, was of %s".formatted(what, streams));
    }
    for (int stream : streams) {
      require(stream, "a " + what);
      var theirs = plans.get(stream).key().timeframe();
      if (!theirs.equals(timeframe)) {
        throw new IllegalArgumentException("every stream of a %s must be of one timeframe, %s was"
            .formatted(what, plans.get(stream).alias()) + " of " + theirs + ", not " + timeframe);
      }
    }
  }

  private void requireMarket(int stream, String basket) {
    var plan = plans.get(stream);
    if (plan.isMarket()) return;
    throw new IllegalArgumentException("a constituent of basket %s must be a market's stream, %s"
        .formatted(basket, plan.alias()) + " is none");
  }

  private void require(int stream, String of) {
    if (stream >= 0 && stream < plans.size()) return;
    throw new IllegalArgumentException("the stream of %s must be one of the %d declared, was %d"
        .formatted(of, plans.size(), stream));
  }
}
