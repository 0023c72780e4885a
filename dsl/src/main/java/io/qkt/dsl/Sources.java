package io.qkt.dsl;

import java.util.Optional;

/** Port: where the texts come from, a folder or a bundle. */
@FunctionalInterface
public interface Sources {
  /** Of a strategy that imports nothing. */
  Sources NONE = _ -> Optional.empty();

  /** The text at a path, which is relative to the same folder as that of the main file. */
  Optional<String> read(String path);
}
