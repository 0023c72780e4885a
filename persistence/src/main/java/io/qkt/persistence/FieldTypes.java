package io.qkt.persistence;

import static io.qkt.persistence.JournalTypes.require;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Walks through the components of journaled records. A component of an abstract type would be
 * written without a word and could never be read, so each must be a sealed type with names.
 */
final class FieldTypes {
  private final Map<Class<?>, SortedMap<String, Class<?>>> sealed;
  private final Set<Class<?>> seen = new HashSet<>();

  FieldTypes(Map<Class<?>, SortedMap<String, Class<?>>> sealed) {
    this.sealed = sealed;
  }

  void requireReadable(Collection<Class<?>> journaled) {
    journaled.forEach(this::visitComponents);
  }

  private void visitComponents(Class<?> type) {
    if (!type.isRecord() || !seen.add(type))
      return;
    for (var component : type.getRecordComponents())
      visit(component.getGenericType(), type + "." + component.getName());
  }

  private void visit(Type type, String where) {
    switch (type) {
      case Class<?> plain -> visitClass(plain, where);
      case ParameterizedType generic -> {
        visit(generic.getRawType(), where);
        for (var argument : generic.getActualTypeArguments())
          visit(argument, where);
      }
      case WildcardType wildcard -> visit(wildcard.getUpperBounds()[0], where);
      case GenericArrayType array -> visit(array.getGenericComponentType(), where);
      default -> throw new IllegalArgumentException(
          "%s must have a type known at build time, was %s".formatted(where, type));
    }
  }

  private void visitClass(Class<?> type, String where) {
    if (type.isArray()) {
      visitClass(type.getComponentType(), where);
    } else if (sealed.containsKey(type)) {
      sealed.get(type).values().forEach(this::visitComponents);
    } else if (!type.isPrimitive() && !type.isEnum() && !isOfTheJdk(type)) {
      require(type != Object.class && !Modifier.isAbstract(type.getModifiers()),
          "%s must be a record or a sealed type with names, was %s; add it by sealed(...)", where,
          type);
      visitComponents(type);
    }
  }

  private static boolean isOfTheJdk(Class<?> type) {
    return type != Object.class && type.getName().startsWith("java.");
  }
}
