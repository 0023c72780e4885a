package io.qkt.cli.node;

import io.qkt.core.venue.Gateway;
import io.qkt.dsl.StrategyCompiler;
import io.qkt.platform.seam.CrashProbe;
import io.qkt.platform.seam.Settings;
import io.qkt.platform.seam.Transport;
import io.qkt.platform.wiring.Programs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** How a node differs from the next one; all but the first two are for tests to take hold of. */
public record NodeOptions(Path stateDir, int controlPort, Settings settings, Transport transport,
    CrashProbe crashes, UnaryOperator<Gateway> gateways, LongSupplier wallMicros,
    Programs programs) {

  public static NodeOptions of(Path stateDir, int controlPort) {
    return new NodeOptions(stateDir, controlPort, Settings.DEFAULT, Transport.direct(),
        CrashProbe.NONE, UnaryOperator.identity(), NodeOptions::systemMicros,
        StrategyCompiler::compile);
  }

  public NodeOptions with(Settings other) {
    return new NodeOptions(stateDir, controlPort, other, transport, crashes, gateways, wallMicros,
        programs);
  }

  public NodeOptions with(Transport other) {
    return new NodeOptions(stateDir, controlPort, settings, other, crashes, gateways, wallMicros,
        programs);
  }

  public NodeOptions with(CrashProbe other, UnaryOperator<Gateway> otherGateways) {
    return new NodeOptions(stateDir, controlPort, settings, transport, other, otherGateways,
        wallMicros, programs);
  }

  public NodeOptions withWall(LongSupplier other) {
    return new NodeOptions(stateDir, controlPort, settings, transport, crashes, gateways, other,
        programs);
  }

  public NodeOptions with(Programs other) {
    return new NodeOptions(stateDir, controlPort, settings, transport, crashes, gateways,
        wallMicros, other);
  }

  private static long systemMicros() {
    var now = Instant.now();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }
}
