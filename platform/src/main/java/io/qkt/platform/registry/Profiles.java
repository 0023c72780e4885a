package io.qkt.platform.registry;

import java.util.Locale;

/** Which broker profile serves a label. */
public final class Profiles {
  private static final String PAPER = "paper:";

  private Profiles() {}

  /** The paper account of a label, which exists by itself. */
  static String of(String label) {
    return PAPER + label.toLowerCase(Locale.ROOT);
  }

  /** The label whose quotes and time a profile goes by. */
  public static String label(String profile) {
    if (!profile.startsWith(PAPER)) {
      throw new IllegalArgumentException("a profile must look like paper:sim, was " + profile);
    }
    return profile.substring(PAPER.length()).toUpperCase(Locale.ROOT);
  }
}
