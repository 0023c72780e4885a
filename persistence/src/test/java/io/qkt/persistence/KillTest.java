package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process had acknowledged before it was killed is in the file. */
final class KillTest {
  @TempDir
  Path stateDir;

  @ParameterizedTest
  @ValueSource(ints = {1, 333, 1_000, 4_000})
  void acknowledgedEvents_afterSigkill_areAllThere(int acknowledgedBeforeKill) throws Exception {
    var acknowledged = acknowledgedByKilledProcess(acknowledgedBeforeKill);

    assertThat(acknowledged).isNotEmpty();
    try (var database = H2Database.open(stateDir)) {
      var reader = new JournalReader(database, Kept.types());
      acknowledged.forEach((id, last) -> assertThat(reader.events(id, 0, Integer.MAX_VALUE))
          .as("events of %s", id)
          .extracting(Journaled::event)
          .startsWith(numbersUpTo(last)));
    }
  }

  private static Object[] numbersUpTo(long last) {
    var numbers = new Object[Math.toIntExact(last)];
    for (int i = 0; i < last; i++)
      numbers[i] = new Kept.Added(i + 1);
    return numbers;
  }

  private Map<String, Long> acknowledgedByKilledProcess(int linesBeforeKill) throws Exception {
    var writer = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    var acknowledged = new TreeMap<String, Long>();
    try (var out = writer.inputReader()) {
      readAcknowledged(out, linesBeforeKill, acknowledged);
      // Not by the process itself, which would close the pipe.
      writer.toHandle().destroyForcibly();
      // What stands in the pipe was acknowledged before the kill as well.
      readAcknowledged(out, Integer.MAX_VALUE, acknowledged);
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return acknowledged;
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
        System.getProperty("java.class.path"), KilledWriter.class.getName(), stateDir.toString()));
    return command;
  }

  private static void readAcknowledged(BufferedReader out, int lines, Map<String, Long> into)
      throws IOException {
    for (int read = 0; read < lines; read++) {
      var line = out.readLine();
      if (line == null)
        return;
      var words = line.split(" ");
      if (line.startsWith("ack ") && line.endsWith("."))
        into.merge(words[1], Long.parseLong(words[2].replace(".", "")), Math::max);
    }
  }
}
