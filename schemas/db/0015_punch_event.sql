-- 0015_punch_event: the events that recorded punches, which a punch can name before its event is written.
--
-- The row in audit_event is the last that a use-case writes.  SQLite looks then for what waited for it: by an index in
-- other tables, but row by row through all punches there ever were.  A punch waits for nothing when its event's number
-- is here first; only that number waits.

CREATE TABLE punch_event (
  event INTEGER PRIMARY KEY REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO punch_event (event) SELECT DISTINCT event FROM punch ORDER BY event;

CREATE TABLE punch_rebuilt (
  at        INTEGER NOT NULL,        -- second of office civil time
  number    INTEGER NOT NULL REFERENCES punch_number (id),
  direction INTEGER NOT NULL CHECK (direction BETWEEN 0 AND 6),
      -- 0 not said, 1 in, 2 out, 3 lunch start, 4 lunch end, 5 overtime in, 6 overtime out
  event     INTEGER NOT NULL REFERENCES punch_event (event),
  state     INTEGER NOT NULL DEFAULT -1,            -- as the device wrote it; -1 none
  device    INTEGER REFERENCES punch_device (id),   -- NULL where no clock is named
  PRIMARY KEY (at, number, direction)
) STRICT, WITHOUT ROWID;
INSERT INTO punch_rebuilt (at, number, direction, event, state, device)
SELECT at, number, direction, event, state, device FROM punch ORDER BY at, number, direction;
DROP TABLE punch;
ALTER TABLE punch_rebuilt RENAME TO punch;

CREATE TRIGGER punch_keeps_update BEFORE UPDATE ON punch
BEGIN SELECT raise(ABORT, 'punch holds facts'); END;
CREATE TRIGGER punch_keeps_delete BEFORE DELETE ON punch
BEGIN SELECT raise(ABORT, 'punch holds facts'); END;
CREATE TRIGGER punch_event_keeps_update BEFORE UPDATE ON punch_event
BEGIN SELECT raise(ABORT, 'punch_event holds facts'); END;
CREATE TRIGGER punch_event_keeps_delete BEFORE DELETE ON punch_event
BEGIN SELECT raise(ABORT, 'punch_event holds facts'); END;
