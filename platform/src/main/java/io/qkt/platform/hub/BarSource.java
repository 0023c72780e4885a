package io.qkt.platform.hub;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.platform.hub.CandleHub.BarDelivered;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.wiring.Ports;
import java.util.ArrayDeque;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.SourceShape;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import scala.runtime.BoxedUnit;

/**
 * A hub's bars as a stream: what is stored after an instant, then what comes, each once and in
 * order.
 *
 * <p>Messages between the two may be lost, and the hub may die. Every bar comes with what it
 * follows, so a gap shows at once; and a stream that has heard nothing for a while subscribes again
 * from where it is. A credit is given when a bar is taken out, so whoever takes slowly is sent
 * little.
 */
public final class BarSource extends GraphStage<SourceShape<Bar>> {
  private static final String RENEW = "renew";

  private final RecipientRef<CandleHub.Command> hub;
  private final BarKey key;
  private final long after;
  private final Ports ports;
  private final Outlet<Bar> out = Outlet.create("BarSource.out");
  private final SourceShape<Bar> shape = SourceShape.of(out);

  /** The bars of {@code key} that open after {@code after}. */
  public BarSource(RecipientRef<CandleHub.Command> hub, BarKey key, long after, Ports ports) {
    this.hub = hub;
    this.key = key;
    this.after = after;
    this.ports = ports;
  }

  @Override
  public SourceShape<Bar> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes attributes) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic {
    private final ArrayDeque<Bar> buffer = new ArrayDeque<>();
    private ActorRef<BarDelivered> self;
    private long last = after;
    private boolean heard;

    Logic() {
      super(shape);
      setHandler(out, new AbstractOutHandler() {
        @Override
        public void onPull() {
          emit();
        }
      });
    }

    @Override
    public void preStart() {
      self = Adapter.toTyped(getStageActor(received -> {
        if (received._2() instanceof BarDelivered delivered) onBar(delivered);
        return BoxedUnit.UNIT;
      }).ref());
      subscribe();
      scheduleWithFixedDelay(RENEW, ports.settings().subscribeRenew(),
          ports.settings().subscribeRenew());
    }

    @Override
    public void onTimer(Object timer) {
      if (!heard && buffer.isEmpty()) subscribe();
      heard = false;
    }

    private void onBar(BarDelivered delivered) {
      var bar = delivered.bar();
      if (bar.openTime() <= last) return;
      if (delivered.follows() > last) {
        subscribe();
        return;
      }
      heard = true;
      last = bar.openTime();
      buffer.add(bar);
      emit();
    }

    private void emit() {
      if (buffer.isEmpty() || !isAvailable(out)) return;
      var bar = buffer.poll();
      push(out, bar);
      ports.transport()
          .send(Edge.HUB_CREDIT, hub,
              new CandleHub.Credit(key.timeframe(), bar.openTime(), self));
    }

    private void subscribe() {
      ports.transport()
          .send(Edge.HUB_SUBSCRIBE, hub, new CandleHub.Subscribe(key.timeframe(), last,
              ports.settings().barCredits(), self));
    }
  }
}
