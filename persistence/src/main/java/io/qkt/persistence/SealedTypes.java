package io.qkt.persistence;

import static io.qkt.persistence.JournalTypes.require;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Checks that the names of each sealed type cover exactly what it permits. */
final class SealedTypes {
  private SealedTypes() {}

  static void requireWhole(Map<Class<?>, SortedMap<String, Class<?>>> sealed) {
    var nameOf = new HashMap<Class<?>, String>();
    sealed.forEach((type, names) -> {
      require(type.isSealed(), "%s must be sealed, was open", type);
      names.forEach((name, permitted) -> {
        var other = nameOf.putIfAbsent(permitted, name);
        require(other == null || other.equals(name),
            "a class must have one name in all sealed types, %s was given '%s' and '%s'", permitted,
            other, name);
      });
      requireSame(type, Set.copyOf(names.values()), names.size());
    });
  }

  private static void requireSame(Class<?> type, Set<Class<?>> named, int count) {
    require(named.size() == count, "a class permitted by %s must have one name, one had two", type);
    var leaves = leaves(type, new LinkedHashSet<>());
    require(named.equals(leaves), "%s must have a name for each class that it permits, %s, had %s",
        type, leaves, named);
  }

  private static Set<Class<?>> leaves(Class<?> type, Set<Class<?>> found) {
    for (var permitted : type.getPermittedSubclasses()) {
      if (permitted.isSealed() && !permitted.isEnum())
        leaves(permitted, found);
      else
        found.add(permitted);
    }
    return found;
  }
}
