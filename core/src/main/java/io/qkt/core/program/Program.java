package io.qkt.core.program;

import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.order.Side;
import io.qkt.core.program.StreamPlan.Source;
import io.qkt.core.program.cell.Basket;
import io.qkt.core.program.cell.Sequence;
import io.qkt.core.program.frame.BarCell;
import io.qkt.core.program.frame.CapturingCell;
import io.qkt.core.program.frame.Frame;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a strategy's text becomes: its streams, cells in flat slots, and its rules in order. It
 * holds no state; a {@link Frame} does.
 */
public final class Program {
  private static final int NONE = -1;

  private final String name;
  private final List<StreamPlan> streams;
  private final List<SyncGroup> groups;
  private final List<TickUse> tickUses;
  private final int[] histories;
  private final List<Rule> rules;
  private final List<SchedulePlan> schedules;
  private final Plans plans;
  private final BarCell[] cells;
  private final BarCell[][] cellsOf;
  private final BarCell[][] sequencesOf;
  private final Basket[] baskets;
  private final Rule[][] rulesOf;
  private final CapturingCell[] snapshots;
  private final boolean watchesExcursions;
  private final int doubleCount;
  private final int longCount;

  /** Copies the layout: a builder that goes on must not move the slots of a running program. */
  Program(ProgramBuilder layout) {
    name = layout.name();
    streams = layout.streams().plans();
    groups = layout.streams().groups();
    histories = layout.streams().histories();
    tickUses = List.copyOf(layout.tickUses());
    rules = List.copyOf(layout.rules());
    schedules = List.copyOf(layout.schedules());
    plans = new Plans(Stream.concat(rules.stream().map(Rule::actions),
        schedules.stream().map(SchedulePlan::actions)).toList());
    cells = layout.cells().toArray(BarCell[]::new);
    snapshots = layout.cells()
        .stream()
        .filter(CapturingCell.class::isInstance)
        .toArray(CapturingCell[]::new);
    cellsOf = byStream(layout.cells(), cell -> !(cell instanceof Sequence));
    sequencesOf = byStream(layout.cells(), Sequence.class::isInstance);
    rulesOf = new Rule[streams.size()][];
    for (int i = 0; i < streams.size(); i++) {
      int stream = i;
      rulesOf[i] = rules.stream()
          .filter(r -> r.clock() == stream)
          .map(Rule::hot)
          .toArray(Rule[]::new);
    }
    watchesExcursions = layout.watchesExcursions();
    baskets = new Basket[streams.size()];
    doubleCount = layBaskets(layout.doubleCount());
    longCount = layout.longCount();
  }

  private BarCell[][] byStream(List<BarCell> all, Predicate<BarCell> some) {
    var cellsByStream = new BarCell[streams.size()][];
    for (int i = 0; i < cellsByStream.length; i++) {
      int stream = i;
      cellsByStream[i] = all.stream()
          .filter(cell -> cell.stream() == stream && some.test(cell))
          .map(BarCell::hot)
          .toArray(BarCell[]::new);
    }
    return cellsByStream;
  }

  /** Gives each basket its slots behind all others and returns where they end. */
  private int layBaskets(int from) {
    int end = from;
    for (int i = 0; i < baskets.length; i++) {
      if (!(streams.get(i).source() instanceof Source.Basket(var constituents))) continue;
      baskets[i] = new Basket(constituents.size(), end);
      end += Basket.doubles(constituents.size());
    }
    return end;
  }

  public static ProgramBuilder builder(String name) {
    return new ProgramBuilder(name);
  }

  /** Begins a program of one stream, which is called x. */
  public static ProgramBuilder builder(String name, BarKey stream) {
    var builder = new ProgramBuilder(name);
    builder.stream("x", stream);
    return builder;
  }

  /** The name that the strategy's author gave it. */
  public String name() {
    return name;
  }

  /** In the order in which they are declared; a stream's index is its place here. */
  public List<StreamPlan> streams() {
    return streams;
  }

  /** The key of the first declared stream. */
  public BarKey stream() {
    return streams.getFirst().key();
  }

