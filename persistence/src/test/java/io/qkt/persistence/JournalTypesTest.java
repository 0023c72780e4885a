package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.persistence.Kept.Decision;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class JournalTypesTest {
  private final JournalTypes.Builder builder = JournalTypes.builder(Kept.class);

  @Test
  void names_giveBackWhatWasNamed() {
    assertThat(Kept.types().names()).containsEntry("test.added", Kept.Added.class).hasSize(5);
    assertThat(Kept.types().sealed().get(Decision.class)).containsOnlyKeys("cancel", "log",
        "place");
  }

  @Test
  void name_givenTwice_isRefused() {
    builder.name("a", Kept.Added.class);
    assertRefused(() -> builder.name("a", Kept.Empty.class), "a name must be given once, 'a'");
  }

  @Test
  void class_namedTwice_isRefused() {
    builder.name("a", Kept.Added.class);
    assertRefused(() -> builder.name("b", Kept.Added.class), "a class must have one name");
  }

  @Test
  void class_withoutTheMarker_isRefused() {
    assertRefused(() -> builder.name("a", String.class), "must implement");
  }

  @Test
  void sealedType_withoutANameForEachPermittedClass_isRefused() {
    var two = Kept.typesWithDecisions(
        Map.of("place", Decision.Place.class, "cancel", Decision.Cancel.class));
    assertRefused(two::build, "must have a name for each class that it permits");
  }

  @Test
  void sealedType_inAFieldButNotNamed_isRefused() {
    record Holder(List<Decision> decisions) implements Kept {}
    record Outer(Map<String, Holder[]> holders) implements Kept {}
    assertRefused(builder.name("outer", Outer.class)::build, "add it by sealed(...)");
  }

  @Test
  void field_ofAnOpenType_isRefused() {
    record Holder(Object anything) implements Kept {}
    assertRefused(builder.name("holder", Holder.class)::build, "must be a record or a sealed type");
  }

  private static void assertRefused(ThrowingCallable action, String why) {
    assertThatThrownBy(action).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
