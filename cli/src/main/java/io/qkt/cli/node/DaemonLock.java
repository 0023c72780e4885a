package io.qkt.cli.node;

import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * The right to be the one daemon of a state directory. It ends with the process, however that ends.
 */
final class DaemonLock implements AutoCloseable {
  private final FileChannel channel;

  private DaemonLock(FileChannel channel) {
    this.channel = channel;
  }

  static DaemonLock take(StateDir dir) {
    try {
      var channel = FileChannel.open(dir.pidFile(), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw alreadyRunning(dir);
      }
      channel.truncate(0);
      var pid = ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      return new DaemonLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + dir.pidFile(), e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Failure alreadyRunning(StateDir dir) throws IOException {
    return new Failure(ExitCode.CONFLICT, "a daemon is already running on %s (pid %s)".formatted(
        dir.path(), Files.readString(dir.pidFile()).strip()), null);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock the state directory", e);
    }
  }
}
