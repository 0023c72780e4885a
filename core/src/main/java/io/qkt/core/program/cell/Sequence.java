package io.qkt.core.program.cell;

import io.qkt.core.program.frame.BarCell;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;
import java.util.List;

/**
 * SEQUENCE: stages that fire one after the other, each when its condition becomes true while it is
 * its turn, and within a time of the one before it.
 *
 * <p>The condition of every stage is asked on every bar of the stream, whosever turn it is, and
 * whether it was true is remembered over completion and time-out: so a condition that simply stays
 * true does not start another run. One that is true on the first bar has become true, and so has
 * one that is true again after it was undefined. At most one stage fires a bar; a run that is timed
 * out by a bar may begin anew on it. It is complete until the rules of that bar have been asked;
 * then the run is over.
 */
public record Sequence(Run run, List<Stage> stages) implements BarCell {
  public static final int STAGES_MIN = 2;
  public static final int STAGES_MAX = 8;

  private static final int FIRED = 0;
  private static final int COMPLETED = 1;
  /** For each stage whether its condition was true, and then for each when it fired. */
  private static final int HELD = 2;

  /**
   * One of them.
   *
   * @param withinMicros of the one before it, 0 for any time
   */
  public record Stage(ConditionNode condition, long withinMicros) {}

  /**
   * Where a run stands, which is there before its stages are, so that a stage can ask for what the
   * ones before it have found.
   *
   * @param count of its stages
   * @param streams how many the program has
   * @param doubleSlot of the price at each stage
   * @param longSlot of what {@link #longs} counts
   */
  public record Run(int stream, int count, int streams, int doubleSlot, int longSlot) {
    private int time(int stage) {
      return longSlot + HELD + count + stage;
    }

    /** Whether the run that completed is over: other bars have come, or a later time. */
    private boolean isOver(Frame frame) {
      long completed = frame.l[longSlot + COMPLETED];
      return completed != 0
          && (completed != barsShown(frame) || frame.now() != frame.endTime(stream));
    }

    private boolean isComplete(Frame frame) {
      return frame.l[longSlot + COMPLETED] != 0 && !isOver(frame);
    }

    /** Of all streams: bars that are shown together are asked about together. */
    private long barsShown(Frame frame) {
      long shown = 0;
      for (int i = 0; i < streams; i++)
        shown += frame.bars(i);
      return shown;
    }
  }

  public Sequence {
    stages = List.copyOf(stages);
    if (stages.size() < STAGES_MIN || stages.size() > STAGES_MAX) {
      throw new IllegalArgumentException("a sequence must have %d to %d stages, was %d"
          .formatted(STAGES_MIN, STAGES_MAX, stages.size()));
    }
  }

  public static int doubles(int stages) {
    return stages;
  }

  public static int longs(int stages) {
    return HELD + 2 * stages;
  }

  @Override
  public int stream() {
    return run.stream;
  }

  @Override
  public void init(Frame frame) {
    end(frame);
    for (int i = 0; i < stages.size(); i++)
      frame.l[run.longSlot + HELD + i] = 0;
  }

  @Override
  public void update(Frame frame) {
    if (frame.l[run.longSlot + COMPLETED] != 0 || isTooLate(frame)) end(frame);
    int next = (int) frame.l[run.longSlot + FIRED];
    boolean fires = false;
    for (int i = 0; i < stages.size(); i++) {
      boolean rises = rises(i, frame);
      if (i == next) fires = rises;
    }
    if (fires) fire(next, frame);
  }

  private boolean isTooLate(Frame frame) {
    int next = (int) frame.l[run.longSlot + FIRED];
    if (next == 0) return false;
    long within = stages.get(next).withinMicros;
    return within > 0 && frame.endTime(run.stream) - frame.l[run.time(next - 1)] > within;
  }

  private boolean rises(int stage, Frame frame) {
    boolean holds = stages.get(stage).condition.eval(frame) == Truth.TRUE;
    boolean held = frame.l[run.longSlot + HELD + stage] != 0;
    frame.l[run.longSlot + HELD + stage] = holds ? 1 : 0;
    return holds && !held;
  }

  private void fire(int stage, Frame frame) {
    frame.d[run.doubleSlot + stage] = frame.field(run.stream, BarField.CLOSE);
    frame.l[run.time(stage)] = frame.endTime(run.stream);
    frame.l[run.longSlot + FIRED] = stage + 1;
    if (stage + 1 == stages.size()) frame.l[run.longSlot + COMPLETED] = run.barsShown(frame);
  }

  private void end(Frame frame) {
    frame.l[run.longSlot + FIRED] = 0;
    frame.l[run.longSlot + COMPLETED] = 0;
    for (int i = 0; i < stages.size(); i++) {
      frame.d[run.doubleSlot + i] = 0;
      frame.l[run.time(i)] = 0;
    }
  }

  /** SEQUENCE.s.stage: how many stages of the run have fired. */
  public record StageCount(Run of) implements NumberNode {
    public StageCount(Sequence of) {
      this(of.run);
    }

    @Override
    public double eval(Frame frame) {
      return of.isOver(frame) ? 0 : frame.l[of.longSlot + FIRED];
    }
  }

  /** SEQUENCE.s.complete. Never undefined. */
  public record Complete(Run of) implements ConditionNode {
    public Complete(Sequence of) {
      this(of.run);
    }

    @Override
    public int eval(Frame frame) {
      return Truth.of(of.isComplete(frame));
    }
  }

  /** SEQUENCE.s.stg.price: the close at which a stage fired, 0 where it has not. */
  public record StagePrice(Run of, int stage) implements NumberNode {
    public StagePrice(Sequence of, int stage) {
      this(of.run, stage);
    }

    @Override
    public double eval(Frame frame) {
      return of.isOver(frame) ? 0 : frame.d[of.doubleSlot + stage];
    }
  }

  /** SEQUENCE.s.stg.time: when a stage fired, in epoch milliseconds, 0 where it has not. */
  public record StageTime(Run of, int stage) implements NumberNode {
    public StageTime(Sequence of, int stage) {
      this(of.run, stage);
    }

    @Override
    public double eval(Frame frame) {
      return of.isOver(frame) ? 0 : Math.floorDiv(frame.l[of.time(stage)], 1_000L);
    }
  }
}
