package io.qkt.backtest.instrument;

import io.qkt.backtest.instrument.YamlItems.Wrong;
import io.qkt.backtest.store.DataProblem;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of instruments; the file of it lies in the data root. */
public final class InstrumentsFile {
  public static final String NAME = "instruments.yaml";

  private static final long BYTES_MAX = 4 << 20;

  private final Path file;
  private final Map<Instrument, InstrumentSpec> specs = new LinkedHashMap<>();

  private InstrumentsFile(Path file) {
    this.file = file;
  }

  /** That of a data root; nothing is known of any instrument if there is none. */
  public static InstrumentsFile below(Path root) {
    var instruments = new InstrumentsFile(root.resolve(NAME));
    if (Files.exists(instruments.file)) instruments.read();
    return instruments;
  }

  private void read() {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new DataProblem("%s must have at most %d bytes, had more".formatted(file, BYTES_MAX),
            "keep the instruments that you trade");
      }
      for (var item : YamlItems.read(withoutMark(Files.readString(file)), "instruments"))
        add(new SpecReader(item), item.line());
    } catch (Wrong wrong) {
      throw new DataProblem("%s:%d: %s".formatted(file, wrong.line(), wrong.getMessage()),
          "correct the line; docs/reference/data.md lists the keys");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void add(SpecReader reader, int line) {
    var instrument = reader.instrument();
    if (specs.put(instrument, reader.spec()) != null) {
      throw new Wrong(line, "an instrument must be listed once, %s was listed twice".formatted(
          instrument));
    }
  }

  public boolean knows(Instrument instrument) {
    return specs.containsKey(instrument);
  }

  /** {@link InstrumentSpec#PLAIN} for one that is not listed. */
  public InstrumentSpec of(Instrument instrument) {
    return specs.getOrDefault(instrument, InstrumentSpec.PLAIN);
  }

  /** Where an instrument that is missing is to be added. */
  public Path file() {
    return file;
  }
}
