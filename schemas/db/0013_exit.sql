-- 0013_exit: why somebody leaves; the last day itself is a term of employment.

-- For one person and last day the row of the latest event counts.
CREATE TABLE employee_exit (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  last_day INTEGER NOT NULL,
  reason   TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX employee_exit_by_event ON employee_exit (event);
CREATE INDEX employee_exit_by_employee ON employee_exit (employee);

CREATE TRIGGER employee_exit_keeps_update BEFORE UPDATE ON employee_exit
BEGIN SELECT raise(ABORT, 'employee_exit holds facts'); END;
CREATE TRIGGER employee_exit_keeps_delete BEFORE DELETE ON employee_exit
BEGIN SELECT raise(ABORT, 'employee_exit holds facts'); END;
