-- 0002_people: departments as a tree, employees, and their terms of employment.
--
-- What can change is a row with the day from which it holds.  For one attribute and day the row of the latest
-- event counts, so a correction is another row and nothing is overwritten.

-- The company is the root: the one department without a parent.
CREATE TABLE department (
  id    INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  code  TEXT NOT NULL UNIQUE         -- the name it was founded with; shown where it still is the name
) STRICT;
CREATE INDEX department_by_event ON department (event);

CREATE TABLE department_term (
  id       INTEGER PRIMARY KEY,
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  department INTEGER NOT NULL REFERENCES department (id),
  from_day   INTEGER NOT NULL,
  name       TEXT NOT NULL CHECK (name <> ''),
  parent     INTEGER REFERENCES department (id)
) STRICT;
CREATE INDEX department_term_by_event ON department_term (event);

CREATE TABLE employee (
  id          INTEGER PRIMARY KEY,
  event       INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee_no TEXT NOT NULL UNIQUE CHECK (employee_no <> '')
) STRICT;
CREATE INDEX employee_by_event ON employee (event);

-- Attributes: name, department (text: id of department), post, grade, superior (employee id), base_pay (fen),
-- probation_end (day; the last day of probation), hired (day), left (day: the last day worked; '' takes it back),
-- device_number, agent_number.  Values are texts; lib/store/people_store gives them their types.
CREATE TABLE employee_term (
  id        INTEGER PRIMARY KEY,
  event     INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee  INTEGER NOT NULL REFERENCES employee (id),
  attribute TEXT NOT NULL CHECK (attribute IN ('name', 'department', 'post', 'grade', 'superior', 'base_pay',
              'probation_end', 'hired', 'left', 'device_number', 'agent_number')),
  from_day  INTEGER NOT NULL,
  value     TEXT NOT NULL
) STRICT;
CREATE INDEX employee_term_by_event ON employee_term (event);
CREATE INDEX employee_term_by_employee ON employee_term (employee, attribute, from_day);

CREATE TRIGGER department_keeps_update BEFORE UPDATE ON department
BEGIN SELECT raise(ABORT, 'department holds facts'); END;
CREATE TRIGGER department_keeps_delete BEFORE DELETE ON department
BEGIN SELECT raise(ABORT, 'department holds facts'); END;
CREATE TRIGGER department_term_keeps_update BEFORE UPDATE ON department_term
BEGIN SELECT raise(ABORT, 'department_term holds facts: record a new term'); END;
CREATE TRIGGER department_term_keeps_delete BEFORE DELETE ON department_term
BEGIN SELECT raise(ABORT, 'department_term holds facts: record a new term'); END;
CREATE TRIGGER employee_keeps_update BEFORE UPDATE ON employee
BEGIN SELECT raise(ABORT, 'employee holds facts'); END;
CREATE TRIGGER employee_keeps_delete BEFORE DELETE ON employee
BEGIN SELECT raise(ABORT, 'employee holds facts'); END;
CREATE TRIGGER employee_term_keeps_update BEFORE UPDATE ON employee_term
BEGIN SELECT raise(ABORT, 'employee_term holds facts: record a new term'); END;
CREATE TRIGGER employee_term_keeps_delete BEFORE DELETE ON employee_term
BEGIN SELECT raise(ABORT, 'employee_term holds facts: record a new term'); END;
