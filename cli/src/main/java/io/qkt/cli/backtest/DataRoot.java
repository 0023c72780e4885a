package io.qkt.cli.backtest;

import io.qkt.backtest.instrument.InstrumentsFile;
import io.qkt.backtest.store.DataStore;
import io.qkt.backtest.store.FileStore;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where imported history lies. */
final class DataRoot {
  @Option(names = "--data-root", paramLabel = "DIR",
      description = "Where imported data lie (default: $QKT_DATA_HOME, ~/.qkt/data).")
  private Path asked;

  Path path() {
    if (asked != null) return asked;
    var home = System.getenv("QKT_DATA_HOME");
    if (home != null && !home.isBlank()) return Path.of(home);
    return Path.of(System.getProperty("user.home"), ".qkt", "data");
  }

  DataStore store() {
    return new FileStore(path());
  }

  InstrumentsFile instruments() {
    return InstrumentsFile.below(path());
  }
}
