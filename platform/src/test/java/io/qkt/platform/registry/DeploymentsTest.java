package io.qkt.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qkt.platform.registry.Registry.DeployReply;
import io.qkt.platform.registry.Registry.Event;
import io.qkt.platform.strategy.Desired;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;

final class DeploymentsTest {
  private final Deployments deployments = new Deployments();
  private final ActorRef<DeployReply> one = TestInbox.<DeployReply>create("one").getRef();
  private final ActorRef<DeployReply> two = TestInbox.<DeployReply>create("two").getRef();

  @Test
  void deployments_atFirst_areNoneOfNoCluster() {
    assertThat(deployments.clusterId()).isNull();
    assertThat(deployments.all()).isEmpty();
    assertThat(deployments.entry("a")).isNull();
    assertThat(deployments.runs("a", "id")).isEmpty();
  }

  @Test
  void apply_ofTheFounding_givesTheCluster() {
    deployments.apply(new Event.Founded("c1"));
    assertThat(deployments.clusterId()).isEqualTo("c1");
  }

  @Test
  void apply_ofDeployments_listsThemByName() {
    deploy("b", "id-b", "SIM");
    deploy("a", "id-a", "SIM");
    assertThat(deployments.all()).extracting(Desired::name).containsExactly("a", "b");
    assertThat(deployments.all()).extracting(Desired::id).containsExactly("id-a", "id-b");
    assertThat(deployments.entry("a").runs()).isFalse();
  }

  @Test
  void runs_ofWhatIsDesired_handsOutWhoWaitedOnce() {
    deploy("a", "id-a", "SIM");
    deployments.entry("a").waiting().add(one);
    deployments.entry("a").waiting().add(two);
    var desired = deployments.entry("a").desired();

    assertThat(deployments.runs("a", "id-a")).containsEntry(one, desired)
        .containsEntry(two, desired)
        .hasSize(2);
    assertThat(deployments.entry("a").runs()).isTrue();
    assertThat(deployments.runs("a", "id-a")).isEmpty();
  }

  @Test
  void runs_ofAnotherId_isNotWhatIsDesired() {
    deploy("a", "id-a", "SIM");
    deployments.entry("a").waiting().add(one);
    assertThat(deployments.runs("a", "older")).isEmpty();
    assertThat(deployments.entry("a").runs()).isFalse();
    assertThat(deployments.entry("a").waiting()).containsExactly(one);
  }

  @Test
  void apply_ofANewDeploymentOfAName_isNotRunningYet() {
    deploy("a", "id-a", "SIM");
    deployments.runs("a", "id-a");
    deploy("a", "id-2", "SIM");
    assertThat(deployments.entry("a").runs()).isFalse();
    assertThat(deployments.entry("a").desired().id()).isEqualTo("id-2");
    assertThat(deployments.all()).extracting(Desired::name).containsExactly("a");
  }

  @Test
  void uses_isTrueOfTheLabelsOfAllThatIsDesired() {
    deploy("a", "id-a", "SIM");
    assertThat(deployments.uses("SIM")).isTrue();
    assertThat(deployments.uses("EXNESS")).isFalse();
  }

  @Test
  void profile_ofALabel_leadsBackToTheLabel() {
    assertThat(Profiles.of("SIM")).isEqualTo("paper:sim");
    assertThat(Profiles.label("paper:sim")).isEqualTo("SIM");
    assertThatIllegalArgumentException().isThrownBy(() -> Profiles.label("mt5:main"))
        .withMessage("a profile must look like paper:sim, was mt5:main");
  }

  private void deploy(String name, String id, String label) {
    deployments.apply(new Event.StrategyDeployed(
        new Desired(name, "c1", id, 1, "bundle", label, Profiles.of(label), 5, 0, 7)));
  }
}
