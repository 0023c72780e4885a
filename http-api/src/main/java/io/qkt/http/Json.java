package io.qkt.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qkt.core.money.Exact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * How values look in our JSON: exact numbers as decimal strings, instants in UTC to the
 * millisecond.
 */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DateTimeFormatter INSTANT = DateTimeFormatter
      .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
      .withZone(ZoneOffset.UTC);

  private Json() {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reply must be writable as JSON", e);
    }
  }

  /** Throws {@link JsonProcessingException} for what is no JSON. */
  static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  static String decimal(long exact) {
    return Exact.text(exact);
  }

  static String instant(long micros) {
    return INSTANT.format(Instant.ofEpochMilli(Math.floorDiv(micros, 1_000)));
  }
}
