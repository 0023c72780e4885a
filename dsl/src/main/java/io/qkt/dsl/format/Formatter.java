package io.qkt.dsl.format;

import io.qkt.dsl.syntax.Parsed;

/** Lays out a text that was understood: its words stay, their case and the blanks change. */
public final class Formatter {
  private Formatter() {}

  /** @param parsed without errors: what was not understood cannot be laid out */
  public static String format(Parsed parsed) {
    if (parsed.hasErrors()) {
      throw new IllegalArgumentException("a text must have no errors to be formatted, had "
          + parsed.issues().size() + "; show them instead");
    }
    var layout = new Layout(parsed.tokens());
    new FileLayout(layout).file(parsed.file().orElseThrow());
    return new Printer(parsed, layout).print();
  }
}
