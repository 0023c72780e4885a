package io.qkt.dsl.issue;

import io.qkt.dsl.issue.Explanation.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every code's long form, read from the text that stands beside this class. */
public final class Explanations {
  private static final String ENTRY = "== ";
  private static final String PART = ">> ";
  private static final String FILE = "file ";
  private static final String MEANING = "meaning";

  private Explanations() {}

  /** None is missing, which a test sees to. */
  public static Optional<Explanation> of(Code code) {
    return read().stream().filter(explanation -> explanation.code() == code).findFirst();
  }

  /** In the order of the text. */
  static List<Explanation> read() {
    var all = new ArrayList<Explanation>();
    var entry = new ArrayList<String>();
    for (var line : (text() + ENTRY).split("\n")) {
      if (line.startsWith(ENTRY)) {
        if (entry.getFirst().startsWith(ENTRY)) all.add(explanation(entry));
        entry.clear();
      }
      entry.add(line);
    }
    return List.copyOf(all);
  }

  private static String text() {
    try (var in = Explanations.class.getResourceAsStream("explanations.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Explanation explanation(List<String> lines) {
    var id = lines.getFirst().substring(ENTRY.length());
    var code = Code.of(id).orElseThrow(() -> new IllegalStateException(
        "an explanation must be of a code that exists, was of " + id));
    var parts = parts(lines.subList(1, lines.size()));
    var files = new TreeMap<String, String>();
    parts.forEach((name, part) -> {
      if (name.startsWith(FILE)) files.put(name.substring(FILE.length()), part);
    });
    return new Explanation(code, prose(parts, MEANING), prose(parts, "why"), files,
        example(parts, "wrong"), example(parts, "right"));
  }

  private static Map<String, String> parts(List<String> lines) {
    var parts = new TreeMap<String, String>();
    var name = MEANING;
    for (var line : lines) {
      if (line.startsWith(PART)) name = line.substring(PART.length());
      else
        parts.merge(name, line + "\n", String::concat);
    }
    parts.replaceAll((_, part) -> part.strip() + "\n");
    return parts;
  }

  /** How it is broken into lines is for whoever shows it to say. */
  private static String prose(Map<String, String> parts, String name) {
    return parts.getOrDefault(name, "").strip().replace('\n', ' ');
  }

  private static Optional<Example> example(Map<String, String> parts, String name) {
    return Optional.ofNullable(parts.get(name)).map(Example::new);
  }
}
