package io.qkt.core.program;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A strategy's source as it was deployed, addressed by its content. */
public record Bundle(String sha256, String source) {
  public static Bundle of(String source) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new Bundle(
          HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8))), source);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
