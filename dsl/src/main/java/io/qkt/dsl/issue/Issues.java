package io.qkt.dsl.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong with one file: one issue a place, and not without end. */
public final class Issues {
  /** Whoever has so many reads no more of them. */
  public static final int ERRORS_MAX = 20;

  private final List<Issue> found = new ArrayList<>();
  private final TreeSet<Integer> errorStarts = new TreeSet<>();
  private final TreeSet<Integer> warningStarts = new TreeSet<>();
  private int errors;

  /**
   * The first issue at a place is the cause; what follows there is mostly its consequence. A
   * warning hides no error.
   */
  public void add(Issue issue) {
    var starts = issue.isError() ? errorStarts : warningStarts;
    if (isFull() || !starts.add(issue.span().start())) return;
    found.add(issue);
    if (issue.isError()) errors++;
  }

  public boolean isFull() {
    return errors >= ERRORS_MAX;
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  /** In the order of the text. */
  public List<Issue> sorted() {
    return found.stream().sorted(Comparator.comparingInt(issue -> issue.span().start())).toList();
  }
}
