package io.qkt.persistence;

import io.qkt.core.market.Bar;
import java.util.List;
import java.util.Map;

/** The marker of these tests, and what they journal. */
interface Kept {
  record Added(long n) implements Kept {}

  record Total(long last) implements Kept {}

  record Everything(long count, int small, double ratio, boolean open, String text,
      Bar.ClosedBy how,
      Bar bar, List<Bar> bars, byte[] bytes, Decision decision, List<Decision> decisions,
      Map<String, Long> byName) implements Kept {
    /** Looks like a getter and must not be written. */
    public boolean isNothing() {
      return true;
    }

    public String getNothing() {
      return "nothing";
    }
  }

  record Empty() implements Kept {}

  record Positive(long n) implements Kept {
    public Positive {
      if (n <= 0)
        throw new IllegalArgumentException("n must be above 0, was " + n);
    }
  }

  sealed interface Decision {
    record Place(String cid, double limit) implements Decision {}

    record Cancel(String cid) implements Decision {}

    sealed interface Note extends Decision {}

    record Log(String text) implements Note {}
  }

  static JournalTypes.Builder typesWithDecisions(Map<String, Class<? extends Decision>> decisions) {
    return JournalTypes.builder(Kept.class)
        .name("test.added", Added.class)
        .name("test.everything", Everything.class)
        .name("test.total", Total.class)
        .name("test.empty", Empty.class)
        .name("test.positive", Positive.class)
        .sealed(Decision.class, decisions);
  }

  static JournalTypes types() {
    return typesWithDecisions(decisions()).build();
  }

  static Map<String, Class<? extends Decision>> decisions() {
    return Map.of("place", Decision.Place.class, "cancel", Decision.Cancel.class, "log",
        Decision.Log.class);
  }
}
