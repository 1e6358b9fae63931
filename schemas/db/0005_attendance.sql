-- 0005_attendance: punches, online time, and what was decided about days that the punches leave open.

-- Who punched is a number: an employee's own, a clock's, or the telephone platform's.  Whose it is on a day is
-- read from employee and employee_term, so a punch of an unassigned number becomes its holder's when the number
-- is given to him.
CREATE TABLE punch_number (
  id    INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  kind  TEXT NOT NULL CHECK (kind IN ('employee', 'device', 'agent')),
  text  TEXT NOT NULL CHECK (text <> ''),
  UNIQUE (kind, text)
) STRICT;
CREATE INDEX punch_number_by_event ON punch_number (event);

-- Numbers that are nobody's on purpose: the guard's test finger.
CREATE TABLE ignored_number (
  id    INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  kind  TEXT NOT NULL CHECK (kind IN ('device', 'agent')),
  text  TEXT NOT NULL,
  UNIQUE (kind, text)
) STRICT;
CREATE INDEX ignored_number_by_event ON ignored_number (event);

-- Keyed by time first: as fast when the file holds a year as when it holds a day.
CREATE TABLE punch (
  at        INTEGER NOT NULL,        -- second of office civil time
  number    INTEGER NOT NULL REFERENCES punch_number (id),
  direction INTEGER NOT NULL CHECK (direction BETWEEN 0 AND 6),
      -- 0 not said, 1 in, 2 out, 3 lunch start, 4 lunch end, 5 overtime in, 6 overtime out
  event     INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  state     INTEGER NOT NULL DEFAULT -1,   -- as the device wrote it; -1 none
  PRIMARY KEY (at, number, direction)
) STRICT, WITHOUT ROWID;

-- Time signed in at the telephone platform; to_at NULL while no sign-out is known.
CREATE TABLE online_session (
  from_at INTEGER NOT NULL,
  number  INTEGER NOT NULL REFERENCES punch_number (id),
  event   INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  to_at   INTEGER,
  PRIMARY KEY (from_at, number, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX online_session_by_event ON online_session (event);

-- What was decided about a day that the punches leave open.
CREATE TABLE day_decision (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  day      INTEGER NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('present', 'half_absence', 'whole_absence', 'open')),
  reason   TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX day_decision_by_event ON day_decision (event);
CREATE INDEX day_decision_by_day ON day_decision (day, employee);

CREATE TRIGGER punch_number_keeps_update BEFORE UPDATE ON punch_number
BEGIN SELECT raise(ABORT, 'punch_number holds facts'); END;
CREATE TRIGGER punch_number_keeps_delete BEFORE DELETE ON punch_number
BEGIN SELECT raise(ABORT, 'punch_number holds facts'); END;
CREATE TRIGGER ignored_number_keeps_update BEFORE UPDATE ON ignored_number
BEGIN SELECT raise(ABORT, 'ignored_number holds facts'); END;
CREATE TRIGGER ignored_number_keeps_delete BEFORE DELETE ON ignored_number
BEGIN SELECT raise(ABORT, 'ignored_number holds facts'); END;
CREATE TRIGGER punch_keeps_update BEFORE UPDATE ON punch
BEGIN SELECT raise(ABORT, 'punch holds facts'); END;
CREATE TRIGGER punch_keeps_delete BEFORE DELETE ON punch
BEGIN SELECT raise(ABORT, 'punch holds facts'); END;
CREATE TRIGGER online_session_keeps_update BEFORE UPDATE ON online_session
BEGIN SELECT raise(ABORT, 'online_session holds facts'); END;
CREATE TRIGGER online_session_keeps_delete BEFORE DELETE ON online_session
BEGIN SELECT raise(ABORT, 'online_session holds facts'); END;
CREATE TRIGGER day_decision_keeps_update BEFORE UPDATE ON day_decision
BEGIN SELECT raise(ABORT, 'day_decision holds facts: decide again'); END;
CREATE TRIGGER day_decision_keeps_delete BEFORE DELETE ON day_decision
BEGIN SELECT raise(ABORT, 'day_decision holds facts: decide again'); END;
