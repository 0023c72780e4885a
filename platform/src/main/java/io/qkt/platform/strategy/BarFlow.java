package io.qkt.platform.strategy;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.platform.hub.BarSource;
import io.qkt.platform.hub.CandleHub;
import io.qkt.platform.strategy.Strategy.BarArrived;
import io.qkt.platform.strategy.Strategy.BarsEnded;
import io.qkt.platform.strategy.Strategy.Command;
import io.qkt.platform.strategy.Strategy.FlowBegan;
import io.qkt.platform.wiring.Ports;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.typed.javadsl.ActorSink;

/**
 * The bars that run into one incarnation of a strategy, one at a time: the next comes when the last
 * is journaled. Each flow has a number, so that the end of an old one is not taken for that of the
 * new.
 */
final class BarFlow {
  private long number;
  private long since;
  private Runnable stop = () -> {};

  /** Ends the flow that there is, and begins one with the bars that open after {@code after}. */
  void begin(ActorContext<Command> strategy, RecipientRef<CandleHub.Command> hub, BarKey stream,
      long after, Ports ports) {
    end();
    long mine = number;
    var source = Source.fromGraph(new BarSource(hub, stream, after, ports));
    var sink = ActorSink.<Bar, Command, Done>actorRefWithBackpressure(strategy.getSelf(),
        BarArrived::new, FlowBegan::new, Done.getInstance(), new BarsEnded(mine, "completed"),
        why -> new BarsEnded(mine, why.toString()));
    stop = source.viaMat(KillSwitches.single(), Keep.right())
        .to(sink)
        .run(Materializer.createMaterializer(strategy))::shutdown;
    since = ports.wallMicros().getAsLong();
  }

  void end() {
    number++;
    stop.run();
  }

  boolean isCurrent(long flow) {
    return flow == number;
  }

  long since() {
    return since;
  }
}
