package io.qkt.dsl.format;

import io.qkt.dsl.format.Layout.Group;
import io.qkt.dsl.syntax.ast.Action;
import io.qkt.dsl.syntax.ast.Bracket;
import io.qkt.dsl.syntax.ast.Latch;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.ast.OrderOption;
import java.util.List;

/** Where actions and orders may be broken: one option a line, what is in braces indented. */
final class ActionLayout {
  private final Layout layout;

  ActionLayout(Layout layout) {
    this.layout = layout;
  }

  /** Several actions stand below one another if they do not fit beside each other. */
  void actions(List<Action> actions, int indent, Group parent) {
    int first = layout.first(actions.getFirst());
    int last = layout.last(actions.getLast());
    // The group begins with the word before, so that the first action can have a line of its own.
    var group = layout.group(first - 1, last, parent);
    for (var action : actions) {
      if (actions.size() > 1) layout.soft(layout.first(action), indent + 2, group);
      action(action, actions.size() > 1 ? indent + 2 : indent, group);
    }
  }

  private void action(Action action, int indent, Group parent) {
    switch (action) {
      case Action.Trade trade -> trade(trade, indent, parent);
      case Action.OcoEntry both -> {
        var group = braced(both, List.of(both.first(), both.second()), indent, parent);
        trade(both.first(), indent + 2, group);
        trade(both.second(), indent + 2, group);
      }
      case Action.Arm(Latch latch, _) -> latch(latch, indent, parent);
      case Action.Log log -> {
        var group = layout.group(log, parent);
        log.fields().forEach(field -> layout.soft(layout.first(field), indent + 2, group));
      }
      case Action.Close _,Action.CloseAll _,Action.Flatten _ -> {
      }
      case Action.Resize _,Action.Cancel _,Action.CancelAll _ -> {
      }
    }
  }

  private void trade(Action.Trade trade, int indent, Group parent) {
    var group = layout.group(trade, parent);
    for (var option : trade.options()) {
      layout.soft(layout.first(option), indent + 2, group);
      option(option, indent + 2, group);
    }
  }

  private void option(OrderOption option, int indent, Group parent) {
    switch (option) {
      case OrderOption.Exits(Bracket bracket, _) -> bracket(bracket, indent, parent);
      case OrderOption.StackAt tier -> bracket(tier.bracket(), indent, parent);
      case OrderOption.OnFill hook -> hooked(hook, hook.actions(), indent, parent);
      case OrderOption.Hook hook -> hooked(hook, hook.actions(), indent, parent);
      case OrderOption.Size _,OrderOption.Type _,OrderOption.Tif _ -> {
      }
      case OrderOption.Oco _,OrderOption.Stacked _ -> {
      }
    }
  }

  private void hooked(Node hook, List<Action> actions, int indent, Group parent) {
    var group = braced(hook, actions, indent, parent);
    actions.forEach(action -> action(action, indent + 2, group));
  }

  private void bracket(Bracket bracket, int indent, Group parent) {
    braced(bracket, bracket.legs(), indent, parent);
  }

  private void latch(Latch latch, int indent, Group parent) {
    var group = braced(latch, latch.entries(), indent, parent);
    for (var entry : latch.entries()) {
      var line = layout.group(entry, group);
      for (var part : entry.parts()) {
        layout.soft(layout.first(part), indent + 4, line);
        if (part instanceof Latch.Exits(Bracket bracket, _)) bracket(bracket, indent + 4, line);
      }
    }
  }

  /** The brace that closes stands under what opened it; where there are no braces, nothing does. */
  private Group braced(Node whole, List<? extends Node> parts, int indent, Group parent) {
    var group = layout.group(whole, parent);
    parts.forEach(part -> layout.soft(layout.first(part), indent + 2, group));
    int close = layout.last(parts.getLast()) + 1;
    while (close <= group.last && !layout.token(close).isSign("}"))
      close++;
    if (close <= group.last) layout.soft(close, indent, group);
    return group;
  }
}
