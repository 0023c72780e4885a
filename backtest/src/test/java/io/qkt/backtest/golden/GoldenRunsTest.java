package io.qkt.backtest.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.backtest.run.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fill of every golden text: a strategy or portfolio {@code x.qkt}, whose first line names
 * its market and its dates, and what must come of it, {@code x.fills}, a line for each fill.
 */
final class GoldenRunsTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/qkt/backtest/golden");
  private static final Pattern FIRST_LINE = Pattern.compile("-- market (\\w+), (\\S+) to (\\S+)");
  private static final long MICROS = 1_000_000;

  private static List<Made> made;
  private static MadeStore store;

  @BeforeAll
  static void makeMarkets() {
    made = Markets.all();
    store = new MadeStore(made);
  }

  /** Fills on file mean something only as long as the prices are the same to the last digit. */
  @Test
  void markets_onEveryMachine_areTheSameBytes() throws Exception {
    var digests = Files.readAllLines(FOLDER.resolve("markets.sha256"));
    for (var one : made) {
      var sha = MessageDigest.getInstance("SHA-256")
          .digest(one.csv().getBytes(StandardCharsets.US_ASCII));
      assertThat(digests).contains(HexFormat.of().formatHex(sha) + "  " + one.file());
    }
  }

  @TestFactory
  Stream<DynamicTest> fills_ofAGoldenText_areThoseOnFile() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".qkt"))
          .sorted()
          .toList()
          .stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private static void check(Path file) {
    var source = read(file).orElseThrow();
    var text = new GoldenText(file.getFileName().toString(), source,
        path -> read(FOLDER.resolve(path)));
    var first = FIRST_LINE.matcher(source.lines().findFirst().orElseThrow());
    assertThat(first.matches()).as("the first line must name a market and two dates").isTrue();
    var period = new Period(micros(first.group(2)), micros(first.group(3)));
    var fills = text.fills(store, period, !first.group(1).equals("ticks"));
    compare(Path.of(file.toString().replaceAll("qkt$", "fills")), fills);
  }

  private static void compare(Path file, List<String> fills) {
    var text = String.join("", fills.stream().map(fill -> fill + "\n").toList());
    if (Boolean.getBoolean("qkt.bless")) write(file, text);
    assertThat(fills).containsExactlyElementsOf(read(file).orElseThrow().lines().toList());
  }

  private static long micros(String date) {
    return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * MICROS;
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
