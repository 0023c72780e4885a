package io.qkt.cli.language;

import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.dsl.Compilation;
import io.qkt.dsl.Compiler;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Strategy and portfolio files on disk. */
public final class QktFiles {
  private static final String ENDING = ".qkt";

  private QktFiles() {}

  /** The file itself, or all .qkt files below a folder in order. */
  static List<Path> below(Path path) {
    if (!Files.isDirectory(path)) return List.of(path);
    try (var all = Files.walk(path)) {
      var found = all.filter(file -> file.toString().endsWith(ENDING))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
      if (!found.isEmpty()) return found;
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILURE, "a folder must be readable, was not: " + path,
          "check the path");
    }
    throw new Failure(ExitCode.FAILURE, "a folder must hold a .qkt file, had none: " + path,
        "name a file, or another folder");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new Failure(ExitCode.FAILURE, "a file must be UTF-8 text, was not: " + file,
          "save it as UTF-8");
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILURE, "a file must be readable, was not: " + file,
          "check the path");
    }
  }

  /** Compiles a file; what it imports is read beside it. */
  public static Compilation compile(Path file, Map<String, String> params) {
    return Compiler.compile(file.toString(), read(file), QktFiles::imported, params);
  }

  private static Optional<String> imported(String path) {
    var file = Path.of(path);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }
}
