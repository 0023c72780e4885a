package io.qkt.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Markdown page of this checkout. */
record Page(Path file, List<Line> lines) {
  private static final String FENCE = "```";

  /**
   * A line of a page; {@code fence} is the word after the fence around it, empty outside of any.
   */
  record Line(int number, String fence, String text) {}

  /** The pages below a folder of the checkout, in order of their paths. */
  static List<Page> below(String folder) {
    try (var files = Files.walk(root().resolve(folder))) {
      var pages = files.filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Page::read)
          .toList();
      if (pages.isEmpty()) throw new IllegalStateException("no page lies below " + folder);
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page of(String path) {
    return read(root().resolve(path));
  }

  Stream<Line> within(String fence) {
    return lines.stream().filter(line -> line.fence().equals(fence));
  }

  String text() {
    return String.join("\n", lines.stream().map(Line::text).toList()) + "\n";
  }

  void rewrite(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a complaint about a line is to be looked for. */
  String at(Line line) {
    return root().relativize(file) + ":" + line.number();
  }

  private static Path root() {
    var root = System.getProperty("qkt.root");
    if (root == null) {
      throw new IllegalStateException(
          "the system property qkt.root must be the root of the checkout, was not set; "
              + "Maven sets it, an IDE needs -Dqkt.root=<path>");
    }
    return Path.of(root);
  }

  private static Page read(Path file) {
    try {
      return new Page(file, lines(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Line> lines(List<String> texts) {
    var lines = new ArrayList<Line>();
    var fence = "";
    for (var text : texts) {
      if (text.strip().startsWith(FENCE)) {
        fence = fence.isEmpty() ? wordAfterFence(text) : "";
        lines.add(new Line(lines.size() + 1, "", text));
      } else {
        lines.add(new Line(lines.size() + 1, fence, text));
      }
    }
    return List.copyOf(lines);
  }

  private static String wordAfterFence(String text) {
    var word = text.strip().substring(FENCE.length());
    return word.isEmpty() ? "text" : word;
  }
}
