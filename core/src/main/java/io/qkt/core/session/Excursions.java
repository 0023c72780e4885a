package io.qkt.core.session;

import io.qkt.core.draft.Instruments;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.position.Ledger;
import io.qkt.core.position.Leg;
import io.qkt.core.position.Outcome;
import io.qkt.core.watch.Watch;
import java.util.List;

/** How far positions have gone between their bars: a watch on each primary leg says it. */
final class Excursions {
  private final Desk desk;
  private final Ledger ledger;
  private final Instruments instruments;

  Excursions(Desk desk, Ledger ledger, Instruments instruments) {
    this.desk = desk;
    this.ledger = ledger;
    this.instruments = instruments;
  }

  /** A primary leg may have begun or ended. */
  void follow(int instrument, Filled fill, Outcome outcome) {
    if (outcome.closed()) end(instrument);
    if (!outcome.opened()) return;
    long price = fill.price();
    var watch = new Watch.Excursion(desk.nextId(), instruments.get(instrument), fill.side(), price,
        price, price);
    desk.hold(new Held(watch, Held.Kind.EXCURSION, 0, null, Trade.NONE, instrument,
        Long.MAX_VALUE));
  }

  private void end(int instrument) {
    for (var what : desk.held()) {
      boolean ofIt = what.kind() == Held.Kind.EXCURSION && what.place() == instrument;
      if (ofIt) desk.disarm(what.watch().id());
    }
  }

  /** What the ticks since the last bar have shown. */
  void seen(List<Watch.Extremes> extremes) {
    desk.seen(extremes);
    for (var seen : extremes) {
      var what = desk.held(seen.watch());
      boolean isExcursion = what != null && what.kind() == Held.Kind.EXCURSION;
      if (isExcursion) ledger.excursion(what.place(), Leg.PRIMARY, seen.best(), seen.worst());
    }
  }
}
