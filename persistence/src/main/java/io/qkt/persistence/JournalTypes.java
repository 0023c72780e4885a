package io.qkt.persistence;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.pekko.actor.setup.Setup;

/**
 * Everything that may stand in the journal, each under a name that never changes though its class
 * may move. The table is whole or it is refused: a type that could be written but not read again is
 * found when the table is built, not when an entity recovers.
 */
public final class JournalTypes extends Setup {
  private final Class<?> marker;
  private final SortedMap<String, Class<?>> names;
  private final Map<Class<?>, String> namesByClass;
  private final Map<Class<?>, SortedMap<String, Class<?>>> sealed;

  private JournalTypes(Builder builder) {
    this.marker = builder.marker;
    this.names = Collections.unmodifiableSortedMap(new TreeMap<>(builder.names));
    this.namesByClass = Map.copyOf(builder.namesByClass);
    this.sealed = Collections.unmodifiableMap(new LinkedHashMap<>(builder.sealed));
  }

  /** A table whose classes all carry {@code marker}, by which the actor system finds them. */
  public static Builder builder(Class<?> marker) {
    return new Builder(marker);
  }

  public Class<?> marker() {
    return marker;
  }

  /** The journaled classes by their names. */
  public SortedMap<String, Class<?>> names() {
    return names;
  }

  /** The sealed types that may be fields, each with its permitted classes by their names. */
  public Map<Class<?>, SortedMap<String, Class<?>>> sealed() {
    return sealed;
  }

  String nameOf(Class<?> type) {
    var name = namesByClass.get(type);
    if (name == null) {
      throw new IllegalArgumentException(
          "a journaled class must have a name, %s has none; add it to the JournalTypes"
              .formatted(type.getName()));
    }
    return name;
  }

  JournalCodec codec() {
    return new JournalCodec(this);
  }

  /** Collects the table and refuses what is double, missing or cannot be read again. */
  public static final class Builder {
    private final Class<?> marker;
    private final Map<String, Class<?>> names = new TreeMap<>();
    private final Map<Class<?>, String> namesByClass = new HashMap<>();
    private final Map<Class<?>, SortedMap<String, Class<?>>> sealed = new LinkedHashMap<>();

    private Builder(Class<?> marker) {
      this.marker = marker;
    }

    /** Names a class whose objects are journaled or snapshotted. */
    public Builder name(String name, Class<?> type) {
      require(marker.isAssignableFrom(type), "%s must implement %s, so that it is found", type,
          marker);
      var taken = names.putIfAbsent(name, type);
      require(taken == null, "a name must be given once, '%s' was given to %s and %s", name, taken,
          type);
      var other = namesByClass.putIfAbsent(type, name);
      require(other == null, "a class must have one name, %s was given '%s' and '%s'", type, other,
          name);
      return this;
    }

    /** Names each class that a sealed type permits, for where the type is that of a field. */
    public <T> Builder sealed(Class<T> type, Map<String, ? extends Class<? extends T>> permitted) {
      var taken = sealed.putIfAbsent(type, new TreeMap<>(permitted));
      require(taken == null, "a sealed type must be named once, %s was named twice", type);
      return this;
    }

    public JournalTypes build() {
      SealedTypes.requireWhole(sealed);
      new FieldTypes(sealed).requireReadable(names.values());
      return new JournalTypes(this);
    }
  }

  static void require(boolean holds, String message, Object... arguments) {
    if (!holds)
      throw new IllegalArgumentException(message.formatted(arguments));
  }
}
