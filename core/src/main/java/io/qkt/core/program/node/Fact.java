package io.qkt.core.program.node;

import io.qkt.core.program.frame.Facts.AccountField;
import io.qkt.core.program.frame.Facts.InstrumentField;
import io.qkt.core.program.frame.Facts.PositionField;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import java.util.List;

/** What the owner's positions, money and orders say when they are asked. */
public sealed interface Fact extends NumberNode {

  record OfPosition(int stream, PositionField field) implements Fact {
    @Override
    public double eval(Frame frame) {
      return frame.facts().position(stream, field);
    }
  }

  /** A basket is held as a whole or not at all: 1 if all are long, -1 if all are short, else 0. */
  record OfBasket(List<Integer> streams) implements Fact {
    public OfBasket {
      streams = List.copyOf(streams);
      if (streams.isEmpty()) {
        throw new IllegalArgumentException("a basket must have a constituent, was empty");
      }
    }

    @Override
    public double eval(Frame frame) {
      int side = sideOf(0, frame);
      for (int i = 1; i < streams.size(); i++) {
        if (sideOf(i, frame) != side) return 0;
      }
      return side;
    }

    private int sideOf(int i, Frame frame) {
      return Long.signum(frame.facts().position(streams.get(i)));
    }
  }

  record OfAccount(AccountField field) implements Fact {
    @Override
    public double eval(Frame frame) {
      return frame.facts().account(field);
    }
  }

  record OpenOrders(int stream) implements Fact {
    @Override
    public double eval(Frame frame) {
      return frame.facts().openOrders(stream);
    }
  }

  record OfInstrument(int stream, InstrumentField field) implements Fact {
    @Override
    public double eval(Frame frame) {
      return frame.facts().instrument(stream, field);
    }
  }

  /** POSITION.a.field; the quantity is the exact working position. */
  static NumberNode position(int stream, PositionField field) {
    return field == PositionField.QUANTITY ? new Position(stream) : new OfPosition(stream, field);
  }
}
