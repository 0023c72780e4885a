package io.qkt.http;

import io.qkt.platform.registry.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An error as RFC 9457 wants it, with a code for programs and a remedy for people. */
record Problem(int status, String code, String detail, String remedy, List<?> errors) {

  static Problem of(int status, String code, String detail, String remedy) {
    return new Problem(status, code, detail, remedy, List.of());
  }

  static Problem of(Refusal refusal) {
    int status = switch (refusal.code()) {
      case "INVALID_NAME" -> 400;
      case "NAME_TAKEN", "FEED_CONFLICT" -> 409;
      default -> 422;
    };
    return new Problem(status, refusal.code(), refusal.detail(), refusal.remedy(),
        refusal.errors());
  }

  String json() {
    var json = new LinkedHashMap<String, Object>(Map.of());
    json.put("type", "about:blank");
    json.put("title", code.toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    json.put("status", status);
    json.put("code", code);
    json.put("detail", detail);
    json.put("remedy", remedy);
    json.put("requestId", UUID.randomUUID().toString());
    if (!errors.isEmpty()) json.put("errors", errors);
    return Json.text(json);
  }
}
