-- Each statement stands under its name. H2 walks an index in order and stops at the limit only if
-- the whole key is in ORDER BY, its constant part too; else it reads and sorts the whole series.

-- name: write_delay
SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY';

-- name: create_schema_version
CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY);

-- name: schema_version
SELECT COALESCE(MAX(version), 0) FROM schema_version;

-- name: insert_schema_version
INSERT INTO schema_version (version) VALUES (?);

-- name: lock_series
SELECT id FROM bar_series WHERE broker = ? AND symbol = ? AND timeframe_micros = ? FOR UPDATE;

-- name: insert_series
INSERT INTO bar_series (broker, symbol, timeframe_micros) VALUES (?, ?, ?);

-- name: bars_between
SELECT * FROM bar WHERE series_id = ? AND open_time BETWEEN ? AND ?;

-- name: open_time_before
SELECT open_time FROM bar WHERE series_id = ? AND open_time < ?
ORDER BY series_id DESC, open_time DESC LIMIT 1;

-- name: insert_bar
INSERT INTO bar (series_id, open_time, prev_open_time, open_price, high_price, low_price,
  close_price, volume, closed_by, late_ticks, bid, ask, closed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: series
SELECT id FROM bar_series WHERE broker = ? AND symbol = ? AND timeframe_micros = ?;

-- name: bars_after
SELECT * FROM bar WHERE series_id = ? AND open_time > ? ORDER BY series_id, open_time LIMIT ?;

-- name: last_bar
SELECT * FROM bar WHERE series_id = ? ORDER BY series_id DESC, open_time DESC LIMIT 1;

-- name: find_bundle
SELECT bytes FROM bundle WHERE sha256 = ?;

-- name: insert_bundle
INSERT INTO bundle (sha256, bytes) VALUES (?, ?);

-- name: find_citation
SELECT id FROM bundle_citation WHERE owner = ? AND sha256 = ?;

-- name: insert_citation
INSERT INTO bundle_citation (owner, sha256) VALUES (?, ?);

-- name: bundles_cited
SELECT b.sha256, b.bytes FROM bundle_citation c JOIN bundle b ON b.sha256 = c.sha256
WHERE c.owner = ? ORDER BY c.id;

-- name: find_clock
SELECT wall_anchor, feed_anchor, speed FROM feed_clock WHERE label = ?;

-- name: update_clock
UPDATE feed_clock SET wall_anchor = ?, feed_anchor = ?, speed = ? WHERE label = ?;

-- name: insert_clock
INSERT INTO feed_clock (wall_anchor, feed_anchor, speed, label) VALUES (?, ?, ?, ?);

-- name: persistence_ids
SELECT DISTINCT "persistence_id" FROM "event_journal" ORDER BY "persistence_id";

-- name: events_after
SELECT "sequence_number", "event_payload", "event_ser_id", "event_ser_manifest"
FROM "event_journal" WHERE "persistence_id" = ? AND "sequence_number" > ? AND "deleted" = FALSE
ORDER BY "persistence_id", "sequence_number" LIMIT ?;
