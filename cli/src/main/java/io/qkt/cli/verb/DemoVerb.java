package io.qkt.cli.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows everything working. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Show everything working.")
public final class DemoVerb implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
