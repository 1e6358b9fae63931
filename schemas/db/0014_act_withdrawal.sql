-- 0014_act_withdrawal: what somebody decided, confirmed or handed in about a request, and took back the same day.

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
