package io.qkt.dsl.strategy;

import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.dsl.scope.DeclaredStream;
import io.qkt.dsl.scope.Streams;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.ast.StreamDecl;
import java.util.List;

/** Lays the streams of a file out in a program. */
public final class Layout {
  private static final long MICROS_PER_MILLI = 1_000;

  private Layout() {}

  /** A program that has the file's streams and nothing else yet. */
  public static ProgramBuilder builder(QktFile file, Streams streams) {
    var builder = Program.builder(file.name().text());
    streams.all().forEach(stream -> declare(builder, streams, stream));
    file.syncGroups().forEach(group -> synchronize(builder, streams, group));
    return builder;
  }

  private static void declare(ProgramBuilder builder, Streams streams, DeclaredStream stream) {
    switch (stream.decl()) {
      case StreamDecl.Market _ -> builder.stream(stream.alias(), stream.key());
      case StreamDecl.Basket _ ->
          builder.basket(stream.alias(), stream.key(), streams.constituents(stream));
      case StreamDecl.Series _ -> builder.series(stream.alias(), stream.key());
    }
  }

  /** Two names of the same bars are one member. */
  private static void synchronize(ProgramBuilder builder, Streams streams,
      Block.SyncGroup group) {
    List<Integer> members = group.members()
        .stream()
        .flatMap(member -> streams.named(member.text()).stream())
        .map(DeclaredStream::index)
        .distinct()
        .toList();
    if (members.size() < 2) return;
    builder.synchronize(members,
        group.within().map(within -> within.millis() * MICROS_PER_MILLI).orElse(0L));
  }
}
