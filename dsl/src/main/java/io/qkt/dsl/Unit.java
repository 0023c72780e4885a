package io.qkt.dsl;

import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.program.Program;
import io.qkt.dsl.strategy.RuleFacts;
import java.util.List;

/** What a file has become. */
public sealed interface Unit {
  String name();

  record Strategy(Program program, List<RuleFacts> rules) implements Unit {
    @Override
    public String name() {
      return program.name();
    }
  }

  record Portfolio(PortfolioProgram program) implements Unit {
    @Override
    public String name() {
      return program.name();
    }
  }
}
