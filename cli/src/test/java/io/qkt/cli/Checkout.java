package io.qkt.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The text files of this checkout, by their path from its root; what a build makes is left out. */
final class Checkout {
  private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", ".settings",
      "target", "state");

  private final Path root;
  private final SortedMap<String, String> texts = new TreeMap<>();

  private Checkout(Path root) {
    this.root = root;
  }

  static Checkout read() {
    var root = System.getProperty("qkt.root");
    if (root == null) {
      throw new IllegalStateException(
          "the system property qkt.root must be the root of the checkout, was not set; "
              + "Maven sets it, an IDE needs -Dqkt.root=<path>");
    }
    var checkout = new Checkout(Path.of(root));
    checkout.readAll();
    return checkout;
  }

  boolean has(Path path) {
    return Files.exists(root.resolve(path));
  }

  /** The files whose path has this form; a check of no file at all would pass for ever. */
  SortedMap<String, String> files(String form) {
    var found = new TreeMap<>(texts);
    found.keySet().removeIf(Predicate.not(path -> path.matches(form)));
    if (found.isEmpty()) {
      throw new IllegalStateException("some file must match " + form + ", none did");
    }
    return found;
  }

  /** What a check has to say about each of some files, after the path of the file. */
  List<String> complaints(String form, Check aboutFile) {
    return files(form).entrySet()
        .stream()
        .flatMap(file -> aboutFile.complaints(file.getKey(), file.getValue())
            .map(complaint -> file.getKey() + complaint))
        .toList();
  }

  /** The same about each line of some files, after the path and the number of the line. */
  List<String> complaintsByLine(String form, Check aboutLine) {
    return complaints(form, (path, text) -> {
      var lines = text.lines().toList();
      return IntStream.range(0, lines.size())
          .boxed()
          .flatMap(i -> aboutLine.complaints(path, lines.get(i))
              .map(complaint -> ":%d %s".formatted(i + 1, complaint.strip())));
    });
  }

  /** What there is to say against a file or a line of it. */
  interface Check {
    Stream<String> complaints(String path, String text);
  }

  private void readAll() {
    try {
      Files.walkFileTree(root, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          return NOT_OURS.contains(folder.getFileName().toString()) && !folder.equals(root)
              ? FileVisitResult.SKIP_SUBTREE
              : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          readText(file);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readText(Path file) throws IOException {
    var name = root.relativize(file).toString().replace('\\', '/');
    var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    // In a worktree .git is a file; a file with a zero in it is no text.
    if (!NOT_OURS.contains(name) && text.indexOf('\0') < 0) {
      texts.put(name, text);
    }
  }
}
