package io.qkt.dsl.format;

import io.qkt.dsl.format.Layout.Group;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.ast.RuleItem;
import io.qkt.dsl.syntax.ast.RunRule;
import io.qkt.dsl.syntax.ast.ScheduleClause;
import io.qkt.dsl.syntax.ast.StreamDecl;
import io.qkt.dsl.syntax.lex.Word;
import java.util.List;

/** Where a file is broken: blocks apart, a line each for streams, clauses and rules. */
final class FileLayout {
  private static final int STEP = 2;

  private final Layout layout;
  private final ExprLayout exprs;
  private final ActionLayout actions;
  /** What stands in no group may always be broken. */
  private final Group file = null;

  FileLayout(Layout layout) {
    this.layout = layout;
    exprs = new ExprLayout(layout);
    actions = new ActionLayout(layout);
  }

  void file(QktFile parsed) {
    layout.hard(0, 0, false);
    Block before = null;
    for (var block : parsed.blocks()) {
      boolean beside = isLine(block) && before != null && before.getClass() == block.getClass()
          && isLine(before);
      boolean header = before == null && block instanceof Block.Capital;
      if (!header) layout.hard(layout.first(block), 0, !beside);
      block(block);
      before = block;
    }
  }

  /** Blocks of one line stand below one another without a gap. */
  private static boolean isLine(Block block) {
    return switch (block) {
      case Block.Param _,Block.Import _,Block.Capital _ -> true;
      case Block.Lets lets -> lets.lets().size() == 1;
      case Block.Symbols _,Block.Defaults _,Block.Schedule _,Block.Sequence _ -> false;
      case Block.Rules _,Block.Regimes _,Block.Allocate _,Block.Runs _ -> false;
    };
  }

  private void block(Block block) {
    switch (block) {
      case Block.Symbols symbols -> symbols(symbols);
      case Block.Lets lets -> lets(lets);
      case Block.Defaults defaults -> braced(defaults, defaults.clauses());
      case Block.Schedule schedule -> schedule.clauses().forEach(this::clause);
      case Block.Sequence sequence -> sequence(sequence);
      case Block.Rules rules -> rules(rules);
      case Block.Regimes regimes -> lines(regimes.states());
      case Block.Allocate allocate -> lines(allocate.allocations());
      case Block.Runs runs -> runs.runs().forEach(this::run);
      case Block.Param _,Block.Import _,Block.Capital _ -> {
      }
    }
  }

  private void lines(List<? extends Node> nodes) {
    nodes.forEach(node -> layout.hard(layout.first(node), STEP, false));
  }

  private void braced(Node block, List<? extends Node> nodes) {
    lines(nodes);
    if (!nodes.isEmpty()) layout.hard(layout.last(block), 0, false);
  }

  private void symbols(Block.Symbols symbols) {
    lines(symbols.streams());
    lines(symbols.groups());
    for (var stream : symbols.streams()) {
      if (stream instanceof StreamDecl.Market market) {
        for (int i = layout.first(market.broker()) + 1; i <= layout.last(market.broker()); i++) {
          layout.tight(i);
        }
      }
    }
  }

  private void lets(Block.Lets lets) {
    boolean single = lets.lets().size() == 1;
    if (!single) lines(lets.lets());
    lets.lets().forEach(let -> exprs.expr(let.value(), single ? 0 : STEP, file));
  }

  private void sequence(Block.Sequence sequence) {
    braced(sequence, sequence.stages());
    for (var stage : sequence.stages()) {
      int colon = layout.first(stage);
      while (!layout.token(colon).isSign(":"))
        colon++;
      layout.loose(colon + 1);
      exprs.expr(stage.condition(), STEP, file);
    }
  }

  private void clause(ScheduleClause clause) {
    layout.hard(layout.first(clause), STEP, false);
    var group = layout.group(clause, file);
    int then = layout.first(clause.actions().getFirst()) - 1;
    layout.soft(then, 2 * STEP, group);
    actions.actions(clause.actions(), 2 * STEP, group);
  }

  private void rules(Block.Rules rules) {
    boolean headed = layout.token(layout.first(rules)).is(Word.RULES);
    int indent = headed ? STEP : 0;
    for (var item : rules.items()) {
      if (layout.breakBefore(layout.first(item)) == null) {
        layout.hard(layout.first(item), indent, false);
      }
      switch (item) {
        case RuleItem.Rule rule -> rule(rule, indent, file);
        case RuleItem.ForEach each -> forEach(each, indent);
      }
    }
  }

  private void forEach(RuleItem.ForEach each, int indent) {
    var group = layout.group(each, file);
    layout.soft(layout.first(each.rule()), indent + STEP, group);
    rule(each.rule(), indent + STEP, group);
  }

  private void rule(RuleItem.Rule rule, int indent, Group parent) {
    var group = layout.group(rule, parent);
    exprs.expr(rule.condition(), indent, group);
    layout.soft(layout.first(rule.actions().getFirst()) - 1, indent, group);
    actions.actions(rule.actions(), indent, group);
  }

  private void run(RunRule run) {
    layout.hard(layout.first(run), STEP, false);
    var group = layout.group(run, file);
    run.condition().ifPresent(condition -> exprs.expr(condition, STEP, group));
    layout.soft(layout.first(run.alias()) - 1, 2 * STEP, group);
  }
}
