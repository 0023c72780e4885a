package io.qkt.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What decides must decide alike in any JVM on any day, so it is told everything: no clock, no
 * chance, no environment, no order that a hash makes, no result that another JVM rounds otherwise.
 */
class PurityTest {
  private static final List<String> DECIDING = List.of("core", "dsl", "backtest");
  private static final List<String> KERNEL = List.of("core", "dsl");

  private static final List<Ban> BANS = List.of(
      new Ban(DECIDING, "no clock: the time of an input comes with the input",
          oneOf("java.time.Clock", "java.time.InstantSource", "java.util.Date",
              "java.util.Calendar", "java.util.GregorianCalendar", "java.util.Timer"),
          oneOf("java.time..*.now", "java.lang.System.(currentTimeMillis|nanoTime)")),
      new Ban(DECIDING, "no chance: ids and samples are functions of the input and a seed given",
          oneOf("java.util.Random", "java.util.SplittableRandom", "java.util.random..*",
              "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom"),
          oneOf("java.util.UUID.randomUUID", "java.lang.(Strict)?Math.random",
              "java.util.Collections.shuffle")),
      new Ban(DECIDING, "no environment: what may differ between machines is passed in",
          oneOf("java.lang.Runtime", "java.lang.ProcessHandle", "java.lang.ProcessBuilder",
              "java.net..*", "java.sql..*", "org.apache.pekko..*"),
          oneOf("java.lang.System.(getenv|getProperty|getProperties|lineSeparator|console|in)",
              "java.lang.(Integer.getInteger|Long.getLong|Boolean.getBoolean)",
              "java.time.ZoneId.systemDefault", "java.util.TimeZone.getDefault",
              "java.util.Locale.getDefault", "java.nio.charset.Charset.defaultCharset")),
      new Ban(DECIDING, "no order made by a hash: it must never reach an order; use lists, "
          + "LinkedHashMap, TreeMap or EnumMap",
          oneOf("java.util.(Weak|Identity)?HashMap", "java.util.HashSet", "java.util.Hashtable",
              "java.util.Properties", "java.util.concurrent.ConcurrentHashMap"),
          oneOf("java.util.(Map|Set).(of|ofEntries|copyOf)",
              "java.util.stream.Collectors.(toSet|toMap|toUnmodifiable(Set|Map)|groupingBy|"
                  + "toConcurrentMap|groupingByConcurrent)",
              "java.lang.System.identityHashCode", "java.lang.Object.hashCode")),
      new Ban(DECIDING, "no sum in an order that the machine chooses",
          oneOf("java.util.stream.StreamSupport"),
          oneOf("java.util..*.(parallel|parallelStream|unordered)",
              "java.util.Arrays.parallel.*")),
      new Ban(DECIDING, "no Math function whose last digit the JVM may choose: use StrictMath",
          oneOf(),
          oneOf("java.lang.Math.(exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|"
              + "sinh|cosh|tanh|cbrt|hypot)")),
      new Ban(KERNEL, "no files or sockets: texts and bars come through the driver",
          oneOf("java.io..*", "java.nio.file..*", "java.nio.channels..*", "javax.net..*"),
          oneOf()),
      new Ban(KERNEL, "no threads: one session is stepped by one caller",
          oneOf("java.lang.Thread", "java.lang.ThreadLocal", "java.lang.InheritableThreadLocal",
              "java.util.concurrent..*(?<!\\.CompletionStage)"),
          oneOf("java.lang.Object.(wait|notify|notifyAll)")));

  @TestFactory
  Stream<DynamicTest> decidingLayer_untoldThings_areOutOfReach() {
    return BANS.stream()
        .flatMap(ban -> ban.layers()
            .stream()
            .map(layer -> dynamicTest(
                layer + ": " + ban.because(), () -> ban.ruleFor(layer).check(LayeringTest.OURS))));
  }

  /** Types that a layer may not name, and members that it may not call, refer to or read. */
  private record Ban(List<String> layers, String because, Pattern types, Pattern members) {
    ArchRule ruleFor(String layer) {
      return noClasses().that()
          .resideInAPackage(LayeringTest.packageOf(layer))
          // It reads a text of its own jar, which is as fixed as its code.
          .and()
          .doNotHaveFullyQualifiedName("io.qkt.dsl.issue.Explanations")
          .should()
          .dependOnClassesThat(named())
          .orShould()
          .accessTargetWhere(accessed())
          .because(because)
          .allowEmptyShould(LayeringTest.isEmpty(layer));
    }

    private DescribedPredicate<JavaClass> named() {
      return DescribedPredicate.describe("are " + types,
          type -> types.matcher(type.getBaseComponentType().getName()).matches());
    }

    private DescribedPredicate<JavaAccess<?>> accessed() {
      return DescribedPredicate.describe("target is " + members,
          access -> members.matcher(access.getTarget().getOwner().getName() + "."
              + access.getTarget().getName()).matches());
    }
  }

  /** In a name {@code ..*} stands for anything below; the rest is a regular expression. */
  private static Pattern oneOf(String... names) {
    return Pattern.compile(Stream.of(names)
        .map(name -> name.replace("..*", ".*"))
        .reduce((one, other) -> one + "|" + other)
        .orElse("(?!)"));
  }
}
