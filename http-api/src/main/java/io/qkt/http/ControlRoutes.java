package io.qkt.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.qkt.platform.ControlPlane;
import io.qkt.platform.registry.Deployment;
import io.qkt.platform.registry.Registry;
import io.qkt.platform.strategy.InstanceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RetryAfter;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.MethodRejection;
import org.apache.pekko.http.javadsl.server.RejectionHandler;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.unmarshalling.Unmarshaller;

/** The routes of the control plane. Each asks the platform one question and shows the answer. */
final class ControlRoutes extends AllDirectives {
  private static final ContentType.WithFixedCharset PROBLEM_JSON = MediaTypes
      .applicationWithFixedCharset("problem+json", HttpCharsets.UTF_8)
      .toContentType();
  private static final Set<String> DEPLOY_FIELDS = Set.of("name", "source", "path", "speed");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private static final RejectionHandler REFUSALS = RejectionHandler.newBuilder()
      .handle(MethodRejection.class, _ -> Directives.complete(problem(Problem.of(405,
          "METHOD_NOT_ALLOWED", "this route has no such method", "see the HTTP reference"))))
      .handleNotFound(Directives.extractUnmatchedPath(path -> Directives.complete(problem(
          Problem.of(404, "NO_SUCH_ROUTE", "there is no route " + path,
              "see the HTTP reference")))))
      .build();

  private final ControlPlane control;
  private final NodeInfo node;
  private final LongSupplier wallMicros;
  private final IntSupplier port;
  private final Runnable shutdown;

  ControlRoutes(ControlPlane control, NodeInfo node, LongSupplier wallMicros, IntSupplier port,
      Runnable shutdown) {
    this.control = control;
    this.node = node;
    this.wallMicros = wallMicros;
    this.port = port;
    this.shutdown = shutdown;
  }

  Route all() {
    var api = concat(
        pathPrefix("api", () -> pathPrefix("v1", () -> concat(path("instances", this::instances),
            pathPrefix("instances", this::instance), common()))),
        path("list", () -> get(this::list)),
        path("deploy", () -> post(this::deploy)),
        pathPrefix("status", () -> concat(pathEnd(() -> get(this::statuses)),
            path(name -> get(() -> status(name))))),
        common());
    return guarded(handleRejections(REFUSALS, () -> api));
  }

  private Route common() {
    return concat(
        path("health", () -> get(this::health)),
        path("ready", () -> get(() -> complete(json(200, Map.of("ready", true))))),
        path("shutdown", () -> post(this::shutdownNow)));
  }

  /** Pages of other sites must not reach us through a browser on this machine. */
  private Route guarded(Route inner) {
    return extractHost(host -> LOOPBACK.contains(host)
        ? optionalHeaderValueByName("Origin", origin -> origin.isEmpty() ? inner
            : complete(problem(Problem.of(403, "FORBIDDEN", "requests of web pages are not served",
                "use the qkt command"))))
        : complete(problem(Problem.of(421, "MISDIRECTED", "the host must be 127.0.0.1, was " + host,
            "ask 127.0.0.1:" + port.getAsInt()))));
  }

  private Route instances() {
    return concat(get(() -> answer(control.instances(),
        all -> json(200, page(all.stream().map(this::status).toList())))), post(this::deploy));
  }

  private Route instance() {
    return path(segment -> get(() -> status(segment)));
  }

  private Route list() {
    return answer(control.instances(), all -> json(200,
        all.stream().map(one -> Views.listRow(one, wallMicros.getAsLong())).toList()));
  }

  private Route statuses() {
    return answer(control.instances(),
        all -> json(200, all.stream().map(this::status).toList()));
  }

  private Map<String, Object> status(InstanceStatus one) {
    return Views.status(one, wallMicros.getAsLong());
  }

  private Route status(String name) {
    return answer(control.instance(name), found -> found
        .map(one -> json(200, status(one)))
        .orElseGet(() -> problem(Problem.of(404, "NO_SUCH_NAME",
            "no strategy is deployed as '%s'".formatted(name), "see `qkt list`"))));
  }

