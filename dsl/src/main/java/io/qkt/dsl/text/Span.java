package io.qkt.dsl.text;

/** A stretch of a source, in chars from its beginning; the end is the first char behind it. */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a span must run forward from 0 or later, was %d to %d".formatted(start, end));
    }
  }

  /** From the beginning of this one to the end of the other. */
  public Span to(Span last) {
    return new Span(start, Math.max(end, last.end));
  }
}
