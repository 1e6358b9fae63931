-- 0003_calendar: kinds of day, shifts and rosters.
--
-- Days that no row speaks of are workdays from Monday to Friday and rest days else.  For one day (and
-- department) the row of the latest event counts.

-- A year whose State Council notice is in the file; days of other years are provisional.
CREATE TABLE calendar_year (
  id     INTEGER PRIMARY KEY,
  event  INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  year   INTEGER NOT NULL,
  notice TEXT NOT NULL,              -- reference of the notice
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX calendar_year_by_event ON calendar_year (event);

CREATE TABLE calendar_day (
  id         INTEGER PRIMARY KEY,
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  department INTEGER REFERENCES department (id),   -- NULL: the whole office; a department's row goes before
  day        INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('workday', 'rest_day', 'statutory_holiday', 'makeup_workday')),
  note       TEXT NOT NULL
) STRICT;
CREATE INDEX calendar_day_by_event ON calendar_day (event);
CREATE INDEX calendar_day_by_day ON calendar_day (day);

-- A shift has a code; what the code means is dated.  Windows as "09:30-12:30,13:30-18:30"; '' is a rest shift.
CREATE TABLE shift (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  code     TEXT NOT NULL CHECK (code <> ''),
  from_day INTEGER NOT NULL,
  windows  TEXT NOT NULL,
  label    TEXT NOT NULL
) STRICT;
CREATE INDEX shift_by_event ON shift (event);

-- Which shift is worked where nothing nearer says so: of a person, else of the department and those above it;
-- on one weekday (1 Monday .. 7 Sunday) before any weekday (0).  '' takes the assignment back.
CREATE TABLE shift_assignment (
  id         INTEGER PRIMARY KEY,
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  department INTEGER REFERENCES department (id),
  employee   INTEGER REFERENCES employee (id),
  weekday    INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 7),
  from_day   INTEGER NOT NULL,
  shift      TEXT NOT NULL,
  CHECK ((department IS NULL) <> (employee IS NULL))
) STRICT;
CREATE INDEX shift_assignment_by_event ON shift_assignment (event);

-- The roster: a shift for one person on one day.  '' takes the cell back.
CREATE TABLE roster_day (
  employee INTEGER NOT NULL REFERENCES employee (id),
  day      INTEGER NOT NULL,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  shift    TEXT NOT NULL,
  PRIMARY KEY (employee, day, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_day_by_event ON roster_day (event);

CREATE TRIGGER calendar_year_keeps_update BEFORE UPDATE ON calendar_year
BEGIN SELECT raise(ABORT, 'calendar_year holds facts'); END;
CREATE TRIGGER calendar_year_keeps_delete BEFORE DELETE ON calendar_year
BEGIN SELECT raise(ABORT, 'calendar_year holds facts'); END;
CREATE TRIGGER calendar_day_keeps_update BEFORE UPDATE ON calendar_day
BEGIN SELECT raise(ABORT, 'calendar_day holds facts: set the day again'); END;
CREATE TRIGGER calendar_day_keeps_delete BEFORE DELETE ON calendar_day
BEGIN SELECT raise(ABORT, 'calendar_day holds facts: set the day again'); END;
CREATE TRIGGER shift_keeps_update BEFORE UPDATE ON shift
BEGIN SELECT raise(ABORT, 'shift holds facts: add it again from a later day'); END;
CREATE TRIGGER shift_keeps_delete BEFORE DELETE ON shift
BEGIN SELECT raise(ABORT, 'shift holds facts: add it again from a later day'); END;
CREATE TRIGGER shift_assignment_keeps_update BEFORE UPDATE ON shift_assignment
BEGIN SELECT raise(ABORT, 'shift_assignment holds facts: assign again'); END;
CREATE TRIGGER shift_assignment_keeps_delete BEFORE DELETE ON shift_assignment
BEGIN SELECT raise(ABORT, 'shift_assignment holds facts: assign again'); END;
CREATE TRIGGER roster_day_keeps_update BEFORE UPDATE ON roster_day
BEGIN SELECT raise(ABORT, 'roster_day holds facts: set the cell again'); END;
CREATE TRIGGER roster_day_keeps_delete BEFORE DELETE ON roster_day
BEGIN SELECT raise(ABORT, 'roster_day holds facts: set the cell again'); END;