  /** Answers as long as this node lives; what it can not learn in time is unknown. */
  private Route health() {
    CompletionStage<Integer> count = control.count().exceptionally(_ -> null);
    return answer(count, strategies -> {
      var health = new LinkedHashMap<String, Object>();
      health.put("status", "ok");
      health.put("pid", node.pid());
      health.put("version", node.version());
      health.put("node", node.node());
      health.put("uptimeMs", wallMicros.getAsLong() / 1_000 - node.startedAtMillis());
      health.put("controlPort", port.getAsInt());
      health.put("stateDir", node.stateDir());
      health.put("strategies", strategies);
      health.put("portfolios", 0);
      return json(200, health);
    });
  }

  private Route shutdownNow() {
    shutdown.run();
    return complete(json(202, Map.of("status", "accepted")));
  }

  private Route deploy() {
    return entity(Unmarshaller.entityToString(), body -> {
      try {
        return deploy(Json.parse(body));
      } catch (JsonProcessingException e) {
        return complete(problem(badRequest("the body must be JSON: " + e.getOriginalMessage())));
      } catch (IllegalArgumentException e) {
        return complete(problem(badRequest(e.getMessage())));
      }
    });
  }

  private Route deploy(JsonNode body) {
    refuseWhatIsNotThereYet(body);
    var deployment = new Deployment(text(body, "name"), text(body, "source"), speed(body));
    return answer(control.deploy(deployment), reply -> switch (reply) {
      case Registry.Deployed deployed -> json(200, Views.deployed(deployed));
      case Registry.DeployRefused(var refusal) -> problem(Problem.of(refusal));
      case Registry.DeployUnavailable(var why) -> problem(unavailable(why));
    });
  }

  /** Better no deployment than one in a mode, or with a config, that nobody asked for. */
  private static void refuseWhatIsNotThereYet(JsonNode body) {
    body.fieldNames().forEachRemaining(field -> {
      boolean known = DEPLOY_FIELDS.contains(field)
          || field.equals("mode") && body.path(field).asText().equals("active");
      if (!known) {
        throw new IllegalArgumentException("the fields must be name, source, path and speed, and "
            + "mode must be active; was '%s': %s".formatted(field, body.path(field)));
      }
    });
  }

  private static String text(JsonNode body, String field) {
    var value = body.path(field);
    if (value.isTextual()) return value.textValue();
    throw new IllegalArgumentException("'%s' must be a string, was %s".formatted(field,
        value.isMissingNode() ? "left out" : value.toString()));
  }

  private static double speed(JsonNode body) {
    var value = body.path("speed");
    if (value.isMissingNode() || value.isNull()) return 0;
    if (value.isNumber() && value.doubleValue() > 0
        && value.doubleValue() <= Deployment.SPEED_MAX) {
      return value.doubleValue();
    }
    throw new IllegalArgumentException("'speed' must be a number above 0 and at most %s, was %s"
        .formatted(Deployment.SPEED_MAX, value));
  }

  private <T> Route answer(CompletionStage<T> asked, Function<T, HttpResponse> shown) {
    return onComplete(asked, tried -> complete(
        tried.isSuccess() ? shown.apply(tried.get()) : problem(unavailable("no answer in time"))));
  }

  private static Map<String, Object> page(List<?> items) {
    var page = new LinkedHashMap<String, Object>();
    page.put("items", items);
    page.put("next", null);
    return page;
  }

  private static Problem badRequest(String detail) {
    return Problem.of(400, "BAD_REQUEST", detail,
        "send {\"name\": …, \"source\": …} as the documentation shows");
  }

  private static Problem unavailable(String why) {
    return Problem.of(503, "UNAVAILABLE", why, "try again; nothing is lost by asking twice");
  }

  private static HttpResponse json(int status, Object body) {
    return HttpResponse.create()
        .withStatus(status)
        .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, Json.text(body)));
  }

  private static HttpResponse problem(Problem problem) {
    var response = HttpResponse.create()
        .withStatus(problem.status())
        .withEntity(HttpEntities.create(PROBLEM_JSON, problem.json()));
    return problem.status() == 503 ? response.addHeader(RetryAfter.create(1L)) : response;
  }
}
