package io.qkt.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of cases: {@code === name}, a source, {@code =====>} and what comes of it, which is
 * rewritten with -Dqkt.bless=true and reviewed as prose.
 */
public record Baseline(Path file) {
  private static final Path FOLDER = Path.of("src/test/resources/baselines");
  private static final String ARROW = "=====>\n";
  private static final Pattern HEAD = Pattern.compile("(?m)^=== ");

  /** One case of a file. */
  public record Case(String name, String source, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  public static List<Baseline> all(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().map(Baseline::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Case> cases() {
    return HEAD.splitAsStream(text()).filter(part -> !part.isBlank()).map(Baseline::read).toList();
  }

  private static Case read(String part) {
    int line = part.indexOf('\n');
    int arrow = part.indexOf(ARROW);
    var source = part.substring(line + 1, arrow < 0 ? part.length() : arrow);
    var expected = arrow < 0 ? "" : part.substring(arrow + ARROW.length());
    return new Case(part.substring(0, line), source, expected);
  }

  public void check(UnaryOperator<String> made) {
    var text = new StringBuilder();
    for (var one : cases()) {
      text.append("=== ").append(one.name).append('\n').append(one.source).append(ARROW);
      text.append(made.apply(one.source).stripTrailing()).append("\n\n");
    }
    var expected = text.toString().stripTrailing() + "\n";
    if (Boolean.getBoolean("qkt.bless")) write(expected);
    assertThat(text()).as("run the build with -Dqkt.bless=true and read the difference")
        .isEqualTo(expected);
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
