package io.qkt.core.program.frame;

/**
 * What remembers something from bar to bar. Its state lies in the frame's slots; it is moved on
 * once for each closed bar of its stream, before any rule is asked, in the order in which cells
 * were made: so what feeds another comes before it.
 */
public interface BarCell {
  /** The stream whose bars move it. */
  int stream();

  /** Brings its slots to their beginning. */
  void init(Frame frame);

  /** Hot: once a bar. */
  void update(Frame frame);

  /** What does the same update, made for it alone; itself where there is nothing better. */
  default BarCell hot() {
    return this;
  }
}
