package io.qkt.dsl.issue;

import java.util.Map;
import java.util.Optional;

/**
 * The long form of a code.
 *
 * @param files what the examples import, by path
 * @param wrong a whole file that is answered with the code; absent where none that is short can be
 * @param right the same file mended
 */
public record Explanation(Code code, String meaning, String why, Map<String, String> files,
    Optional<Example> wrong, Optional<Example> right) {

  /**
   * A file as an explanation shows it. One that is too long to be shown says how often a part of it
   * stands there.
   */
  public record Example(String shown) {
    /** The whole text. */
    public String source() {
      return Repetition.writtenOut(shown);
    }

    public boolean isWhole() {
      return source().equals(shown);
    }
  }
}
