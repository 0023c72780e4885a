package io.qkt.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.cli.node.StateDir;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Asks the daemon of a state directory one thing over HTTP/1.1. A plain socket starts in a third of
 * the time that the JDK's HTTP client takes, and a client's life is mostly its start.
 */
public final class ControlClient {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 60_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final int port;

  private ControlClient(int port) {
    this.port = port;
  }

  public static ControlClient of(StateDir dir) {
    return new ControlClient(dir.port().orElseThrow(ControlClient::noDaemon));
  }

  public JsonNode get(String path) {
    return parse(accepted(exchange("GET", path, "")));
  }

  public JsonNode post(String path, Map<String, ?> body) {
    try {
      return parse(accepted(exchange("POST", path, MAPPER.writeValueAsString(body))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request must be writable as JSON", e);
    }
  }

  /** The body as the daemon sent it. */
  public String getText(String path) {
    return accepted(exchange("GET", path, ""));
  }

  private record Answer(int status, String body) {}

  private Answer exchange(String method, String path, String body) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
          CONNECT_MILLIS);
      socket.setSoTimeout(READ_MILLIS);
      socket.getOutputStream().write(request(method, path, body));
      return answer(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw noDaemon();
    }
  }

  private byte[] request(String method, String path, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head = "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n".formatted(method,
        path, port) + "Content-Type: application/json\r\nContent-Length: " + bytes.length
        + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /** The server closes when it is done, and says the length of what it sends. */
  private static Answer answer(byte[] bytes) throws IOException {
    var text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.1 ") || end < 0) throw new IOException("no HTTP answer");
    return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(end + 4));
  }

  private static String accepted(Answer answer) {
    int exitCode = ExitCode.ofStatus(answer.status());
    if (exitCode == ExitCode.OK) return answer.body();
    var problem = parse(answer.body());
    throw new Failure(exitCode, problem.path("detail").asText(), problem.path("remedy").asText());
  }

  private static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new Failure(ExitCode.FAILURE, "the daemon must answer in JSON, said: " + body,
          "is something else listening on the daemon's port?");
    }
  }

  private static Failure noDaemon() {
    return new Failure(ExitCode.UNREACHABLE, "no daemon running", "start it with `qkt daemon`");
  }
}
