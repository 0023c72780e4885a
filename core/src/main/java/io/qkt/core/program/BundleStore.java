package io.qkt.core.program;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Port: keeps each bundle once, and who cites it. */
public interface BundleStore {
  /** Stores a bundle and that {@code owner} cites it; done when both have survived a crash. */
  CompletionStage<Bundle> store(Bundle bundle, String owner);

  /** Every bundle that {@code owner} has ever cited. */
  CompletionStage<List<Bundle>> citedBy(String owner);
}
