package io.qkt.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a Java file, read just well enough to measure it: braces are counted where they are
 * code. A compiler would know better, and would make these checks ten times as long.
 */
final class JavaText {
  private static final Pattern NOT_CODE = Pattern.compile(
      """
          (?s)\"""(?:[^"\\\\]++|\\\\.|"(?!""))*+\"""|\
          "(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])+'|//[^\\n]*|/\\*.*?\\*/\
          """);
  private static final Pattern ANNOTATION = Pattern
      .compile("@(?!interface)[\\w.]+(\\s*\\([^)]*\\))?");
  private static final Pattern TYPE = Pattern.compile("\\b(class|interface|enum|record)\\s+\\w");
  private static final Pattern ENUM_CONSTANT = Pattern
      .compile("(^|,)\\s*[A-Z][A-Z0-9_]*\\s*(\\(.*\\))?$", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern
      .compile("(?m)^import (?:static )?([\\w.]+\\.(\\w+|\\*));\\n?");

  private final String text;

  JavaText(String text) {
    this.text = text;
  }

  record Method(String header, int line, int lines) {}

  private record Scope(boolean ofType, String header, int start) {}

  /** Every method, constructor and initialiser; lambdas and anonymous classes count with theirs. */
  List<Method> methods() {
    var code = blank(ANNOTATION, code());
    var methods = new ArrayList<Method>();
    Deque<Scope> scopes = new ArrayDeque<>();
    int begin = 0;
    for (int at = 0; at < code.length(); at++) {
      char c = code.charAt(at);
      if (c == '{') {
        scopes.push(scope(code, begin, at, scopes.isEmpty() || scopes.peek().ofType()));
      } else if (c == '}' && !scopes.isEmpty()) {
        measure(code, scopes.pop(), at, scopes).ifPresent(methods::add);
      }
      if (c == '{' || c == '}' || c == ';') {
        begin = at + 1;
      }
    }
    return methods;
  }

  private static Scope scope(String code, int begin, int end, boolean inType) {
    while (begin < end && Character.isWhitespace(code.charAt(begin))) {
      begin++;
    }
    var header = code.substring(begin, end).strip();
    boolean isType = TYPE.matcher(header).find() || ENUM_CONSTANT.matcher(header).find();
    return new Scope(inType && isType, header, begin);
  }

  private static Optional<Method> measure(String code, Scope scope, int end,
      Deque<Scope> around) {
    boolean isMember = !around.isEmpty() && around.peek().ofType() && !scope.ofType();
    if (!isMember || scope.header().contains("=")) {
      return Optional.empty();
    }
    int line = lineOf(code, scope.start());
    return Optional
        .of(new Method(scope.header(), line, lineOf(code, end) - line + 1));
  }

  /** The single names that are imported and then never said again. */
  List<String> unusedImports() {
    var rest = IMPORT.matcher(text).replaceAll("");
    return IMPORT.matcher(text)
        .results()
        .filter(found -> !found.group(2).equals("*"))
        .filter(found -> !Pattern.compile("\\b" + found.group(2) + "\\b").matcher(rest).find())
        .map(found -> found.group(1))
        .toList();
  }

  /** The text with its comments, strings and characters blanked, each line where it was. */
  String code() {
    return blank(NOT_CODE, text);
  }

  private static String blank(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  private static int lineOf(String code, int at) {
    return 1 + (int) code.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
