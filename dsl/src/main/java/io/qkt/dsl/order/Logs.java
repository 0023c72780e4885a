package io.qkt.dsl.order;

import io.qkt.core.program.action.Action;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.syntax.ast.Action.Log;

/** LOG; that its placeholders have fields was seen by the parser. */
record Logs(Expressions expressions) {
  Action plan(Log log, Place place) {
    var fields = log.fields()
        .stream()
        .map(field -> new Action.Field(field.name().text(),
            expressions.text(field.value(), place)))
        .toList();
    return new Action.Log(Action.Level.valueOf(log.level().name()), log.text().value(), fields);
  }
}
