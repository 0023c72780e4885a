package io.qkt.core.risk;

import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;

/** The newest instants of something that happened, as many as its limit has to see. */
final class EventWindow {
  private long[] times = new long[16];
  private int first;
  private int count;

  /** Notes an instant; of those within {@code window} no more than {@code keptMax} are kept. */
  void add(long time, long window, long keptMax) {
    forget(time, window);
    if (count >= keptMax) drop();
    if (count == times.length) grow();
    times[(first + count++) % times.length] = time;
  }

  /** How many were less than {@code window} ago. */
  int count(long now, long window) {
    forget(now, window);
    return count;
  }

  void clear() {
    first = 0;
    count = 0;
  }

  void write(StateWriter to) {
    to.add(count);
    for (int i = 0; i < count; i++)
      to.add(times[(first + i) % times.length]);
  }

  void read(StateReader from) {
    clear();
    int size = from.count();
    times = new long[Math.max(16, size)];
    for (; count < size; count++)
      times[count] = from.word();
  }

  private void forget(long now, long window) {
    while (count > 0 && now - times[first] >= window)
      drop();
  }

  private void drop() {
    if (count == 0) return;
    first = (first + 1) % times.length;
    count--;
  }

  private void grow() {
    var grown = new long[2 * times.length];
    for (int i = 0; i < count; i++)
      grown[i] = times[(first + i) % times.length];
    times = grown;
    first = 0;
  }
}
