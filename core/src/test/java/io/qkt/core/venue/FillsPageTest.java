package io.qkt.core.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the fill table and the tests of its rows name each other, none left out. */
final class FillsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "fills.md");
  private static final Pattern NAMED = Pattern.compile("`(Fill\\w+Test\\.\\w+)` \\|");
  private static final List<Class<?>> ROWS = List.of(FillOnTicksTest.class, FillOnBarsTest.class,
      FillOnArrivalTest.class, FillLifetimeTest.class, FillGroupTest.class,
      FillRealisticTest.class, FillStressTest.class);

  @Test
  void page_namesEachTestOfARowAndNoOther() throws IOException {
    var named = NAMED.matcher(Files.readString(PAGE)).results().map(found -> found.group(1));

    assertThat(named.sorted()).containsExactlyElementsOf(tests());
  }

  private static Collection<String> tests() {
    var tests = new TreeSet<String>();
    for (var rows : ROWS)
      Arrays.stream(rows.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Test.class))
          .forEach(method -> tests.add(rows.getSimpleName() + "." + method.getName()));
    return tests;
  }
}
