package io.qkt.core.program.function;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import java.util.List;

/**
 * A use of a function of many numbers, the first of which it is about. Each argument is asked
 * exactly once, also after an undefined one. Numbers are compared exactly.
 */
sealed interface Among extends NumberNode {

  record RankOf(List<NumberNode> all) implements Among {
    public RankOf {
      all = List.copyOf(all);
    }

    @Override
    public double eval(Frame frame) {
      double self = all.getFirst().eval(frame);
      double undefined = self - self;
      int rank = 1;
      for (int i = 1; i < all.size(); i++) {
        double other = all.get(i).eval(frame);
        undefined += other - other;
        if (other > self) rank++;
      }
      return rank + undefined;
    }
  }

  record Normalize(List<NumberNode> all) implements Among {
    public Normalize {
      all = List.copyOf(all);
    }

    @Override
    public double eval(Frame frame) {
      double self = all.getFirst().eval(frame);
      double least = self;
      double largest = self;
      for (int i = 1; i < all.size(); i++) {
        double other = all.get(i).eval(frame);
        least = Math.min(least, other);
        largest = Math.max(largest, other);
      }
      double range = ScalarMath.finite(largest - least);
      return range == 0 ? 0 : (self - least) / range;
    }
  }

  /** Powers are taken below the largest so far, which never overflow, and brought down with it. */
  record Softmax(List<NumberNode> all) implements Among {
    public Softmax {
      all = List.copyOf(all);
    }

    @Override
    public double eval(Frame frame) {
      double self = all.getFirst().eval(frame);
      double largest = self;
      double sum = 1;
      for (int i = 1; i < all.size(); i++) {
        double other = all.get(i).eval(frame);
        double above = Math.max(largest, other);
        sum = sum * StrictMath.exp(largest - above) + StrictMath.exp(other - above);
        largest = above;
      }
      return StrictMath.exp(self - largest) / sum;
    }
  }

  record Largest(List<NumberNode> all) implements Among {
    public Largest {
      all = List.copyOf(all);
    }

    @Override
    public double eval(Frame frame) {
      double largest = all.getFirst().eval(frame);
      for (int i = 1; i < all.size(); i++)
        largest = Math.max(largest, all.get(i).eval(frame));
      return largest;
    }
  }

  record Smallest(List<NumberNode> all) implements Among {
    public Smallest {
      all = List.copyOf(all);
    }

    @Override
    public double eval(Frame frame) {
      double smallest = all.getFirst().eval(frame);
      for (int i = 1; i < all.size(); i++)
        smallest = Math.min(smallest, all.get(i).eval(frame));
      return smallest;
    }
  }
}
