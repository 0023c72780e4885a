package io.qkt.cli.spine;

import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.seam.CrashProbe;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lets the actor die that passes one of some crash points for the n-th time, for some n. */
final class Deaths implements CrashProbe {
  private final Set<CrashPoint> points;
  private final Set<Integer> numbers;
  private final Map<CrashPoint, Integer> passed = new EnumMap<>(CrashPoint.class);
  private final Set<CrashPoint> died = new TreeSet<>();

  Deaths(Set<CrashPoint> points, Set<Integer> numbers) {
    this.points = points;
    this.numbers = numbers;
  }

  @Override
  public synchronized void at(CrashPoint point) {
    int number = passed.merge(point, 1, Integer::sum);
    if (!points.contains(point) || !numbers.contains(number)) return;
    died.add(point);
    throw new IllegalStateException("killed at pass %d of %s".formatted(number, point));
  }

  /** The points at which somebody has died. */
  synchronized Set<CrashPoint> died() {
    return Set.copyOf(died);
  }
}
