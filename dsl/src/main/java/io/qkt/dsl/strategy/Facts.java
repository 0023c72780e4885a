package io.qkt.dsl.strategy;

import io.qkt.core.program.Program;
import io.qkt.core.program.StreamPlan;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What can be said of a strategy before it runs.
 *
 * @param brokers whose labels its streams have
 * @param orderKinds that its rules and schedules can send, exits included
 * @param ordersPerBar the most that it can send when all its streams close at once
 * @param rulesWithoutStop that can send an order without a stop loss
 */
public record Facts(List<Bars> streams, List<String> brokers, List<String> orderKinds,
    List<RuleFacts> rules, int ordersPerBar, List<Integer> rulesWithoutStop) {

  /** A stream, and how many of its bars are to be there before the start. */
  public record Bars(String alias, String instrument, String every, int history) {}

  public static Facts of(Program program, List<RuleFacts> rules) {
    var streams = program.streams();
    var actions = Stream.concat(program.rules().stream().map(rule -> rule.actions()),
        program.schedules().stream().map(schedule -> schedule.actions())).toList();
    var kinds = new TreeSet<String>();
    actions.forEach(some -> some.forEach(action -> OrderKinds.collect(action, kinds)));
    return new Facts(bars(program),
        streams.stream()
            .filter(stream -> stream.source() instanceof StreamPlan.Source.Market)
            .map(stream -> stream.key().instrument().broker())
            .distinct()
            .sorted()
            .toList(),
        List.copyOf(kinds), rules, actions.stream().mapToInt(OrderCount::of).sum(),
        program.rules()
            .stream()
            .filter(rule -> rule.actions().stream().anyMatch(Facts::isWithoutStop))
            .map(rule -> rule.number())
            .toList());
  }

  private static List<Bars> bars(Program program) {
    var bars = new ArrayList<Bars>();
    for (int i = 0; i < program.streams().size(); i++) {
      var stream = program.streams().get(i);
      var name = stream.source() instanceof StreamPlan.Source.Market
          ? stream.key().instrument().toString()
          : stream.source().getClass().getSimpleName().toUpperCase(Locale.ROOT);
      bars.add(new Bars(stream.alias(), name, stream.key().timeframe().toString(),
          program.history(i)));
    }
    return List.copyOf(bars);
  }

  private static boolean isWithoutStop(Action action) {
    return switch (action) {
      case Action.Trade(var order) -> isWithoutStop(order);
      case Action.EitherOf(var first, var second) -> isWithoutStop(first) || isWithoutStop(second);
      case Action.Latch(var latch) -> latch.entries().stream().anyMatch(e -> e.stop() == null);
      default -> false;
    };
  }

  private static boolean isWithoutStop(OrderPlan order) {
    return order.exits() == null || order.exits().stop() == null;
  }
}
