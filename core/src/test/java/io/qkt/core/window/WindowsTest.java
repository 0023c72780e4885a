package io.qkt.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.Words;
import org.junit.jupiter.api.Test;

final class WindowsTest {
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:A"), Timeframe.parse("1s"));

  private final Windows windows = new Windows(2, 0);

  @Test
  void aWindow_isCompleteWithTheBarsOfAll() {
    assertThat(take(0, 1, 10)).isNull();
    var window = take(1, 1, 20);
    assertThat(Windows.close(window, 0)).isEqualTo(10);
    assertThat(Windows.close(window, 1)).isEqualTo(20);
  }

  @Test
  void aBar_thatIsToldAgain_completesNothing() {
    take(0, 1, 10);
    assertThat(take(0, 1, 11)).isNull();
  }

  @Test
  void windows_thatAQuietStreamMayStillComplete_wait() {
    for (int n = 1; n <= 100; n++)
      take(0, n, n);
    assertThat(Windows.close(take(1, 50, 0), 0)).isEqualTo(50);
    assertThat(Windows.close(take(1, 100, 0), 0)).isEqualTo(100);
  }

  @Test
  void aWindow_thatAStreamHasPassed_isForgotten() {
    take(0, 1, 10);
    take(1, 2, 20);
    assertThat(words(windows)).isEqualTo(wordsOfOneBar(2));
  }

  @Test
  void tooManyWindows_giveUpTheOldest() {
    for (int n = 0; n <= Windows.MOST; n++)
      take(0, n, n);
    assertThat(take(1, 0, 0)).isNull();
    assertThat(take(1, 1, 0)).isNotNull();
  }

  @Test
  void aSnapshot_goesOnEqually() {
    take(0, 1, 10);
    take(0, 2, 11);
    var restored = new Windows(2, 0);
    restored.read(new StateReader(words(windows)));
    assertThat(Windows.close(restored.take(1, bar(2, 21), 0, 0, 0), 0)).isEqualTo(11);
  }

  private long[] take(int member, long n, long close) {
    return windows.take(member, bar(n, close), 0, 0, 0);
  }

  private static long[] words(Windows of) {
    var words = new Words();
    of.write(words);
    return words.toArray();
  }

  private static long[] wordsOfOneBar(long n) {
    var other = new Windows(2, 0);
    other.take(1, bar(n, 20), 0, 0, 0);
    return words(other);
  }

  private static Bar bar(long n, long close) {
    return new Bar(KEY, n * 1_000_000, Bar.NONE, close, close, close, close, 0, Bar.ClosedBy.TICK,
        0);
  }
}
