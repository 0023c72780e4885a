package io.qkt.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SQL of one kind of database, read from its folder of resource files. */
final class Dialect {
  static final Dialect H2 = new Dialect("h2");

  private final String folder;
  private final Map<String, String> statements;

  private Dialect(String folder) {
    this.folder = folder;
    this.statements = statementsOf(read("statements.sql"));
  }

  String sql(String name) {
    var sql = statements.get(name);
    if (sql == null)
      throw new IllegalArgumentException("%s/statements.sql must name %s".formatted(folder, name));
    return sql;
  }

  /** The statements that bring a schema from the version before to {@code version}. */
  List<String> migration(int version) {
    return split(read("schema-%d.sql".formatted(version)));
  }

  private static Map<String, String> statementsOf(String text) {
    var named = new TreeMap<String, String>();
    var blocks = text.split("(?m)^-- name: ");
    for (var block : Arrays.asList(blocks).subList(1, blocks.length)) {
      var endOfName = block.indexOf('\n');
      named.put(block.substring(0, endOfName).strip(), split(block.substring(endOfName)).get(0));
    }
    return named;
  }

  private static List<String> split(String text) {
    var statements = new ArrayList<String>();
    for (var statement : text.split(";\\s*(\n|$)")) {
      if (!statement.isBlank())
        statements.add(statement.strip());
    }
    return statements;
  }

  private String read(String file) {
    try (var in = Dialect.class.getResourceAsStream(folder + "/" + file)) {
      if (in == null)
        throw new IllegalStateException("the build must hold %s/%s".formatted(folder, file));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
