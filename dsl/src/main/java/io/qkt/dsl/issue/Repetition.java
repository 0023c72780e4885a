package io.qkt.dsl.issue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Examples of limits: {@code ⟨3 times: x#⟩} is x1x2x3. */
final class Repetition {
  private static final Pattern REPEATED = Pattern.compile("⟨(\\d+) times: ([^⟩]*)⟩");

  private Repetition() {}

  static String writtenOut(String text) {
    return REPEATED.matcher(text).replaceAll(
        found -> Matcher.quoteReplacement(times(Integer.parseInt(found.group(1)), found.group(2))));
  }

  private static String times(int count, String part) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> part.replace("#", Integer.toString(number)))
        .collect(Collectors.joining());
  }
}
