package io.qkt.core.portfolio;

import io.qkt.core.draft.Instruments;
import io.qkt.core.market.Bar;
import io.qkt.core.program.Program;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.window.Groups;
import java.util.List;

/** The streams that a portfolio's conditions look at, and what these remember of them. */
final class OwnStreams {
  private final Program program;
  private final Frame frame;
  private final Groups groups;
  private final Instruments instruments;

  OwnStreams(Program program, AccountPlan account) {
    this.program = program;
    frame = program.newFrame();
    groups = new Groups(program, frame);
    instruments = new Instruments(program, account.specs());
  }

  void attach(Holdings holdings) {
    var traded = new int[program.streams().size()][];
    for (int stream = 0; stream < traded.length; stream++) {
      int[] places = instruments.traded(stream);
      traded[stream] = new int[places.length];
      for (int i = 0; i < places.length; i++)
        traded[stream][i] = holdings.placeOf(instruments.get(places[i]));
    }
    frame.attach(new BookFacts(frame, holdings, traded));
  }

  /** Whether these are bars of a market, whose closes are prices. */
  boolean isMarket(Bar bar) {
    return instruments.isMarket(instruments.streamOf(bar.key()));
  }

  /** Moves all that looks at these bars, under whatever name, and the baskets that they are in. */
  void show(Bar bar, long bid, long ask, long at) {
    int stream = instruments.streamOf(bar.key());
    for (; stream >= 0; stream = instruments.twinOf(stream))
      show(stream, bar, bid, ask, at);
  }

  private void show(int stream, Bar bar, long bid, long ask, long at) {
    int[] together = groups.show(stream, bar, bid, ask, at);
    frame.at(bar.endTime());
    program.update(frame, together);
    for (int basket : groups.basketsOf(stream)) {
      var own = groups.advance(basket, stream, bar, at);
      if (own != null) show(basket, own, 0, 0, at);
    }
  }

  /** All are asked, so that what they remember moves on. */
  void ask(List<ConditionNode> conditions, int[] truths) {
    for (int i = 0; i < truths.length; i++)
      truths[i] = conditions.get(i).eval(frame);
  }

  void write(StateWriter out) {
    for (double number : frame.d)
      out.add(number);
    for (long number : frame.l)
      out.add(number);
    groups.write(out);
  }

  void read(StateReader in) {
    for (int i = 0; i < frame.d.length; i++)
      frame.d[i] = in.number();
    for (int i = 0; i < frame.l.length; i++)
      frame.l[i] = in.word();
    groups.read(in);
  }
}
