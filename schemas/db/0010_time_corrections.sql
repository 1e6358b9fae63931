-- 0010_time_corrections: what is said of punches afterwards, and what employees object to.  The record stays as it is.

-- Clocks by the name their files give them.
CREATE TABLE punch_device (
  id    INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  name  TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;
CREATE INDEX punch_device_by_event ON punch_device (event);

ALTER TABLE punch ADD COLUMN device INTEGER REFERENCES punch_device (id);   -- NULL where no clock is named

-- Shown to people as TC<id>.  It counts from its confirmation on, until it is cancelled.
CREATE TABLE time_correction (
  id         INTEGER PRIMARY KEY,
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  kind       TEXT NOT NULL CHECK (kind IN ('add', 'void', 'move', 'outage', 'clock')),
  employee   INTEGER REFERENCES employee (id),      -- of add, void and move
  day        INTEGER,                               -- likewise: the day that the punch belongs to
  device     INTEGER REFERENCES punch_device (id),  -- of clock; of an outage this or the department
  department INTEGER REFERENCES department (id),
  from_at    INTEGER NOT NULL,             -- add: the punch; void, move: the punch as recorded; else the first second
  to_at      INTEGER NOT NULL,             -- move: what counts instead; outage, clock: the last second
  direction  INTEGER NOT NULL DEFAULT 0 CHECK (direction BETWEEN 0 AND 6),   -- of add, as in table punch
  seconds    INTEGER NOT NULL DEFAULT 0,   -- clock: what its times are moved by
  reason     TEXT NOT NULL CHECK (reason <> ''),
  asked      TEXT NOT NULL,                -- number of who is to confirm it; '' where nobody is named
  CHECK ((kind IN ('add', 'void', 'move')) = (employee IS NOT NULL AND day IS NOT NULL)),
  CHECK ((kind IN ('outage', 'clock')) = (device IS NOT NULL OR department IS NOT NULL)),
  CHECK (kind <> 'clock' OR (device IS NOT NULL AND seconds <> 0)),
  CHECK (kind NOT IN ('outage', 'clock') OR from_at <= to_at)
) STRICT;
CREATE INDEX time_correction_by_event ON time_correction (event);
CREATE INDEX time_correction_by_time ON time_correction (from_at);

CREATE TABLE time_correction_confirmation (
  correction INTEGER PRIMARY KEY REFERENCES time_correction (id),
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  confirmed  TEXT NOT NULL CHECK (confirmed <> ''),   -- number of the second person, or his account
  paper      TEXT NOT NULL                            -- number of what he signed; '' where he confirmed himself
) STRICT;
CREATE INDEX time_correction_confirmation_by_event ON time_correction_confirmation (event);

CREATE TABLE time_correction_cancel (
  correction INTEGER PRIMARY KEY REFERENCES time_correction (id),
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  reason     TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX time_correction_cancel_by_event ON time_correction_cancel (event);

-- What an employee objects to about a day.  Shown to people as OB<id>.
CREATE TABLE day_objection (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  day      INTEGER NOT NULL,
  text     TEXT NOT NULL CHECK (text <> ''),
  paper    TEXT NOT NULL                     -- number of his letter; '' where he entered it himself
) STRICT;
CREATE INDEX day_objection_by_event ON day_objection (event);
CREATE INDEX day_objection_by_day ON day_objection (day);

CREATE TABLE day_objection_answer (
  objection INTEGER PRIMARY KEY REFERENCES day_objection (id),
  event     INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  outcome   TEXT NOT NULL CHECK (outcome IN ('upheld', 'rejected')),
  text      TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX day_objection_answer_by_event ON day_objection_answer (event);

CREATE TRIGGER punch_device_keeps_update BEFORE UPDATE ON punch_device
BEGIN SELECT raise(ABORT, 'punch_device holds facts'); END;
CREATE TRIGGER punch_device_keeps_delete BEFORE DELETE ON punch_device
BEGIN SELECT raise(ABORT, 'punch_device holds facts'); END;
CREATE TRIGGER time_correction_keeps_update BEFORE UPDATE ON time_correction
BEGIN SELECT raise(ABORT, 'time_correction holds facts: cancel it and record it again'); END;
CREATE TRIGGER time_correction_keeps_delete BEFORE DELETE ON time_correction
BEGIN SELECT raise(ABORT, 'time_correction holds facts: cancel it'); END;
CREATE TRIGGER time_correction_confirmation_keeps_update BEFORE UPDATE ON time_correction_confirmation
BEGIN SELECT raise(ABORT, 'time_correction_confirmation holds facts: cancel the correction'); END;
CREATE TRIGGER time_correction_confirmation_keeps_delete BEFORE DELETE ON time_correction_confirmation
BEGIN SELECT raise(ABORT, 'time_correction_confirmation holds facts: cancel the correction'); END;
CREATE TRIGGER time_correction_cancel_keeps_update BEFORE UPDATE ON time_correction_cancel
BEGIN SELECT raise(ABORT, 'time_correction_cancel holds facts'); END;
CREATE TRIGGER time_correction_cancel_keeps_delete BEFORE DELETE ON time_correction_cancel
BEGIN SELECT raise(ABORT, 'time_correction_cancel holds facts'); END;
CREATE TRIGGER day_objection_keeps_update BEFORE UPDATE ON day_objection
BEGIN SELECT raise(ABORT, 'day_objection holds facts: answer it'); END;
CREATE TRIGGER day_objection_keeps_delete BEFORE DELETE ON day_objection
BEGIN SELECT raise(ABORT, 'day_objection holds facts: answer it'); END;
CREATE TRIGGER day_objection_answer_keeps_update BEFORE UPDATE ON day_objection_answer
BEGIN SELECT raise(ABORT, 'day_objection_answer holds facts'); END;
CREATE TRIGGER day_objection_answer_keeps_delete BEFORE DELETE ON day_objection_answer
BEGIN SELECT raise(ABORT, 'day_objection_answer holds facts'); END;
