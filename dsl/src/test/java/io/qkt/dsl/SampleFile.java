package io.qkt.dsl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A case of a baseline as a file: what does not begin as one gets a head, and rules their word.
 * Files that it imports follow after {@code --- name}; {@code @param n = 5} gives a value, and
 * {@code @repeat n text} stands for so many lines, with their number for each {@code #}.
 */
record SampleFile(String source, Map<String, String> imported, Map<String, String> params) {
  private static final String HEAD = """
      STRATEGY s VERSION 1
      SYMBOLS btc = SIM:BTCUSDT EVERY 1m, eth = SIM:ETHUSDT EVERY 1m
      """;
  private static final Pattern PARAM = Pattern.compile("@param (\\w+) = (.*)");

  static SampleFile of(String text) {
    var parts = text.split("(?m)^--- ");
    var imported = new TreeMap<String, String>();
    for (var part : List.of(parts).subList(1, parts.length)) {
      int line = part.indexOf('\n');
      imported.put(part.substring(0, line), part.substring(line + 1));
    }
    var params = new TreeMap<String, String>();
    PARAM.matcher(text).results().forEach(found -> params.put(found.group(1), found.group(2)));
    return new SampleFile(whole(parts[0]), imported, params);
  }

  private static String whole(String text) {
    var lines = text.strip()
        .lines()
        .filter(line -> !line.startsWith("@param"))
        .flatMap(SampleFile::repeated)
        .collect(Collectors.joining("\n", "", "\n"));
    if (lines.startsWith("STRATEGY") || lines.startsWith("PORTFOLIO")) return lines;
    boolean isRule = Stream.of("WHEN", "WHILE", "FOR").anyMatch(lines::startsWith);
    return HEAD + (isRule ? "RULES\n" : "") + lines;
  }

  private static Stream<String> repeated(String line) {
    if (!line.startsWith("@repeat ")) return Stream.of(line);
    var words = line.split(" ", 3);
    return IntStream.rangeClosed(1, Integer.parseInt(words[1]))
        .mapToObj(i -> words[2].replace("#", Integer.toString(i)));
  }

  Compilation compiled() {
    return Compiler.compile("a.qkt", source, path -> path.equals("a.qkt")
        ? Optional.of(source)
        : Optional.ofNullable(imported.get(path)), params);
  }
}
