package io.qkt.dsl.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.Compiler;
import io.qkt.dsl.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On whose bars a rule is evaluated. */
final class ClockTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"BUY eth SIZING 1|1", "LOG 'x' CLOSE eth|1", "CLOSE_ALL|0",
      "CANCEL_ALL CLOSE eth|0", "CANCEL eth|1", "RESIZE eth TO 2|1",
      "LATCH eth OFFSET 5 ARM 10m { ENTER ON btc MARKET }|1",
      "OCO_ENTRY { BUY eth SIZING 1, SELL btc SIZING 1 }|1", "BUY pair SIZING 5 USD|2"})
  void aRule_runsOnTheTargetOfItsFirstActionThatIsNoLog(String actions, int stream) {
    var unit = Compiler.compile(Sample.file(actions)).unit().orElseThrow();
    assertThat(((Unit.Strategy) unit).program().rules().getFirst().clock()).isEqualTo(stream);
  }
}
