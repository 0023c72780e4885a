package io.qkt.core.indicator;

import java.util.List;

/** What an indicator says about itself, kept apart from what it computes. */
public abstract class NamedIndicator implements Indicator {
  private final String name;
  private final String summary;
  private final Inputs inputs;
  private final List<Parameter> parameters;

  protected NamedIndicator(String name, String summary, Inputs inputs, Parameter... parameters) {
    this.name = name;
    this.summary = summary;
    this.inputs = inputs;
    this.parameters = List.of(parameters);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final Inputs inputs() {
    return inputs;
  }

  @Override
  public final List<Parameter> parameters() {
    return parameters;
  }
}
