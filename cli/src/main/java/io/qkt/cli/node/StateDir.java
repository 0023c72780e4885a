package io.qkt.cli.node;

import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;

/** Where a daemon keeps its state, and how its clients find it. */
public record StateDir(Path path) {

  /** The directory asked for, or the one that the environment says. */
  public static StateDir of(Path asked) {
    return new StateDir((asked != null ? asked : ofEnvironment()).toAbsolutePath().normalize());
  }

  private static Path ofEnvironment() {
    if (isSet("QKT_STATE_DIR")) return Path.of(System.getenv("QKT_STATE_DIR"));
    if (isSet("QKT_HOME")) return Path.of(System.getenv("QKT_HOME"), "state");
    if (isSet("XDG_STATE_HOME")) return Path.of(System.getenv("XDG_STATE_HOME"), "qkt");
    return Path.of(System.getProperty("user.home"), ".local", "state", "qkt");
  }

  private static boolean isSet(String variable) {
    var value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  public StateDir create() {
    try {
      Files.createDirectories(path);
      return this;
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILURE,
          "the state directory must be writable, %s was not: %s".formatted(path, e),
          "name another with --state-dir");
    }
  }

  Path pidFile() {
    return path.resolve("daemon.pid");
  }

  private Path portFile() {
    return path.resolve("control.port");
  }

  /** Written whole or not at all, so that no reader sees half a number. */
  void writePort(int port) {
    var whole = path.resolve("control.port.new");
    try {
      Files.writeString(whole, port + "\n");
      Files.move(whole, portFile(), StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + portFile(), e);
    }
  }

  void deletePort() {
    try {
      Files.deleteIfExists(portFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + portFile(), e);
    }
  }

  /** The port of the daemon that last started here, if it did not take it away. */
  public OptionalInt port() {
    try {
      return OptionalInt.of(Integer.parseInt(Files.readString(portFile()).strip()));
    } catch (NoSuchFileException | NumberFormatException e) {
      return OptionalInt.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + portFile(), e);
    }
  }
}
