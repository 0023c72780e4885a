package io.qkt.dsl;

import java.util.List;
import java.util.Optional;

/**
 * What became of a file and of those that it imports.
 *
 * @param unit absent if any of the reports has an error
 * @param reports the main file first, then the others in the order in which they are imported
 */
public record Compilation(Optional<Unit> unit, List<FileReport> reports) {
  public boolean hasErrors() {
    return reports.stream().anyMatch(FileReport::hasErrors);
  }
}
