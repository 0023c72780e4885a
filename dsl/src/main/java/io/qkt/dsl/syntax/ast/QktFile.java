package io.qkt.dsl.syntax.ast;

import java.util.List;

/** One file. */
public sealed interface QktFile extends Node permits StrategyFile, PortfolioFile {
  Name name();

  int version();

  /** In the order of the text. */
  List<? extends Block> blocks();

  /** The blocks of one kind; those that may stand once are a list of at most one. */
  default <B extends Block> List<B> blocks(Class<B> kind) {
    return blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  default List<StreamDecl> streams() {
    return blocks(Block.Symbols.class).stream().flatMap(b -> b.streams().stream()).toList();
  }

  default List<Block.SyncGroup> syncGroups() {
    return blocks(Block.Symbols.class).stream().flatMap(b -> b.groups().stream()).toList();
  }

  default List<Block.Let> lets() {
    return blocks(Block.Lets.class).stream().flatMap(b -> b.lets().stream()).toList();
  }

  default List<Block.Param> params() {
    return blocks(Block.Param.class);
  }
}
