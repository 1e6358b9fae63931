-- 0012_opening: what stood in the office's older books on the day from which this file counts.

-- Taken over as it was written there, not computed.  For one person, kind and day the row of the latest event counts;
-- quantity 0 takes an entry back.
CREATE TABLE opening_balance (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  on_day   INTEGER NOT NULL,           -- the first day that this file counts
  kind     TEXT NOT NULL,              -- "loss", "other", "absence", or "leave:" and the kind of leave
  day      INTEGER NOT NULL,           -- of absence: the day; else on_day
  quantity INTEGER NOT NULL CHECK (quantity >= 0)   -- fen, or half days
) STRICT;
CREATE INDEX opening_balance_by_event ON opening_balance (event);
CREATE INDEX opening_balance_by_employee ON opening_balance (employee, kind, day);

CREATE TRIGGER opening_balance_keeps_update BEFORE UPDATE ON opening_balance
BEGIN SELECT raise(ABORT, 'opening_balance holds facts: import a correction'); END;
CREATE TRIGGER opening_balance_keeps_delete BEFORE DELETE ON opening_balance
BEGIN SELECT raise(ABORT, 'opening_balance holds facts: import a correction'); END;
