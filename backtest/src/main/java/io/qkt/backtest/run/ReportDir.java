package io.qkt.backtest.run;

import io.qkt.backtest.Execution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder of a report. Its files are written beside it and moved there when they are whole, so
 * that a run that is killed leaves an old report or a new one. What else lies there stays.
 */
public final class ReportDir {
  private final Path dir;

  public ReportDir(Path dir) {
    this.dir = dir.toAbsolutePath().normalize();
  }

  /** Whether there is something that a report would stand beside or in the way of. */
  public boolean isTaken() {
    if (!Files.exists(dir)) return false;
    if (!Files.isDirectory(dir)) return true;
    try (var files = Files.list(dir)) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Writes the report and returns its file of trades. */
  public Path write(List<Execution> executions) {
    try {
      Files.createDirectories(dir.getParent());
      var aside = newFolderBeside();
      try (var out = Files.newBufferedWriter(aside.resolve(TradesCsv.NAME))) {
        TradesCsv.write(executions, out);
      }
      if (Files.exists(dir)) moveFiles(aside);
      else
        Files.move(aside, dir, StandardCopyOption.ATOMIC_MOVE);
      return dir.resolve(TradesCsv.NAME);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** On the same disk, since only there a move is one step. */
  private Path newFolderBeside() throws IOException {
    for (int i = 0;; i++) {
      try {
        return Files.createDirectory(dir.resolveSibling("." + dir.getFileName() + ".new" + i));
      } catch (FileAlreadyExistsException _) {
        // Another run writes there, or died there.
      }
    }
  }

  private void moveFiles(Path aside) throws IOException {
    Files.move(aside.resolve(TradesCsv.NAME), dir.resolve(TradesCsv.NAME),
        StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.delete(aside);
  }

  private UncheckedIOException cannotWrite(IOException e) {
    return new UncheckedIOException("cannot write the report to " + dir, e);
  }
}
