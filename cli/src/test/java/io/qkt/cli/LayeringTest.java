package io.qkt.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may see whom. Maven's dependencies and the enforcer keep most of it; here is what they cannot
 * see: what comes in transitively, and what of the JDK a layer may touch (see {@link PurityTest}).
 */
class LayeringTest {
  static final JavaClasses OURS = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
      .importPackages("io.qkt");

  /** Each module's packages, and the modules it may see. */
  private static final Map<String, List<String>> LAYERS = new LinkedHashMap<>();

  /** The packages of a library, and the only modules that may see them. */
  private static final Map<String, List<String>> LIBRARIES = new LinkedHashMap<>();

  static {
    LAYERS.put("core", List.of());
    LAYERS.put("dsl", List.of("core"));
    LAYERS.put("backtest", List.of("core", "dsl"));
    LAYERS.put("persistence", List.of("core"));
    LAYERS.put("brokers", List.of("core"));
    LAYERS.put("platform", List.of("core", "dsl"));
    LAYERS.put("http", List.of("core", "dsl", "platform"));
    LAYERS.put("cli", List.copyOf(LAYERS.keySet()));

    LIBRARIES.put("org.apache.pekko..", List.of("persistence", "platform", "http", "cli"));
    LIBRARIES.put("org.apache.pekko.http..", List.of("http", "cli"));
    LIBRARIES.put("org.apache.pekko.persistence.jdbc..", List.of("persistence"));
    LIBRARIES.put("scala..", List.of("persistence", "platform", "http", "cli"));
    LIBRARIES.put("slick..", List.of("persistence"));
    LIBRARIES.put("com.zaxxer..", List.of("persistence"));
    LIBRARIES.put("org.h2..", List.of("persistence"));
    LIBRARIES.put("org.postgresql..", List.of("persistence"));
    LIBRARIES.put("java.sql..", List.of("persistence"));
    LIBRARIES.put("javax.sql..", List.of("persistence"));
    LIBRARIES.put("com.fasterxml.jackson..", List.of("persistence", "http", "cli"));
    LIBRARIES.put("com.typesafe.config..", List.of("persistence", "platform", "http", "cli"));
    LIBRARIES.put("org.slf4j..", List.of("persistence", "brokers", "platform", "http", "cli"));
    LIBRARIES.put("ch.qos.logback..", List.of("cli"));
    LIBRARIES.put("picocli..", List.of("cli"));
    LIBRARIES.put("java.net..", List.of("brokers", "platform", "http", "cli"));
    LIBRARIES.put("java.nio.channels..",
        List.of("backtest", "persistence", "brokers", "http", "cli"));
  }

  @TestFactory
  Stream<DynamicTest> layer_ofOurs_seesOnlyLayersBelow() {
    return LAYERS.keySet()
        .stream()
        .map(layer -> dynamicTest(layer, () -> seesOnlyLayersBelow(layer).check(OURS)));
  }

  @TestFactory
  Stream<DynamicTest> library_ofOthers_isSeenOnlyWhereItBelongs() {
    return LIBRARIES.keySet()
        .stream()
        .map(library -> dynamicTest(library, () -> isSeenOnlyWhereItBelongs(library).check(OURS)));
  }

  @Test
  void everyClass_ofOurs_livesInALayer() {
    classes().should()
        .resideInAnyPackage(packagesOf(LAYERS.keySet().stream().toList()))
        .because("a class outside the layers would escape their rules")
        .check(OURS);
  }

  @Test
  void venues_inBrokers_neverReachEachOther() {
    slices().matching("io.qkt.brokers.(*)..")
        .should()
        .notDependOnEachOther()
        .because("a venue must be removable with its package")
        .allowEmptyShould(isEmpty("brokers"))
        .check(OURS);
  }

  @Test
  void packages_ofOurs_haveNoCycles() {
    slices().matching("io.qkt.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void names_ofClasses_sayWhatTheyAre() {
    noClasses().should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
        .because("such a name fits everything and so says nothing")
        .check(OURS);
  }

  @Test
  void names_ofPackages_sayWhatTheyAre() {
    noClasses().should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..service..",
            "..helper..", "..model..")
        .because("a package is called after its feature")
        .check(OURS);
  }

  private static ArchRule seesOnlyLayersBelow(String layer) {
    var hidden = LAYERS.keySet()
        .stream()
        .filter(other -> !other.equals(layer) && !LAYERS.get(layer).contains(other))
        .toList();
    return noClasses().that()
        .resideInAPackage(packageOf(layer))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packagesOf(hidden))
        .allowEmptyShould(isEmpty(layer));
  }

  private static ArchRule isSeenOnlyWhereItBelongs(String library) {
    return noClasses().that()
        .resideOutsideOfPackages(packagesOf(LIBRARIES.get(library)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  /** A rule about nothing passes for ever, so only a module without any class is let off. */
  static boolean isEmpty(String layer) {
    return OURS.stream().noneMatch(type -> type.getPackageName().startsWith("io.qkt." + layer));
  }

  static String packageOf(String layer) {
    return "io.qkt." + layer + "..";
  }

  private static String[] packagesOf(List<String> layers) {
    return layers.stream().map(LayeringTest::packageOf).toArray(String[]::new);
  }
}
