package io.qkt.http;

import io.qkt.platform.ControlPlane;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;

/** The control plane's socket, on loopback only. */
public final class HttpServer {
  private static final String LOOPBACK = "127.0.0.1";

  private static final Duration UNBIND = Duration.ofSeconds(2);

  private HttpServer() {}

  /** Listens on {@code port}, or on a free one where that is 0; answers with the port it got. */
  public static CompletionStage<Integer> listen(ActorSystem<?> system, int port,
      ControlPlane control, NodeInfo node, LongSupplier wallMicros, Runnable shutdown) {
    var bound = new AtomicInteger(port);
    var routes = new ControlRoutes(control, node, wallMicros, bound::get, shutdown);
    return Http.get(system).newServerAt(LOOPBACK, port).bind(routes.all()).thenApply(binding -> {
      bound.set(binding.addToCoordinatedShutdown(UNBIND, system).localAddress().getPort());
      return bound.get();
    });
  }
}
