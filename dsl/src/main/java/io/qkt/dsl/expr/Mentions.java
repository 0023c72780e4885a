package io.qkt.dsl.expr;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an expression asks for: streams in the order in which it names them, how many bars of each
 * it takes until all of it has a value, and its indicators in words.
 */
public final class Mentions {
  private final Map<Integer, Integer> bars = new LinkedHashMap<>();
  private final Set<String> indicators = new LinkedHashSet<>();

  /** A stream of which so many bars are needed. */
  public void bars(int stream, long count) {
    bars.merge(stream, (int) Math.min(count, Integer.MAX_VALUE), Math::max);
  }

  public void indicator(String text) {
    indicators.add(text);
  }

  public void add(Mentions other) {
    other.bars.forEach(this::bars);
    indicators.addAll(other.indicators);
  }

  /** The stream that is named first: its bars move what is computed from the expression. */
  public OptionalInt primary() {
    return bars.keySet().stream().mapToInt(Integer::intValue).findFirst();
  }

  public int of(int stream) {
    return bars.getOrDefault(stream, 0);
  }

  public Map<Integer, Integer> all() {
    return bars;
  }

  public Set<String> indicators() {
    return indicators;
  }
}
