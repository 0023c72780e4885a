package io.qkt.dsl.syntax;

import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.text.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tree as text, without its places: what fits stands on one line. */
public final class TreeText {
  private static final int COLUMNS_MAX = 96;

  private TreeText() {}

  public static String of(Object tree) {
    return of(tree, 0) + "\n";
  }

  /** On one line, however long: to compare. */
  public static String flat(Object tree) {
    return line(tree);
  }

  private static String of(Object value, int indent) {
    var line = line(value);
    if (line.length() + indent <= COLUMNS_MAX) return line;
    return switch (value) {
      case Record record -> below(record.getClass().getSimpleName(), parts(record), indent);
      case List<?> list -> below("[]", list, indent);
      default -> line;
    };
  }

  private static String below(String head, List<?> parts, int indent) {
    var text = new StringBuilder(head);
    for (var part : parts) {
      text.append('\n').append(" ".repeat(indent + 2)).append(of(part, indent + 2));
    }
    return text.toString();
  }

  private static String line(Object value) {
    return switch (value) {
      case Name name -> name.text();
      case List<?> list -> list.stream()
          .map(TreeText::line)
          .collect(Collectors.joining(", ", "[",
              "]"));
      case Record record -> record.getClass().getSimpleName() + parts(record).stream()
          .map(TreeText::line)
          .collect(Collectors.joining(", ", "(", ")"));
      case String text when text.equals("-") -> text;
      case String text -> "\"" + text.replace("\\", "\\\\").replace("\n", "\\n") + "\"";
      default -> value.toString();
    };
  }

  private static List<Object> parts(Record record) {
    return Stream.of(record.getClass().getRecordComponents())
        .filter(part -> part.getType() != Span.class)
        .map(part -> plain(get(record, part)))
        .toList();
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.isPresent() ? optional.get() : "-";
      case OptionalInt optional -> optional.isPresent() ? optional.getAsInt() : "-";
      default -> value;
    };
  }

  private static Object get(Record record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
