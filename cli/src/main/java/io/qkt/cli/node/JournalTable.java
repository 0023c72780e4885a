package io.qkt.cli.node;

import io.qkt.core.order.OrderUpdate;
import io.qkt.persistence.JournalTypes;
import io.qkt.platform.JournalNames;
import io.qkt.platform.seam.Journaled;

/** The platform's events, for the journal of the persistence module. */
public final class JournalTable {
  private JournalTable() {}

  public static JournalTypes types() {
    var types = JournalTypes.builder(Journaled.class);
    JournalNames.events().forEach(types::name);
    return types.sealed(OrderUpdate.class, JournalNames.orderUpdates()).build();
  }
}
