package io.qkt.persistence;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;

/** Between an object of the table and its name and bytes. */
final class JournalCodec {
  private final JournalTypes types;
  private final ObjectMapper mapper;

  JournalCodec(JournalTypes types) {
    this.types = types;
    this.mapper = mapper(types);
  }

  /** Given to each sealed type, since core knows no annotations. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@")
  private interface NamedByTable {}

  private static ObjectMapper mapper(JournalTypes types) {
    // Only what a record holds is written: a method that looks like a getter is not state.
    var mapper = CBORMapper.builder()
        .addModule(new ParameterNamesModule())
        .visibility(PropertyAccessor.ALL, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .build();
    types.sealed().forEach((sealed, names) -> {
      mapper.addMixIn(sealed, NamedByTable.class);
      names.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
    });
    return mapper;
  }

  String nameOf(Object event) {
    return types.nameOf(event.getClass());
  }

  byte[] write(Object event) {
    nameOf(event);
    try {
      return mapper.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("%s must be writable as CBOR, was not: %s"
          .formatted(event.getClass().getName(), e.getOriginalMessage()), e);
    }
  }

  Object read(String manifest, byte[] bytes) {
    var type = types.names().get(manifest);
    if (type == null)
      return newer(manifest, "the name '%s' is not known to this build".formatted(manifest));
    try {
      Object event = mapper.readValue(bytes, type);
      return event == null ? corrupt(manifest, "the bytes hold nothing") : event;
    } catch (InvalidTypeIdException e) {
      return newer(manifest, e.getOriginalMessage());
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      return corrupt(manifest, e.toString());
    }
  }

  private static Unreadable newer(String manifest, String why) {
    return new Unreadable(manifest, Unreadable.NEWER_JOURNAL + ": " + why);
  }

  private static Unreadable corrupt(String manifest, String why) {
    return new Unreadable(manifest, Unreadable.CORRUPT + ": " + why);
  }
}
