-- The last quote in a bar, and when the next one came. Of bars from before, neither is known: no
-- quote counts as 0, and a bar counts as closed at its end.
ALTER TABLE bar ADD COLUMN IF NOT EXISTS bid BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE bar ADD COLUMN IF NOT EXISTS ask BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE bar ADD COLUMN IF NOT EXISTS closed_at BIGINT DEFAULT 0 NOT NULL;

UPDATE bar SET closed_at = open_time + (SELECT timeframe_micros FROM bar_series
  WHERE bar_series.id = bar.series_id) WHERE closed_at = 0;
