-- 0006_leave: approved leave as facts.  Shown to people as LV<id>.

CREATE TABLE leave (
  id         INTEGER PRIMARY KEY,
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee   INTEGER NOT NULL REFERENCES employee (id),
  kind       TEXT NOT NULL,          -- code of a kind in the regulation that governs the person
  first_day  INTEGER NOT NULL,
  first_half INTEGER NOT NULL CHECK (first_half IN (1, 2)),   -- begins with the first or the second half
  last_day   INTEGER NOT NULL,
  last_half  INTEGER NOT NULL CHECK (last_half IN (1, 2)),    -- ends with the first or the second half
  paper      TEXT NOT NULL,          -- number of the paper; '' where there is none
  CHECK (first_day < last_day OR (first_day = last_day AND first_half <= last_half))
) STRICT;
CREATE INDEX leave_by_event ON leave (event);
CREATE INDEX leave_by_employee ON leave (employee, first_day);

CREATE TABLE leave_cancel (
  leave  INTEGER PRIMARY KEY REFERENCES leave (id),
  event  INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX leave_cancel_by_event ON leave_cancel (event);

CREATE TRIGGER leave_keeps_update BEFORE UPDATE ON leave
BEGIN SELECT raise(ABORT, 'leave holds facts: cancel it and record it again'); END;
CREATE TRIGGER leave_keeps_delete BEFORE DELETE ON leave
BEGIN SELECT raise(ABORT, 'leave holds facts: cancel it'); END;
CREATE TRIGGER leave_cancel_keeps_update BEFORE UPDATE ON leave_cancel
BEGIN SELECT raise(ABORT, 'leave_cancel holds facts'); END;
CREATE TRIGGER leave_cancel_keeps_delete BEFORE DELETE ON leave_cancel
BEGIN SELECT raise(ABORT, 'leave_cancel holds facts'); END;
