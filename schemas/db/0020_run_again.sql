-- 0020_run_again: a draft that is computed again keeps what it has of those about whom nothing has changed.

-- How the rows of a run came to be.  A run without a row here was computed by an older svcadm, under its id.
CREATE TABLE payroll_computation (
  run     INTEGER PRIMARY KEY REFERENCES payroll_run (id),
  number  INTEGER NOT NULL UNIQUE,   -- shown as PR<number>; a draft that is computed again takes a new one
  program TEXT NOT NULL              -- the version of svcadm that computed all of it
) STRICT;

-- Whom a draft is computed for again whatever is entered: something about them was doubtful, or changes with the day.
CREATE TABLE payroll_unsettled (
  run      INTEGER NOT NULL REFERENCES payroll_run (id),
  employee INTEGER NOT NULL REFERENCES employee (id),
  PRIMARY KEY (run, employee)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER payroll_computation_frozen_update BEFORE UPDATE ON payroll_computation
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_computation_frozen_delete BEFORE DELETE ON payroll_computation
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_computation_frozen_insert BEFORE INSERT ON payroll_computation
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_unsettled_frozen_update BEFORE UPDATE ON payroll_unsettled
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_unsettled_frozen_delete BEFORE DELETE ON payroll_unsettled
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_unsettled_frozen_insert BEFORE INSERT ON payroll_unsettled
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;

-- The views name runs as people do.
DROP VIEW v_pay_line;
DROP VIEW v_pay;
DROP VIEW v_pay_run;

-- The runs that count: the draft of an open month, the frozen one of a closed month, and those of one person.
CREATE VIEW v_pay_run AS
SELECT 'PR' || coalesce(k.number, r.id) AS run,
       printf('%04d-%02d', r.month / 12, r.month % 12 + 1) AS month,
       coalesce(s.kind, 'month') AS kind,
       CASE WHEN c.run IS NOT NULL THEN 'closed'
            WHEN EXISTS (SELECT 1 FROM payroll_payment AS p WHERE p.run = r.id) THEN 'paid'
            ELSE 'draft' END AS state,
       r.people,
       printf('%s%d.%02d', iif(r.payable < 0, '-', ''), abs(r.payable) / 100, abs(r.payable) % 100) AS payable_yuan,
       r.payable AS payable_fen
  FROM payroll_run AS r
  LEFT JOIN payroll_computation AS k ON k.run = r.id
  LEFT JOIN payroll_single AS s ON s.run = r.id
  LEFT JOIN closed_run AS c ON c.run = r.id;

-- A person's pay in a run.
CREATE VIEW v_pay AS
SELECT r.run, r.month, r.kind, r.state, e.employee_no, v.name,
       printf('%s%d.%02d', iif(s.payable < 0, '-', ''), abs(s.payable) / 100, abs(s.payable) % 100) AS payable_yuan,
       s.payable AS payable_fen
  FROM payroll_sheet AS s
  LEFT JOIN payroll_computation AS k ON k.run = s.run
  JOIN v_pay_run AS r ON r.run = 'PR' || coalesce(k.number, s.run)
  JOIN employee AS e ON e.id = s.employee
  JOIN v_person AS v ON v.employee_no = e.employee_no;

-- Its lines, in the order of the sheet.
CREATE VIEW v_pay_line AS
SELECT r.run, r.month, r.kind, r.state, e.employee_no, v.name, l.line, l.item, l.label_zh, l.label_en,
       printf('%s%d.%02d', iif(l.amount < 0, '-', ''), abs(l.amount) / 100, abs(l.amount) % 100) AS amount_yuan,
       l.amount AS amount_fen
  FROM payroll_line AS l
  LEFT JOIN payroll_computation AS k ON k.run = l.run
  JOIN v_pay_run AS r ON r.run = 'PR' || coalesce(k.number, l.run)
  JOIN employee AS e ON e.id = l.employee
  JOIN v_person AS v ON v.employee_no = e.employee_no;
