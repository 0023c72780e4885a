package io.qkt.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.pekko.persistence.jdbc.config.JournalConfig;
import org.apache.pekko.persistence.jdbc.journal.dao.DefaultJournalDao;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Failure;
import scala.util.Success;
import scala.util.Try;
import slick.jdbc.JdbcBackend.JdbcDatabaseDef;
import slick.jdbc.JdbcProfile;

/**
 * Writes the journal so that the primary key fences a stale writer and nobody else.
 *
 * <p>The plugin gathers the rows of many entities into one transaction and gives all of them its
 * one outcome, so a single row that is refused fails hundreds of healthy entities. Here a batch in
 * which a row was refused is written again, each writer in a transaction of its own, one after the
 * other; then each learns what became of its own rows. The batch after it waits meanwhile, as it
 * would for any slow batch: rows of one entity keep their order and the queue keeps its bound.
 *
 * <p>Two live copies of one entity have the same persistence id but not the same writer id, and
 * whichever of them comes second in a number is refused. If the database itself is away, nobody is
 * retried and all fail.
 */
public final class FencedJournalDao extends DefaultJournalDao {

  public FencedJournalDao(JdbcDatabaseDef db, JdbcProfile profile, JournalConfig journalConfig,
      Serialization serialization, ExecutionContext ec, Materializer mat) {
    super(db, profile, journalConfig, serialization, ec, mat);
  }

  /** One incarnation of one entity. */
  private record Writer(String persistenceId, String writerUuid) {
    static Writer of(Tuple2<JournalPekkoSerializationRow, Set<String>> row) {
      return new Writer(row._1().persistenceId(), row._1().writer());
    }
  }

  /** Carries the outcome of each writer from the batch to those who wait for it. */
  private static final class PartlyWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Map<Writer, Throwable> refused;

    PartlyWritten(Map<Writer, Throwable> refused) {
      super("%d writers of a batch were refused".formatted(refused.size()), null, false, false);
      this.refused = refused;
    }
  }

  @Override
  public Future<BoxedUnit> queueWriteJournalRows(
      Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows) {
    return super.queueWriteJournalRows(rows).transform(batch -> outcomeOf(rows, batch), ec());
  }

  private static Try<BoxedUnit> outcomeOf(
      Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows, Try<BoxedUnit> batch) {
    if (!(batch instanceof Failure<?> f && f.exception() instanceof PartlyWritten partly))
      return batch;
    for (var row : CollectionConverters.asJava(rows)) {
      var refusal = partly.refused.get(Writer.of(row));
      if (refusal != null)
        return new Failure<>(refusal);
    }
    return new Success<>(BoxedUnit.UNIT);
  }

  @Override
  public Future<BoxedUnit> writeJournalRows(
      Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows) {
    return super.writeJournalRows(rows).transformWith(
        batch -> batch instanceof Failure<?> f && SqlFailure.refusedARow(f.exception())
            ? writeEachAlone(rows)
            : Future.fromTry(batch),
        ec());
  }

  private Future<BoxedUnit> writeEachAlone(
      Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows) {
    var refused = new HashMap<Writer, Throwable>();
    Future<BoxedUnit> done = Future.unit();
    for (var own : byWriter(rows).entrySet()) {
      done = done.flatMap(_ -> writeAlone(own.getKey(), own.getValue(), refused), ec());
    }
    return done.flatMap(
        _ -> refused.isEmpty() ? Future.unit()
            : Future.fromTry(new Failure<>(new PartlyWritten(refused))),
        ec());
  }

  private Future<BoxedUnit> writeAlone(Writer writer,
      List<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows,
      Map<Writer, Throwable> refused) {
    return super.writeJournalRows(CollectionConverters.asScala(rows).toSeq()).transform(outcome -> {
      if (outcome instanceof Failure<?> f)
        refused.put(writer, f.exception());
      return new Success<>(BoxedUnit.UNIT);
    }, ec());
  }

  private static Map<Writer, List<Tuple2<JournalPekkoSerializationRow, Set<String>>>> byWriter(
      Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows) {
    Map<Writer, List<Tuple2<JournalPekkoSerializationRow, Set<String>>>> alone;
    alone = new LinkedHashMap<>();
    for (var row : CollectionConverters.asJava(rows))
      alone.computeIfAbsent(Writer.of(row), _ -> new ArrayList<>()).add(row);
    return alone;
  }
}