  /** The streams that are evaluated together. */
  public List<SyncGroup> groups() {
    return groups;
  }

  /** What whoever sees the ticks has to compute, in the order in which the values are told. */
  public List<TickUse> tickUses() {
    return tickUses;
  }

  /** How many bars a stream wants to have had before the program trades. */
  public int history(int stream) {
    return histories[stream];
  }

  /** The bars that a session has to be told, each key once, in the order of their streams. */
  public List<BarKey> feeds() {
    return streams.stream().filter(StreamPlan::isFed).map(StreamPlan::key).distinct().toList();
  }

  /** The instruments whose quotes or bars have to be there, each once. */
  public List<Instrument> instruments() {
    return streams.stream()
        .filter(StreamPlan::isMarket)
        .map(stream -> stream.key().instrument())
        .distinct()
        .toList();
  }

  public List<Rule> rules() {
    return rules;
  }

  public List<SchedulePlan> schedules() {
    return schedules;
  }

  /** Every order and latch that it can come to. */
  public Plans plans() {
    return plans;
  }

  /** Whether an expression asks how far a position has gone. */
  public boolean watchesExcursions() {
    return watchesExcursions;
  }

  /** A frame in which nothing has been seen yet. */
  public Frame newFrame() {
    var frame = new Frame(doubleCount, longCount);
    for (var cell : cells)
      cell.init(frame);
    for (var basket : baskets)
      if (basket != null) basket.init(frame);
    return frame;
  }

  /** The index that a stream shows, null where it shows a market or the account. */
  public Basket basket(int stream) {
    return baskets[stream];
  }

  /** Hot: moves every cell of a stream on by the bar that the frame shows of it. */
  public void update(Frame frame, int stream) {
    move(cellsOf[stream], frame);
    move(sequencesOf[stream], frame);
  }

  /**
   * Hot: the same for streams whose bars are shown together. Stages of sequences are asked when all
   * other cells of all of them have been moved.
   */
  public void update(Frame frame, int[] together) {
    for (int stream : together)
      move(cellsOf[stream], frame);
    for (int stream : together)
      move(sequencesOf[stream], frame);
  }

  private static void move(BarCell[] some, Frame frame) {
    for (var cell : some)
      cell.update(frame);
  }

  /**
   * Hot: the place of the next rule of a stream that fires on the bar that the frame shows, asking
   * those from place {@code from} on; or -1. After it has acted, the next one is asked, which so
   * sees what it did. A bar on which nothing fires is one call.
   */
  public int firing(Frame frame, int stream, int from) {
    var asked = rulesOf[stream];
    for (int place = from; place < asked.length; place++) {
      if (asked[place].fires(frame)) return place;
    }
    return NONE;
  }

  /** How many rules are asked on the bars of a stream. */
  public int rulesOf(int stream) {
    return rulesOf[stream].length;
  }

  /** Asks one rule of a stream as {@link #firing} does, and says what became of it. */
  public RuleTrace traced(Frame frame, int stream, int place) {
    var rule = rulesOf[stream][place];
    return new RuleTrace(rule.number(), frame.now(), rule.outcome(frame));
  }

  /** Puts what the tick indicators have come to where expressions read it. */
  public void told(Frame frame, List<Double> tickValues) {
    for (int i = 0; i < tickValues.size(); i++)
      frame.d[tickUses.get(i).doubleSlot()] = tickValues.get(i);
  }

  /** Asks the rules of a stream, so that what they remember is warm, and lets none fire. */
  public void warm(Frame frame, int stream) {
    for (var rule : rulesOf[stream])
      rule.ask(frame);
  }

  /** Says that a rule of a stream fires that begins with an order of a side; before it acts. */
  public void capture(Frame frame, int stream, Side side) {
    for (var snapshot : snapshots) {
      if (snapshot.stream() == stream) snapshot.capture(frame, side);
    }
  }

  /** Says that a position may have changed. */
  public void follow(Frame frame) {
    for (var snapshot : snapshots)
      snapshot.follow(frame);
  }

  /** The rule at a place that {@link #firing} gave. */
  public Rule rule(int stream, int place) {
    return rulesOf[stream][place];
  }
}
