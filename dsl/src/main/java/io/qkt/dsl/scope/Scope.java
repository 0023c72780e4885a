package io.qkt.dsl.scope;

import io.qkt.core.program.cell.Sequence;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.ast.StreamDecl;
import io.qkt.dsl.syntax.lex.Shown;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the names of a file stand for. */
public final class Scope {
  private final Issues issues;
  private final Streams streams;
  private final TreeMap<String, Block.Let> lets = new TreeMap<>();
  private final TreeMap<String, Expr> params = new TreeMap<>();
  private final TreeMap<String, DeclaredSequence> sequences = new TreeMap<>();
  private final TreeSet<String> used = new TreeSet<>();

  /** A sequence and the names of its stages in order. */
  public record DeclaredSequence(Sequence.Run run, List<String> stages) {}

  private Scope(Streams streams, Issues issues) {
    this.streams = streams;
    this.issues = issues;
  }

  /**
   * Reads the declarations and reports what is wrong with them.
   *
   * @param inherited streams that a portfolio lends to those who do not declare their alias
   * @param overrides of PARAMs by name, and of LETs, as checked literals
   */
  public static Scope of(QktFile file, List<StreamDecl> inherited, Map<String, Expr> overrides,
      Issues issues) {
    var scope = new Scope(Streams.of(file, inherited, issues), issues);
    file.params().forEach(param -> scope.declare(param, overrides));
    file.lets().forEach(let -> scope.declare(let, overrides));
    return scope;
  }

  private void declare(Block.Param param, Map<String, Expr> overrides) {
    var name = param.name().text();
    if (isTaken(param.name())) return;
    params.put(name, overrides.getOrDefault(name, param.value()));
  }

  private void declare(Block.Let let, Map<String, Expr> overrides) {
    var name = let.name().text();
    if (isTaken(let.name())) return;
    var value = overrides.getOrDefault(name, let.value());
    lets.put(name, new Block.Let(let.name(), value, let.span()));
  }

  private boolean isTaken(Name name) {
    boolean taken = params.containsKey(name.text()) || lets.containsKey(name.text());
    if (taken) {
      issues.add(Issue.error(Code.NAME_TWICE, name.span(),
          "a LET or PARAM must have a name of its own, `%s` is taken"
              .formatted(Shown.clipped(name.text())),
          "choose another name"));
    }
    return taken;
  }

  public Streams streams() {
    return streams;
  }

  public Optional<Block.Let> let(String name) {
    used.add(name);
    return Optional.ofNullable(lets.get(name));
  }

  public Optional<Expr> param(String name) {
    used.add(name);
    return Optional.ofNullable(params.get(name));
  }

  public Collection<Block.Let> lets() {
    return lets.values();
  }

  /** Whether anything has asked for a LET or PARAM so far. */
  public boolean isUsed(String name) {
    return used.contains(name);
  }

  /** LETs and PARAMs. */
  public TreeSet<String> values() {
    var names = new TreeSet<>(lets.keySet());
    names.addAll(params.keySet());
    return names;
  }

  public Map<String, DeclaredSequence> sequences() {
    return sequences;
  }

  /** All sequences are declared before the stages of any, since they may mention one another. */
  public void declare(String name, DeclaredSequence sequence) {
    sequences.put(name, sequence);
  }
}
