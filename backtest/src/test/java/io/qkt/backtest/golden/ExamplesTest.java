package io.qkt.backtest.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.backtest.run.Period;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Sources;
import io.qkt.dsl.format.Formatter;
import io.qkt.dsl.syntax.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples that people begin with: each compiles, is in good form, and trades. */
final class ExamplesTest {
  private static final Path FOLDER = Path.of(System.getProperty("qkt.root"), "examples");
  private static final Map<String, Integer> FILLS = new TreeMap<>(Map.of("book.qkt", 57,
      "breakout.qkt", 37, "ema_bracket.qkt", 16, "ema_cross.qkt", 1360, "mean_reversion.qkt", 22,
      "pairs.qkt", 284, "session_breakout.qkt", 34));
  /** The generated markets under the names that the examples use. */
  private static final Map<String, String> NAMES = Map.of("TRNUSDT", "BACKTEST:BTCUSDT", "REVUSDT",
      "BACKTEST:ETHUSDT", "PAAUSDT", "BACKTEST:XAUUSD", "PABUSDT", "BACKTEST:XAGUSD", "DAYUSDT",
      "BACKTEST:EURUSD", "TKAUSDT", "SIM:BTCUSDT");
  private static final Sources BESIDE = path -> Optional.of(FOLDER.resolve(path))
      .filter(Files::exists)
      .map(ExamplesTest::read);

  @TestFactory
  Stream<DynamicTest> example_overItsMarket_hasAsManyFills() {
    var store = new MadeStore(Markets.all().stream().flatMap(ExamplesTest::renamed).toList());
    return FILLS.keySet()
        .stream()
        .map(file -> DynamicTest.dynamicTest(file,
            () -> assertThat(new GoldenText(file, read(FOLDER.resolve(file)), BESIDE)
                .fills(store, Period.ALL, false)).hasSize(FILLS.get(file))));
  }

  private static Stream<Made> renamed(Made made) {
    return Optional.ofNullable(NAMES.get(made.key().instrument().symbol()))
        .map(made::as)
        .stream();
  }

  @Test
  void examples_areAllReplayedAndSaidToBeGood() throws IOException {
    assertThat(files()).containsExactlyElementsOf(FILLS.keySet());
    for (var file : files()) {
      var reports = Compiler.compile(file, read(FOLDER.resolve(file)), BESIDE, new TreeMap<>())
          .reports();
      assertThat(reports).as(file).allMatch(report -> report.issues().isEmpty());
    }
  }

  @Test
  void examples_areInTheFormThatTheFormatterGives() throws IOException {
    for (var file : files()) {
      var text = read(FOLDER.resolve(file));
      assertThat(Formatter.format(Parser.parse(text))).as(file).isEqualTo(text);
    }
  }

  private static List<String> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".qkt"))
          .sorted()
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
