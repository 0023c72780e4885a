package io.qkt.platform.seam;

/** Is told of every {@link CrashPoint} that execution passes. */
@FunctionalInterface
public interface CrashProbe {
  CrashProbe NONE = _ -> {};

  void at(CrashPoint point);
}
