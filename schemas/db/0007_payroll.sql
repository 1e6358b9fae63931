-- 0007_payroll: inputs of the month, runs, and the close.

-- Shown to people as IN<id>.  For a kind that has one value a month the row of the latest event counts; samples
-- and incidents add up.  `replaces` names the row that this one corrects; quantity NULL with `replaces` takes it
-- back.
CREATE TABLE payroll_input (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  month    INTEGER NOT NULL,
  kind     TEXT NOT NULL,            -- "exam", "quality", "loss" ...
  quantity INTEGER,                  -- hundredths of a point, pieces, or fen, as the kind says
  detail   TEXT NOT NULL,            -- severity of a complaint, direction of a call sample; '' else
  comment  TEXT NOT NULL,
  paper    TEXT NOT NULL,
  replaces INTEGER REFERENCES payroll_input (id)
) STRICT;
CREATE INDEX payroll_input_by_event ON payroll_input (event);
CREATE INDEX payroll_input_by_month ON payroll_input (month, employee);
CREATE INDEX payroll_input_by_replaces ON payroll_input (replaces) WHERE replaces IS NOT NULL;

-- A draft of a month's pay, shown as PR<id>.  Results: may be deleted and computed again while the month is open.
CREATE TABLE payroll_run (
  id         INTEGER PRIMARY KEY,
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  month      INTEGER NOT NULL,
  last_event INTEGER NOT NULL,       -- the newest event whose facts the run has seen
  people     INTEGER NOT NULL,
  payable    INTEGER NOT NULL        -- fen
) STRICT;
CREATE INDEX payroll_run_by_month ON payroll_run (month);

CREATE TABLE payroll_sheet (
  run      INTEGER NOT NULL REFERENCES payroll_run (id),
  employee INTEGER NOT NULL REFERENCES employee (id),
  row      TEXT NOT NULL CHECK (json_valid(row)),   -- the columns of the sheet (schemas/json/payroll.sheet.json)
  payable  INTEGER NOT NULL,
  PRIMARY KEY (run, employee)
) STRICT, WITHOUT ROWID;

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
) STRICT, WITHOUT ROWID;

-- Balances that the run leaves to the next month.
CREATE TABLE payroll_carry (
  run      INTEGER NOT NULL REFERENCES payroll_run (id),
  employee INTEGER NOT NULL REFERENCES employee (id),
  kind     TEXT NOT NULL CHECK (kind IN ('loss', 'other')),
  amount   INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (run, employee, kind)
) STRICT, WITHOUT ROWID;

-- Half days of absence without leave, kept because a row of them may run over the month's end.
CREATE TABLE payroll_absence (
  run      INTEGER NOT NULL REFERENCES payroll_run (id),
  employee INTEGER NOT NULL REFERENCES employee (id),
  day      INTEGER NOT NULL,
  halves   INTEGER NOT NULL CHECK (halves IN (1, 2)),
  PRIMARY KEY (run, employee, day)
) STRICT, WITHOUT ROWID;

-- The close of a month freezes the run it names, and all months before it.
CREATE TABLE month_close (
  month      INTEGER PRIMARY KEY,
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  run        INTEGER NOT NULL REFERENCES payroll_run (id),
  last_event INTEGER NOT NULL        -- what was known at closing: facts up to this event
) STRICT;

CREATE TRIGGER payroll_input_keeps_update BEFORE UPDATE ON payroll_input
BEGIN SELECT raise(ABORT, 'payroll_input holds facts: enter a correction'); END;
CREATE TRIGGER payroll_input_keeps_delete BEFORE DELETE ON payroll_input
BEGIN SELECT raise(ABORT, 'payroll_input holds facts: enter a correction'); END;
CREATE TRIGGER month_close_keeps_update BEFORE UPDATE ON month_close
BEGIN SELECT raise(ABORT, 'a closed month stays closed'); END;
CREATE TRIGGER month_close_keeps_delete BEFORE DELETE ON month_close
BEGIN SELECT raise(ABORT, 'a closed month stays closed'); END;
CREATE TRIGGER month_close_keeps_insert BEFORE INSERT ON month_close
WHEN EXISTS (SELECT 1 FROM month_close WHERE month = NEW.month)
BEGIN SELECT raise(ABORT, 'a closed month stays closed'); END;

CREATE TRIGGER payroll_run_frozen_update BEFORE UPDATE ON payroll_run
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.id)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_run_frozen_delete BEFORE DELETE ON payroll_run
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.id)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_sheet_frozen_update BEFORE UPDATE ON payroll_sheet
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_sheet_frozen_delete BEFORE DELETE ON payroll_sheet
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_line_frozen_update BEFORE UPDATE ON payroll_line
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_line_frozen_delete BEFORE DELETE ON payroll_line
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_carry_frozen_update BEFORE UPDATE ON payroll_carry
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_carry_frozen_delete BEFORE DELETE ON payroll_carry
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_absence_frozen_update BEFORE UPDATE ON payroll_absence
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
CREATE TRIGGER payroll_absence_frozen_delete BEFORE DELETE ON payroll_absence
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = OLD.run)
BEGIN SELECT raise(ABORT, 'the month of this run is closed'); END;
