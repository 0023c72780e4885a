package io.qkt.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ClientOrderIdTest {
  private static final String CLUSTER = "00112233445566778899aabbccddeeff";
  private static final String ID = "6f1c1b4e-3f0a-4f8e-9d5e-0c0f5f3b2a11";

  @Test
  void of_anyDecision_isLegalAtEveryVenue() {
    for (long seq = 1; seq <= 500; seq++) {
      assertThat(ClientOrderId.of(CLUSTER, ID, 1, seq)).matches("k1[a-z2-7]{24}");
    }
  }

  // Computed by another implementation of SHA-256 and base 32. It may never change: orders that
  // rest
  // at a venue are known by it.
  @Test
  void of_aKnownDecision_isTheGoldenValue() {
    assertThat(ClientOrderId.of("cluster", "id", 1, 1)).isEqualTo("k17spmhfdm3qcbixdka6hmetor");
  }

  @Test
  void of_theSameDecision_isTheSameId() {
    assertThat(ClientOrderId.of(CLUSTER, ID, 3, 7)).isEqualTo(ClientOrderId.of(CLUSTER, ID, 3, 7));
  }

  @Test
  void of_otherDecisions_areOtherIds() {
    var ids = new TreeSet<String>();
    for (var id : new String[]{ID, ID.replace('6', '7')}) {
      for (long generation = 1; generation <= 20; generation++) {
        for (long seq = 1; seq <= 200; seq++)
          ids.add(ClientOrderId.of(CLUSTER, id, generation, seq));
      }
    }
    assertThat(ids).hasSize(2 * 20 * 200);
  }

  @Test
  void of_partsThatReadAlikeInARow_areOtherIds() {
    assertThat(ClientOrderId.of(CLUSTER, ID, 1, 12)).isNotEqualTo(
        ClientOrderId.of(CLUSTER, ID, 11, 2));
    assertThat(ClientOrderId.of("ab", "c", 1, 1)).isNotEqualTo(ClientOrderId.of("a", "bc", 1, 1));
    assertThat(ClientOrderId.of("a", "b1", 1, 1)).isNotEqualTo(ClientOrderId.of("a", "b", 11, 1));
  }

  @Test
  void of_anotherCluster_isAnotherId() {
    assertThat(ClientOrderId.of("a", ID, 1, 1)).isNotEqualTo(ClientOrderId.of("b", ID, 1, 1));
  }
}
