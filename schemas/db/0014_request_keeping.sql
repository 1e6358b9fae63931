-- 0014_request_keeping: what a leave was when it was asked for, and acts that were taken back the same day.

-- The work that was due in a leave as calendar and roster stood when it was asked for.  A later change of them makes no
-- new demand on it.
CREATE TABLE request_basis (
  request     INTEGER PRIMARY KEY REFERENCES request (id),
  event       INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  halves      INTEGER NOT NULL CHECK (halves >= 0),   -- of days on which work was due
  first_day   INTEGER NOT NULL,      -- the first of those days; of the leave, where none is due
  starts_at   INTEGER NOT NULL,      -- second of office civil time from which the person is away
  day_ends_at INTEGER NOT NULL       -- second at which work ends on the first day
) STRICT;
CREATE INDEX request_basis_by_event ON request_basis (event);

-- An act with a row here never was; both stay in the file.
CREATE TABLE request_act_withdrawal (
  act    INTEGER PRIMARY KEY REFERENCES request_act (id),
  event  INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX request_act_withdrawal_by_event ON request_act_withdrawal (event);

CREATE TRIGGER request_act_withdrawal_keeps_update BEFORE UPDATE ON request_act_withdrawal
BEGIN SELECT raise(ABORT, 'request_act_withdrawal holds decisions'); END;
CREATE TRIGGER request_act_withdrawal_keeps_delete BEFORE DELETE ON request_act_withdrawal
BEGIN SELECT raise(ABORT, 'request_act_withdrawal holds decisions'); END;
CREATE TRIGGER request_act_withdrawal_keeps_insert BEFORE INSERT ON request_act_withdrawal
WHEN EXISTS (SELECT 1 FROM request_act_withdrawal WHERE act = NEW.act)
BEGIN SELECT raise(ABORT, 'request_act_withdrawal holds decisions'); END;
CREATE TRIGGER request_basis_keeps_update BEFORE UPDATE ON request_basis
BEGIN SELECT raise(ABORT, 'request_basis holds facts'); END;
CREATE TRIGGER request_basis_keeps_delete BEFORE DELETE ON request_basis
BEGIN SELECT raise(ABORT, 'request_basis holds facts'); END;
