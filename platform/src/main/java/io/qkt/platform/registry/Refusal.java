package io.qkt.platform.registry;

import io.qkt.dsl.CompileError;
import java.util.List;

/** Why a deployment is refused, and what to do about it. */
public record Refusal(String code, String detail, String remedy, List<CompileError> errors) {
  static Refusal of(String code, String detail, String remedy) {
    return new Refusal(code, detail, remedy, List.of());
  }
}
