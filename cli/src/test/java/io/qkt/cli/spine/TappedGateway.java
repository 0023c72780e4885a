package io.qkt.cli.spine;

import io.qkt.core.venue.Gateway;
import io.qkt.core.venue.VenueOrder;
import io.qkt.core.venue.VenueReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Writes down each order that it lets through to the venue: what a venue would remember. */
record TappedGateway(Gateway behind, Path log) implements Gateway {
  @Override
  public void open(Consumer<VenueReport> reports) {
    behind.open(reports);
  }

  @Override
  public void restore(VenueOrder working, long filled) {
    behind.restore(working, filled);
  }

  @Override
  public void submit(VenueOrder order) {
    try {
      Files.writeString(log, order.cid() + "\n", StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    behind.submit(order);
  }

  @Override
  public void cancel(String cid) {
    behind.cancel(cid);
  }

  @Override
  public void poll() {
    behind.poll();
  }

  @Override
  public CompletionStage<List<VenueReport>> lookUp(String cid) {
    return behind.lookUp(cid);
  }

  @Override
  public long absenceProvedAfter(VenueOrder order) {
    return behind.absenceProvedAfter(order);
  }
}
