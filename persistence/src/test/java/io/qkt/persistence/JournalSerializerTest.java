package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.persistence.Kept.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalSerializerTest {
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("5m"));
  private static final Bar FIRST = new Bar(KEY, 0, Bar.NONE, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1,
      0, Bar.ClosedBy.TIMER, 3);

  private final JournalCodec codec = Kept.types().codec();

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.0, 0.1, Double.MIN_VALUE,
      Double.NEGATIVE_INFINITY, 1e308})
  void everything_afterARoundTrip_isTheSame(double ratio) {
    var event = everything(ratio);

    var read = (Kept.Everything) codec.read("test.everything", codec.write(event));

    assertThat(read).usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(event);
    assertThat(Double.doubleToRawLongBits(read.ratio()))
        .isEqualTo(Double.doubleToRawLongBits(ratio));
    assertThat(Double.doubleToRawLongBits(((Decision.Place) read.decision()).limit()))
        .isEqualTo(Double.doubleToRawLongBits(ratio));
  }

  private static Kept.Everything everything(double ratio) {
    return new Kept.Everything(Long.MIN_VALUE, -7, ratio, true, "Grüße ☃ \u0000",
        Bar.ClosedBy.BACKFILL, FIRST, List.of(FIRST, FIRST.after(5)), new byte[]{0, -1, 127},
        new Decision.Place("c-1", ratio),
        List.of(new Decision.Cancel("c-2"), new Decision.Log("why")),
        Map.of("b", 2L, "a", Long.MAX_VALUE));
  }

  @Test
  void event_throughTheActorSystem_isWrittenUnderItsStableName(@TempDir Path dir) throws Exception {
    try (var engine = Engine.start(dir, 1, "")) {
      var serialization = SerializationExtension.get(engine.system);
      var event = new Kept.Added(42);
      var serializer = serialization.serializerFor(event.getClass());
      assertThat(serializer).isInstanceOf(JournalSerializer.class);
      assertThat(Serializers.manifestFor(serializer, event)).isEqualTo("test.added");
      var bytes = serialization.serialize(event).get();
      assertThat(serialization.deserialize(bytes, JournalSerializer.IDENTIFIER, "test.added").get())
          .isEqualTo(event);
    }
  }

  @Test
  void equalEvents_whateverTheOrderOfTheirMaps_areTheSameBytes() {
    var oneWay = new LinkedHashMap<String, Long>();
    oneWay.put("b", 2L);
    oneWay.put("a", 1L);
    assertThat(codec.write(withMap(oneWay)))
        .isEqualTo(Kept.types().codec().write(withMap(new LinkedHashMap<>(oneWay.reversed()))));
  }

  private static Kept.Everything withMap(Map<String, Long> map) {
    return new Kept.Everything(1, 2, 3, true, "text", Bar.ClosedBy.TICK, FIRST, List.of(),
        new byte[0], new Decision.Log("why"), List.of(), map);
  }

  @Test
  void methodsThatLookLikeGetters_areNotWritten() throws IOException {
    var tree = new CBORMapper().readTree(codec.write(everything(1)));
    assertThat(tree.fieldNames()).toIterable()
        .containsExactly("count", "small", "ratio", "open",
            "text", "how", "bar", "bars", "bytes", "decision", "decisions", "byName");
  }

  @Test
  void emptyRecord_afterARoundTrip_isTheSame() {
    var event = new Kept.Empty();
    assertThat(codec.read("test.empty", codec.write(event))).isEqualTo(event);
  }

  @Test
  void unknownField_isIgnored() throws IOException {
    var bytes = new CBORMapper().writeValueAsBytes(Map.of("n", 5, "later", List.of(1, 2)));
    assertThat(codec.read("test.added", bytes)).isEqualTo(new Kept.Added(5));
  }

  @Test
  void unknownType_isUnreadableAsNewerJournal() {
    assertUnreadable(codec.read("test.of-tomorrow", new byte[0]), "NEWER_JOURNAL");
  }

  @Test
  void unknownTypeOfASealedField_isUnreadableAsNewerJournal() throws IOException {
    var bytes = new CBORMapper().writeValueAsBytes(Map.of("decision", Map.of("@", "teleport")));
    assertUnreadable(codec.read("test.everything", bytes), "NEWER_JOURNAL");
  }

  @Test
  void valueThatTheRecordRefuses_isUnreadable() throws IOException {
    var bytes = new CBORMapper().writeValueAsBytes(Map.of("n", -1));
    assertUnreadable(codec.read("test.positive", bytes), "CORRUPT");
  }

  @Test
  void nothing_isUnreadable() {
    assertUnreadable(codec.read("test.added", new byte[0]), "CORRUPT");
    assertUnreadable(codec.read("test.added", new byte[]{(byte) 0xF6}), "CORRUPT");
  }

  @Test
  void garbage_neverThrows() {
    var random = new Random(1);
    var good = codec.write(everything(1));
    for (int i = 0; i < 5_000; i++) {
      var bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length));
      for (int damage = random.nextInt(4); damage >= 0; damage--)
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      assertThat(codec.read("test.everything", bytes)).isInstanceOfAny(Unreadable.class,
          Kept.Everything.class);
    }
    assertUnreadable(codec.read("test.everything", Arrays.copyOf(good, good.length - 1)),
        "CORRUPT");
    assertUnreadable(codec.read("test.everything", Arrays.copyOf(good, good.length + 1)),
        "CORRUPT");
  }

  @Test
  void classWithoutAName_isNotWritten() {
    record Stranger() implements Kept {}
    assertThatThrownBy(() -> codec.write(new Stranger()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have a name");
  }

  private static void assertUnreadable(Object read, String why) {
    assertThat(read).isInstanceOfSatisfying(Unreadable.class,
        unreadable -> assertThat(unreadable.why()).startsWith(why + ": "));
  }
}
