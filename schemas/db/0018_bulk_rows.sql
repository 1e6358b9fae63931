-- 0018_bulk_rows: the same rows of people and of pay, in a form that a city's month is written in quickly.

-- A list of values makes SQLite build a tree of them for every row that is checked; an OR does not.
CREATE TEMP TABLE kept AS SELECT id, event, employee, attribute, from_day, value FROM employee_term;
DROP TABLE employee_term;
CREATE TABLE employee_term (
  id        INTEGER PRIMARY KEY,
  event     INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee  INTEGER NOT NULL REFERENCES employee (id),
  attribute TEXT NOT NULL CHECK (
              attribute = 'name' OR attribute = 'department' OR attribute = 'post' OR attribute = 'grade' OR
              attribute = 'superior' OR attribute = 'base_pay' OR attribute = 'probation_end' OR
              attribute = 'hired' OR attribute = 'left' OR attribute = 'device_number' OR attribute = 'agent_number'),
  from_day  INTEGER NOT NULL,
  value     TEXT NOT NULL
) STRICT;
INSERT INTO employee_term (id, event, employee, attribute, from_day, value)
SELECT id, event, employee, attribute, from_day, value FROM kept ORDER BY id;
DROP TABLE kept;
CREATE INDEX employee_term_by_event ON employee_term (event);
CREATE INDEX employee_term_by_employee ON employee_term (employee, attribute, from_day);
CREATE TRIGGER employee_term_keeps_update BEFORE UPDATE ON employee_term
BEGIN SELECT raise(ABORT, 'employee_term holds facts: record a new term'); END;
CREATE TRIGGER employee_term_keeps_delete BEFORE DELETE ON employee_term
BEGIN SELECT raise(ABORT, 'employee_term holds facts: record a new term'); END;

-- Grounds are long: without a rowid each line that fills a quarter of a page would take a page of its own beside it.
DROP TRIGGER payroll_line_closed_update;  -- one guard for each now asks for both ways of closing
DROP TRIGGER payroll_line_closed_delete;
CREATE TEMP TABLE kept AS
SELECT run, employee, line, item, label_zh, label_en, amount, grounds FROM payroll_line;
DROP TABLE payroll_line;
CREATE TABLE payroll_line (
  run      INTEGER NOT NULL REFERENCES payroll_run (id),
  employee INTEGER NOT NULL REFERENCES employee (id),
  line     INTEGER NOT NULL,         -- 1, 2, 3 ... in the order of the sheet
  item     TEXT NOT NULL,            -- code of the regulation's item or deduction
  label_zh TEXT NOT NULL,            -- what the regulation calls it
  label_en TEXT NOT NULL,
  amount   INTEGER NOT NULL,         -- fen; deductions negative
  grounds  TEXT NOT NULL CHECK (json_valid(grounds)),   -- schemas/json/ground.json
  PRIMARY KEY (run, employee, line)
) STRICT;
INSERT INTO payroll_line (run, employee, line, item, label_zh, label_en, amount, grounds)
SELECT run, employee, line, item, label_zh, label_en, amount, grounds FROM kept ORDER BY run, employee, line;
DROP TABLE kept;
CREATE TRIGGER payroll_line_frozen_update BEFORE UPDATE ON payroll_line
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_line_frozen_delete BEFORE DELETE ON payroll_line
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_line_frozen_insert BEFORE INSERT ON payroll_line
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
