package io.qkt.dsl.expr;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Where an expression stands, which says what it may mention.
 *
 * @param clock the stream on whose bars it is evaluated; of actions, their rule's
 * @param order the stream of the order that DEFAULTS are put into: what SYMBOL means
 * @param bound names of FOR EACH and the alias of the stream that each stands for
 */
public record Place(Kind kind, int clock, OptionalInt order, Map<String, String> bound,
    Mentions mentions) {

  /** The parts of a file that hold expressions. */
  public enum Kind {
    /** WHEN or WHILE of a rule. */
    CONDITION,
    /** A stage of a sequence. */
    STAGE,
    /** WHEN of a portfolio's RUN or STATE. */
    GATE,
    /** What a rule or a schedule does. */
    ACTION,
    /** A child of ON_FILL, where {@code entry} is the fill of its parent. */
    CHILD,
    /** A layer of a stack, where {@code entry} is the fill of the first. */
    LAYER,
    /** The size of a STACK_AT, which may use ENTRY_QTY. */
    TIER,
    /** ON_STOP, ON_TP and ON_CLOSE, which may use EXIT. */
    HOOK
  }

  public static Place of(Kind kind, int clock) {
    return new Place(kind, clock, OptionalInt.empty(), new TreeMap<>(), new Mentions());
  }

  /** The same place within something else, with the same mentions. */
  public Place as(Kind newKind) {
    return new Place(newKind, clock, order, bound, mentions);
  }

  public Place forOrderOn(int stream) {
    return new Place(kind, clock, OptionalInt.of(stream), bound, mentions);
  }

  public Place binding(String name, String alias) {
    var more = new TreeMap<>(bound);
    more.put(name, alias);
    return new Place(kind, clock, order, more, mentions);
  }

  public Place onClock(int stream) {
    return new Place(kind, stream, order, bound, mentions);
  }

  /** The same place, what is mentioned being kept apart. */
  public Place apart() {
    return new Place(kind, clock, order, bound, new Mentions());
  }

  boolean hasEntry() {
    return kind == Kind.CHILD || kind == Kind.LAYER;
  }
}
