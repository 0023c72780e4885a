package io.qkt.dsl.issue;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody most probably meant. */
public final class Nearest {
  /** Longer words are nobody's slip of the finger, and cost time that grows with the square. */
  private static final int CHARS_MAX = 40;

  private Nearest() {}

  /** The candidate with the fewest slips, if a third of the word or less would be wrong. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    if (word.length() > CHARS_MAX) return Optional.empty();
    var written = word.toUpperCase(Locale.ROOT);
    int allowed = Math.max(1, written.length() / 3);
    String best = null;
    for (var candidate : candidates) {
      int slips = slips(written, candidate.toUpperCase(Locale.ROOT));
      if (slips > allowed) continue;
      allowed = slips - 1;
      best = candidate;
    }
    return Optional.ofNullable(best);
  }

  /**
   * Letters to insert, drop, replace or swap with their neighbour to come from one to the other.
   */
  private static int slips(String a, String b) {
    var cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++)
      cost[i][0] = i;
    for (int j = 0; j <= b.length(); j++)
      cost[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++)
        cost[i][j] = cheapest(a, b, cost, i, j);
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int[][] cost, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
