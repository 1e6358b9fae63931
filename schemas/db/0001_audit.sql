-- 0001_audit: what was done, by whom, when; settings and roles.
--
-- Every use-case that writes adds one row here, in the same transaction.  Fact tables carry the number of the
-- event that recorded them; `written` holds, per table, how many rows the event wrote and their SHA-256, and
-- `hash` chains the events, so that `svcadm audit verify` finds a changed, added or missing row.
--
-- Units everywhere: days since 1970-01-01, seconds of office civil time since then, months since year 0
-- (year * 12 + month - 1), whole fen, halves of a workday.

CREATE TABLE audit_event (
  event       INTEGER PRIMARY KEY,   -- 1, 2, 3 ...: the order of events
  recorded_at INTEGER NOT NULL,      -- the machine's clock, in office civil time
  as_of       INTEGER NOT NULL,      -- the time the use-case worked with; differs under --as-of
  actor       TEXT NOT NULL,         -- employee number, or "uid:N" where the account is nobody's
  delegate    TEXT,                  -- who typed it for the actor (--by)
  action      TEXT NOT NULL,         -- "clock-in.import"
  subject     TEXT NOT NULL,         -- whom or what it concerns
  detail      TEXT NOT NULL CHECK (json_valid(detail)),   -- arguments worth keeping
  written     TEXT NOT NULL CHECK (json_valid(written)),  -- {"punch": {"rows": 4000, "sha256": "..."}}
  previous    TEXT NOT NULL CHECK (length(previous) IN (0, 64)),
  hash        TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER audit_event_keeps_update BEFORE UPDATE ON audit_event
BEGIN SELECT raise(ABORT, 'audit_event is append-only'); END;
CREATE TRIGGER audit_event_keeps_delete BEFORE DELETE ON audit_event
BEGIN SELECT raise(ABORT, 'audit_event is append-only'); END;
CREATE TRIGGER audit_event_keeps_insert BEFORE INSERT ON audit_event
WHEN NEW.event <= (SELECT coalesce(max(event), 0) FROM audit_event)
BEGIN SELECT raise(ABORT, 'audit_event is append-only'); END;

-- What no regulation decides: name of the office, UTC offset, place, first month, language.
CREATE TABLE setting (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  key      TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  value    TEXT NOT NULL
) STRICT;
CREATE INDEX setting_by_event ON setting (event);
CREATE TRIGGER setting_keeps_update BEFORE UPDATE ON setting
BEGIN SELECT raise(ABORT, 'setting holds facts: record a new one'); END;
CREATE TRIGGER setting_keeps_delete BEFORE DELETE ON setting
BEGIN SELECT raise(ABORT, 'setting holds facts: record a new one'); END;

-- Who may do what.  `holder` is an employee number or "uid:N"; a later row of the same holder and role
-- replaces the earlier; granted = 0 takes the role away from from_day on.
CREATE TABLE role_grant (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  holder   TEXT NOT NULL,
  role     TEXT NOT NULL CHECK (role IN ('administrator', 'personnel', 'payroll', 'service', 'credit', 'archive',
                                         'reader', 'delegate')),
  from_day INTEGER NOT NULL,
  to_day   INTEGER,                  -- last day; NULL: until further notice
  granted  INTEGER NOT NULL CHECK (granted IN (0, 1))
) STRICT;
CREATE INDEX role_grant_by_event ON role_grant (event);
CREATE TRIGGER role_grant_keeps_update BEFORE UPDATE ON role_grant
BEGIN SELECT raise(ABORT, 'role_grant holds facts: grant or revoke'); END;
CREATE TRIGGER role_grant_keeps_delete BEFORE DELETE ON role_grant
BEGIN SELECT raise(ABORT, 'role_grant holds facts: grant or revoke'); END;

-- Which person an account of the operating system is.
CREATE TABLE account (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  uid      INTEGER NOT NULL,
  holder   TEXT NOT NULL             -- employee number
) STRICT;
CREATE INDEX account_by_event ON account (event);
CREATE TRIGGER account_keeps_update BEFORE UPDATE ON account
BEGIN SELECT raise(ABORT, 'account holds facts: record a new one'); END;
CREATE TRIGGER account_keeps_delete BEFORE DELETE ON account
BEGIN SELECT raise(ABORT, 'account holds facts: record a new one'); END;

-- One row for each file that brought something in.
CREATE TABLE import_batch (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  kind     TEXT NOT NULL,            -- "punch", "employee" ...
  layout   TEXT NOT NULL,
  file     TEXT NOT NULL,            -- name without folder
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
  encoding TEXT NOT NULL,
  read     INTEGER NOT NULL,         -- rows
  imported INTEGER NOT NULL,
  known    INTEGER NOT NULL,         -- already in the file
  rejected INTEGER NOT NULL
) STRICT;
CREATE INDEX import_batch_by_event ON import_batch (event);
CREATE TRIGGER import_batch_keeps_update BEFORE UPDATE ON import_batch
BEGIN SELECT raise(ABORT, 'import_batch holds facts'); END;
CREATE TRIGGER import_batch_keeps_delete BEFORE DELETE ON import_batch
BEGIN SELECT raise(ABORT, 'import_batch holds facts'); END;
