package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Action;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.ScheduleClause;
import io.qkt.dsl.syntax.ast.ScheduleClause.TimeOfDay;
import io.qkt.dsl.syntax.ast.ScheduleClause.Zone;
import io.qkt.dsl.syntax.ast.TimeSpan;
import io.qkt.dsl.syntax.expr.Cursor;
import io.qkt.dsl.syntax.expr.ExprParser;
import io.qkt.dsl.syntax.expr.Values;
import io.qkt.dsl.syntax.lex.Token.Kind;
import io.qkt.dsl.syntax.lex.Word;
import io.qkt.dsl.syntax.order.ActionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what goes by time and by stages: SCHEDULE and SEQUENCE. */
final class ScheduleParser {
  private static final int STAGES_MIN = 2;
  private static final int STAGES_MAX = 8;
  private static final List<String> ZONES = Stream.of(Zone.values()).map(Zone::name).toList();

  private final Cursor cursor;
  private final Values values;
  private final ExprParser exprs;
  private final ActionParser actions;
  private final Recovery recovery;

  ScheduleParser(Cursor cursor, Values values, ExprParser exprs, ActionParser actions,
      Recovery recovery) {
    this.cursor = cursor;
    this.values = values;
    this.exprs = exprs;
    this.actions = actions;
    this.recovery = recovery;
  }

  Block.Schedule schedule() {
    int start = cursor.start();
    cursor.nextKeyword();
    var clauses = new ArrayList<ScheduleClause>();
    while (cursor.at(Word.AT, Word.EVERY)) {
      recovery.attempt(this::clause, this::isClause).ifPresent(clauses::add);
    }
    return cursor.made(new Block.Schedule(List.copyOf(clauses), cursor.since(start)));
  }

  /** AT with a time, or EVERY with a word: not the words within an order. */
  private boolean isClause() {
    return cursor.at(Word.AT) && cursor.peek(1).isWhole() && cursor.peek(2).isSign(":")
        || cursor.at(Word.EVERY) && cursor.peek(1).kind() == Kind.WORD;
  }

  private ScheduleClause clause() {
    int start = cursor.start();
    if (cursor.nextKeyword().is(Word.AT)) return at(start);
    if (cursor.take(Word.HOUR)) return everyHour(start);
    if (!cursor.at(Word.DAY, Word.WEEKDAY)) {
      throw cursor.fail(Code.SCHEDULE, "HOUR, DAY or WEEKDAY must follow EVERY, was "
          + cursor.shown(), "write `EVERY DAY AT 21:00 UTC THEN …`");
    }
    boolean weekdays = cursor.nextKeyword().is(Word.WEEKDAY);
    cursor.expect(Word.AT, Code.SCHEDULE, weekdays ? "WEEKDAY" : "DAY",
        "write `AT 21:00 UTC`");
    var time = time();
    var zone = zone();
    var then = then();
    return cursor.made(
        new ScheduleClause.EveryDay(weekdays, time, zone, then, cursor.since(start)));
  }

  private ScheduleClause at(int start) {
    var times = new ArrayList<TimeOfDay>();
    do
      times.add(time());
    while (cursor.take(","));
    var zone = zone();
    var then = then();
    return cursor.made(
        new ScheduleClause.At(List.copyOf(times), zone, then, cursor.since(start)));
  }

  private ScheduleClause everyHour(int start) {
    var help = "write `EVERY HOUR AT :05 THEN …`";
    cursor.expect(Word.AT, Code.SCHEDULE, "HOUR", help);
    cursor.expect(":", Code.SCHEDULE, "AT", help);
    int minute = values.whole(Code.TIME_OF_DAY, "a minute", 0, 59, help);
    return cursor.made(new ScheduleClause.EveryHour(minute, then(), cursor.since(start)));
  }

  private TimeOfDay time() {
    int start = cursor.start();
    var help = "write it as in `09:30` or `09:30:15`";
    int hour = values.whole(Code.TIME_OF_DAY, "an hour", 0, 23, help);
    cursor.expect(":", Code.TIME_OF_DAY, "the hour", help);
    int minute = values.whole(Code.TIME_OF_DAY, "a minute", 0, 59, help);
    int second = cursor.take(":")
        ? values.whole(Code.TIME_OF_DAY, "a second", 0, 59, help)
        : 0;
    return cursor.made(new TimeOfDay(hour, minute, second, cursor.since(start)));
  }

  private Zone zone() {
    var word = cursor.peek().word();
    if (word != null && ZONES.contains(word.name())) {
      return Zone.valueOf(cursor.nextKeyword().word().name());
    }
    var help = "write one of " + String.join(", ", ZONES.subList(0, ZONES.size() - 1));
    throw cursor.fail(Code.SCHEDULE, "a zone must follow the time, was " + cursor.shown(),
        cursor.peek().isName()
            ? Nearest.to(cursor.peek().text(), ZONES).map("write `%s`"::formatted).orElse(help)
            : help);
  }

  private List<Action> then() {
    cursor.expect(Word.THEN, Code.SCHEDULE, "the time of a schedule", "write `THEN` and an action");
    return actions.actions(false);
  }

  Block.Sequence sequence() {
    int start = cursor.start();
    cursor.nextKeyword();
    var name = cursor.name("the name of a sequence", "SEQUENCE dip ON btc { … }");
    var help = "write `SEQUENCE dip ON btc { STAGE one: … STAGE two: … }`";
    cursor.expect(Word.ON, Code.SEQUENCE, "the name of a sequence", help);
    var stream = cursor.name("the stream of a sequence", "ON btc");
    cursor.expect("{", Code.SEQUENCE, "the stream of a sequence", help);
    var stages = new ArrayList<Block.Stage>();
    while (cursor.at(Word.STAGE))
      stages.add(stage());
    cursor.expect("}", Code.SEQUENCE, "the last stage", "write `STAGE name: condition`, or `}`");
    if (stages.size() < STAGES_MIN || stages.size() > STAGES_MAX) {
      cursor.report(Code.SEQUENCE, name.span(), "a sequence must have %d to %d stages, has %d"
          .formatted(STAGES_MIN, STAGES_MAX, stages.size()),
          stages.size() < STAGES_MIN
              ? "use `WHEN` for a single condition"
              : "join stages, or split it into two sequences");
    }
    return cursor.made(
        new Block.Sequence(name, stream, List.copyOf(stages), cursor.since(start)));
  }

  private Block.Stage stage() {
    int start = cursor.start();
    cursor.nextKeyword();
    var name = cursor.name("the name of a stage", "STAGE breakout: btc.close > 100");
    Optional<TimeSpan> within = cursor.take(Word.WITHIN)
        ? Optional.of(values.duration("the time of a stage"))
        : Optional.empty();
    cursor.expect(":", Code.SEQUENCE, "the name of a stage", "write `STAGE name: condition`");
    var condition = exprs.expr();
    return cursor.made(new Block.Stage(name, within, condition, cursor.since(start)));
  }
}
