package io.qkt.core.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The id under which a venue knows an order. It is a pure function of who decided it and of the
 * decision's number, so the same decision has the same id in every life of its strategy, and a
 * venue that sees it twice can tell. 120 bits in base 32 behind a prefix: legal wherever we trade.
 */
public final class ClientOrderId {
  private static final String PREFIX = "k1";
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int DIGITS = 24;

  private ClientOrderId() {}

  public static String of(String clusterId, String id, long generation, long seq) {
    var named = clusterId + '\n' + id + '\n' + generation + '\n' + seq;
    return PREFIX + base32(sha256(named.getBytes(StandardCharsets.UTF_8)));
  }

  private static String base32(byte[] bytes) {
    var text = new StringBuilder(DIGITS);
    for (int digit = 0; digit < DIGITS; digit++) {
      int bit = digit * 5;
      int twoBytes = (bytes[bit / 8] & 0xff) << 8 | bytes[bit / 8 + 1] & 0xff;
      text.append(ALPHABET.charAt(twoBytes >> 11 - bit % 8 & 31));
    }
    return text.toString();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
