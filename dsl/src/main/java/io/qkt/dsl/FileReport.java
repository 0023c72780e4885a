package io.qkt.dsl;

import io.qkt.dsl.issue.Issue;
import java.util.List;

/** What there is to say about one file of a compilation. */
public record FileReport(String file, String source, List<Issue> issues) {
  public boolean hasErrors() {
    return issues.stream().anyMatch(Issue::isError);
  }
}
