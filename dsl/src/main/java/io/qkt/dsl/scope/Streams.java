package io.qkt.dsl.scope;

import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.PortfolioFile;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.ast.StreamDecl;
import io.qkt.dsl.syntax.lex.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** The streams that a file declares. */
public final class Streams {
  static final int STREAMS_MAX = 64;
  private static final long MICROS_PER_MILLI = 1_000;

  private final Issues issues;
  private final TreeMap<String, DeclaredStream> byAlias = new TreeMap<>();
  private final List<DeclaredStream> distinct = new ArrayList<>();

  private Streams(Issues issues) {
    this.issues = issues;
  }

  static Streams of(QktFile file, List<StreamDecl> inherited, Issues issues) {
    var streams = new Streams(issues);
    var decls = new ArrayList<>(file.streams());
    inherited.stream().filter(d -> streams.isNew(d, file.streams())).forEach(decls::add);
    decls.stream().limit(STREAMS_MAX).forEach(streams::declare);
    streams.checkCount(file, decls.size());
    streams.byAlias.values().forEach(streams::checkConstituents);
    file.syncGroups().forEach(streams::checkGroup);
    return streams;
  }

  private boolean isNew(StreamDecl inherited, List<StreamDecl> own) {
    return own.stream().noneMatch(d -> d.alias().text().equals(inherited.alias().text()));
  }

  private void checkCount(QktFile file, int count) {
    if (count <= STREAMS_MAX && (count > 0 || !needsBars(file))) return;
    issues.add(Issue.error(Code.STREAMS, file.name().span(),
        "a file must declare 1 to %d streams, declares %d".formatted(STREAMS_MAX, count),
        count == 0 ? "write `SYMBOLS btc = BACKTEST:BTCUSDT EVERY 5m`" : "split the strategy"));
  }

  /** A portfolio without conditions has nothing to look at. */
  private static boolean needsBars(QktFile file) {
    return !(file instanceof PortfolioFile portfolio)
        || portfolio.runs().stream().anyMatch(run -> run.condition().isPresent())
        || !portfolio.blocks(Block.Regimes.class).isEmpty();
  }

  private void declare(StreamDecl decl) {
    var alias = decl.alias();
    if (byAlias.containsKey(alias.text())) {
      issues.add(Issue.error(Code.NAME_TWICE, alias.span(),
          "a stream must have a name of its own, `%s` is taken".formatted(alias.text()),
          "choose another name"));
      return;
    }
    var key = new BarKey(instrument(decl), timeframe(decl));
    byAlias.put(alias.text(), placed(new DeclaredStream(decl, distinct.size(), key)));
  }

  /** The same bars under a second name are one stream: they close once. */
  private DeclaredStream placed(DeclaredStream stream) {
    var twin = distinct.stream().filter(s -> s.key().equals(stream.key())).findFirst();
    if (twin.isPresent()) {
      return new DeclaredStream(stream.decl(), twin.get().index(), stream.key());
    }
    distinct.add(stream);
    return stream;
  }

  private static Timeframe timeframe(StreamDecl decl) {
    return new Timeframe(decl.every().millis() * MICROS_PER_MILLI);
  }

  private Instrument instrument(StreamDecl decl) {
    return switch (decl) {
      case StreamDecl.Market market -> named(market);
      case StreamDecl.Basket basket -> internal("BASKET", basket.alias());
      case StreamDecl.Series series -> internal("ACCOUNT", series.alias());
    };
  }

  /** Never quoted by anyone, so the name has only to be different for each. */
  private Instrument internal(String label, Name alias) {
    return new Instrument(label, "S" + byAlias.size());
  }

  private Instrument named(StreamDecl.Market market) {
    var label = market.broker().text().toUpperCase(Locale.ROOT);
    if (!label.equals(market.broker().text())) {
      issues.add(Issue.warning(Code.LABEL_CASE, market.broker().span(),
          "a broker's label must be in capital letters, was `%s`"
              .formatted(market.broker().text()),
          "write `%s`; it is read as that".formatted(label)));
    }
    try {
      return new Instrument(label, market.symbol().text());
    } catch (IllegalArgumentException e) {
      issues.add(Issue.error(Code.INSTRUMENT, market.broker().span().to(market.symbol().span()),
          e.getMessage(), "write it as in `btc = BACKTEST:BTCUSDT EVERY 5m`"));
      return new Instrument("UNKNOWN", "S" + byAlias.size());
    }
  }

  private void checkConstituents(DeclaredStream stream) {
    if (!(stream.decl() instanceof StreamDecl.Basket basket)) return;
    for (var member : basket.members()) {
      var of = require(member);
      if (of.isEmpty() || of.get().isMarket()
          && of.get().key().timeframe().equals(stream.key().timeframe()))
        continue;
      issues.add(Issue.error(Code.STREAM_KIND, member.span(),
          "a basket must be of market streams with its own timeframe, `%s` is none"
              .formatted(Shown.clipped(member.text())),
          "declare it as a market stream EVERY " + stream.key().timeframe()));
    }
  }

  private void checkGroup(Block.SyncGroup group) {
    var first = byAlias.get(group.members().getFirst().text());
    for (var member : group.members()) {
      var stream = byAlias.get(member.text());
      if (first == null || stream == null
          || stream.key().timeframe().equals(first.key().timeframe()))
        continue;
      issues.add(Issue.error(Code.SYNCHRONIZE, member.span(),
          "synchronized streams must have one timeframe, had %s and %s".formatted(
              first.key().timeframe(), stream.key().timeframe()),
          "declare them with the same EVERY"));
    }
  }

  /** The places of what a basket is made of; of other streams, none. */
  public List<Integer> constituents(DeclaredStream stream) {
    return stream.decl() instanceof StreamDecl.Basket basket
        ? basket.members()
            .stream()
            .flatMap(m -> named(m.text()).stream())
            .map(DeclaredStream::index)
            .toList()
        : List.of();
  }

  /** The longest WARMUP that any name of a stream declares, 0 for none. */
  public int warmUp(int index) {
    return byAlias.values()
        .stream()
        .filter(stream -> stream.index() == index)
        .mapToInt(stream -> stream.decl() instanceof StreamDecl.Market market
            ? market.warmupBars().orElse(0)
            : 0)
        .max()
        .orElse(0);
  }

  /** Each once, in the order of the program. */
  public List<DeclaredStream> all() {
    return List.copyOf(distinct);
  }

  public Collection<String> aliases() {
    return byAlias.keySet();
  }

  public Optional<DeclaredStream> named(String alias) {
    return Optional.ofNullable(byAlias.get(alias));
  }

  /** The stream of this name, or none after it was reported. */
  public Optional<DeclaredStream> require(Name alias) {
    var found = named(alias.text());
    if (found.isEmpty()) unknown(alias, byAlias.keySet());
    return found;
  }

  private void unknown(Name alias, Collection<String> known) {
    var help = switch (known.size()) {
      case 0 -> "declare it in SYMBOLS";
      case 1 -> "use `%s`, or declare it in SYMBOLS".formatted(known.iterator().next());
      default -> "use one of " + String.join(", ", known.stream().limit(8).toList());
    };
    issues.add(Issue.error(Code.UNKNOWN_STREAM, alias.span(),
        "unknown stream `%s`".formatted(Shown.clipped(alias.text())),
        Nearest.to(alias.text(), known).map("use `%s`"::formatted).orElse(help)));
  }
}
