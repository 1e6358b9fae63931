-- 0008_payroll_steps: holds, runs of one person, approval, payment and close of a run.

-- Who is left out of a month's pay until he is released.  For one person and month the row of the latest event
-- counts.
CREATE TABLE payroll_hold (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  month    INTEGER NOT NULL,
  held     INTEGER NOT NULL CHECK (held IN (0, 1)),
  reason   TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX payroll_hold_by_event ON payroll_hold (event);
CREATE INDEX payroll_hold_by_month ON payroll_hold (month, employee);

-- A run of one person: the later run of who was held when the month was closed, or a leaver's settlement.  A run
-- without a row here is the month's own.  Results, like payroll_run.
CREATE TABLE payroll_single (
  run      INTEGER PRIMARY KEY REFERENCES payroll_run (id),
  employee INTEGER NOT NULL REFERENCES employee (id),
  kind     TEXT NOT NULL CHECK (kind IN ('supplementary', 'settlement'))
) STRICT;

-- What late facts about a closed month change in the open one: one row for each item, each the origin of a line of
-- the run ("lateness@2026-09").  Results, like payroll_line.
CREATE TABLE payroll_adjustment (
  run          INTEGER NOT NULL REFERENCES payroll_run (id),
  employee     INTEGER NOT NULL REFERENCES employee (id),
  origin_month INTEGER NOT NULL,
  item         TEXT NOT NULL,          -- code of the line in that month
  label_zh     TEXT NOT NULL,
  label_en     TEXT NOT NULL,
  amount       INTEGER NOT NULL CHECK (amount <> 0),   -- fen
  PRIMARY KEY (run, employee, origin_month, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX payroll_adjustment_by_origin ON payroll_adjustment (origin_month);

-- Runs are named by number: a draft that is computed again takes a new one, and what was said of the old holds of it
-- alone.
CREATE TABLE payroll_approval (
  id     INTEGER PRIMARY KEY,
  event  INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  run    INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)   -- of the rows that were approved
) STRICT;
CREATE INDEX payroll_approval_by_event ON payroll_approval (event);
CREATE INDEX payroll_approval_by_run ON payroll_approval (run);

CREATE TABLE payroll_approval_withdrawal (
  approval INTEGER PRIMARY KEY REFERENCES payroll_approval (id),
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  reason   TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX payroll_approval_withdrawal_by_event ON payroll_approval_withdrawal (event);

-- A payment of a run: of everybody in it, or of whom the payments before failed to reach.
CREATE TABLE payroll_payment (
  id     INTEGER PRIMARY KEY,
  event  INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  run    INTEGER NOT NULL,
  on_day INTEGER NOT NULL
) STRICT;
CREATE INDEX payroll_payment_by_event ON payroll_payment (event);
CREATE INDEX payroll_payment_by_run ON payroll_payment (run);

-- Whom a payment did not reach.
CREATE TABLE payroll_payment_failure (
  payment  INTEGER NOT NULL REFERENCES payroll_payment (id),
  employee INTEGER NOT NULL REFERENCES employee (id),
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (payment, employee)
) STRICT, WITHOUT ROWID;
CREATE INDEX payroll_payment_failure_by_event ON payroll_payment_failure (event);

-- The close of a run of one person; month_close closes the month's own.
CREATE TABLE run_close (
  run        INTEGER PRIMARY KEY REFERENCES payroll_run (id),
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  month      INTEGER NOT NULL,
  last_event INTEGER NOT NULL        -- what was known at closing: facts up to this event
) STRICT;
CREATE INDEX run_close_by_event ON run_close (event);

-- Every closed run.
CREATE VIEW closed_run AS
SELECT run, event, month, last_event FROM month_close UNION ALL SELECT run, event, month, last_event FROM run_close;

-- Months that change no more: their own run is paid, or closed before runs were paid.
CREATE VIEW paid_month AS
SELECT month FROM month_close
UNION
SELECT r.month FROM payroll_payment AS p JOIN payroll_run AS r ON r.id = p.run
 WHERE p.run NOT IN (SELECT run FROM payroll_single);

CREATE TRIGGER payroll_hold_keeps_update BEFORE UPDATE ON payroll_hold
BEGIN SELECT raise(ABORT, 'payroll_hold holds facts: hold or release'); END;
CREATE TRIGGER payroll_hold_keeps_delete BEFORE DELETE ON payroll_hold
BEGIN SELECT raise(ABORT, 'payroll_hold holds facts: release'); END;
CREATE TRIGGER payroll_approval_keeps_update BEFORE UPDATE ON payroll_approval
BEGIN SELECT raise(ABORT, 'payroll_approval holds facts: withdraw it'); END;
CREATE TRIGGER payroll_approval_keeps_delete BEFORE DELETE ON payroll_approval
BEGIN SELECT raise(ABORT, 'payroll_approval holds facts: withdraw it'); END;
CREATE TRIGGER payroll_approval_withdrawal_keeps_update BEFORE UPDATE ON payroll_approval_withdrawal
BEGIN SELECT raise(ABORT, 'payroll_approval_withdrawal holds facts'); END;
CREATE TRIGGER payroll_approval_withdrawal_keeps_delete BEFORE DELETE ON payroll_approval_withdrawal
BEGIN SELECT raise(ABORT, 'payroll_approval_withdrawal holds facts'); END;
CREATE TRIGGER payroll_payment_keeps_update BEFORE UPDATE ON payroll_payment
BEGIN SELECT raise(ABORT, 'payroll_payment holds facts'); END;
CREATE TRIGGER payroll_payment_keeps_delete BEFORE DELETE ON payroll_payment
BEGIN SELECT raise(ABORT, 'payroll_payment holds facts'); END;
CREATE TRIGGER payroll_payment_failure_keeps_update BEFORE UPDATE ON payroll_payment_failure
BEGIN SELECT raise(ABORT, 'payroll_payment_failure holds facts'); END;
CREATE TRIGGER payroll_payment_failure_keeps_delete BEFORE DELETE ON payroll_payment_failure
BEGIN SELECT raise(ABORT, 'payroll_payment_failure holds facts'); END;
CREATE TRIGGER run_close_keeps_update BEFORE UPDATE ON run_close
BEGIN SELECT raise(ABORT, 'a closed run stays closed'); END;
CREATE TRIGGER run_close_keeps_delete BEFORE DELETE ON run_close
BEGIN SELECT raise(ABORT, 'a closed run stays closed'); END;
CREATE TRIGGER run_close_keeps_insert BEFORE INSERT ON run_close
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'a closed run stays closed'); END;

CREATE TRIGGER payroll_single_frozen_update BEFORE UPDATE ON payroll_single
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_single_frozen_delete BEFORE DELETE ON payroll_single
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_run_closed_update BEFORE UPDATE ON payroll_run
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.id)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_run_closed_delete BEFORE DELETE ON payroll_run
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.id)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_sheet_closed_update BEFORE UPDATE ON payroll_sheet
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_sheet_closed_delete BEFORE DELETE ON payroll_sheet
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_line_closed_update BEFORE UPDATE ON payroll_line
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_line_closed_delete BEFORE DELETE ON payroll_line
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_carry_closed_update BEFORE UPDATE ON payroll_carry
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_carry_closed_delete BEFORE DELETE ON payroll_carry
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_absence_closed_update BEFORE UPDATE ON payroll_absence
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_absence_closed_delete BEFORE DELETE ON payroll_absence
WHEN EXISTS (SELECT 1 FROM run_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_adjustment_frozen_update BEFORE UPDATE ON payroll_adjustment
WHEN EXISTS (SELECT 1 FROM closed_run WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_adjustment_frozen_delete BEFORE DELETE ON payroll_adjustment
WHEN EXISTS (SELECT 1 FROM closed_run WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
