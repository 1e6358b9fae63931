-- 0009_request: what was asked for, and what was done about it.

-- One row for each thing asked for.  `type` says what kind of thing; `subject` is the row that comes of it (for
-- leave: leave.id).  What has become of a request is not stored: it follows from these rows, the regulation and the
-- moment.
CREATE TABLE request (
  id          INTEGER PRIMARY KEY,
  event       INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  type        TEXT NOT NULL CHECK (type IN ('leave', 'conversion_card')),
  employee    INTEGER NOT NULL REFERENCES employee (id),
  subject     INTEGER,               -- leave: leave.id
  day         INTEGER,               -- conversion_card: the day whose lateness became leave
  asked_at    INTEGER NOT NULL,      -- second of office civil time; the paper's, where it was asked on paper
  channel     TEXT NOT NULL CHECK (channel IN ('own', 'paper', 'telephone')),
  reported_by INTEGER REFERENCES employee (id),   -- who took the telephone call
  reason      TEXT NOT NULL,
  paper       TEXT NOT NULL,         -- number of the paper; '' where there is none
  extends     INTEGER REFERENCES request (id),    -- the request that this one prolongs
  CHECK ((type = 'leave') = (subject IS NOT NULL)),
  CHECK ((type = 'conversion_card') = (day IS NOT NULL))
) STRICT;
CREATE INDEX request_by_event ON request (event);
CREATE INDEX request_by_employee ON request (employee);
CREATE UNIQUE INDEX request_by_subject ON request (type, subject) WHERE subject IS NOT NULL;

CREATE TABLE request_act (
  id      INTEGER PRIMARY KEY,
  event   INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  request INTEGER NOT NULL REFERENCES request (id),
  act     TEXT NOT NULL CHECK (act IN ('approve', 'reject', 'hand_in', 'hand_over', 'waive', 'name_deputy')),
  about   TEXT NOT NULL,             -- code of the step, the paper, the hand-over, or what is waived
  person  INTEGER REFERENCES employee (id),   -- who decided, confirmed, or is named deputy; NULL: an account that is nobody's
  instead INTEGER REFERENCES employee (id),   -- whom he stood in for
  at      INTEGER NOT NULL,          -- second it counts from; the paper's, where it is on paper
  reason  TEXT NOT NULL,
  paper   TEXT NOT NULL
) STRICT;
CREATE INDEX request_act_by_event ON request_act (event);
CREATE INDEX request_act_by_request ON request_act (request);

-- Back at work before the leave was over: from this half on it was not taken.  The latest row of a leave counts.
CREATE TABLE leave_return (
  id     INTEGER PRIMARY KEY,
  event  INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  leave  INTEGER NOT NULL REFERENCES leave (id),
  day    INTEGER NOT NULL,
  half   INTEGER NOT NULL CHECK (half IN (1, 2)),
  paper  TEXT NOT NULL
) STRICT;
CREATE INDEX leave_return_by_event ON leave_return (event);
CREATE INDEX leave_return_by_leave ON leave_return (leave);

-- Files that belong to a request, as they were handed in.
CREATE TABLE attachment (
  id      INTEGER PRIMARY KEY,
  event   INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  request INTEGER NOT NULL REFERENCES request (id),
  name    TEXT NOT NULL,
  type    TEXT NOT NULL,
  sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes   BLOB NOT NULL CHECK (length(bytes) <= 10485760)
) STRICT;
CREATE INDEX attachment_by_event ON attachment (event);
CREATE INDEX attachment_by_request ON attachment (request);

-- Who acts for whom while he is away.  A later row of the same person replaces the earlier where they overlap; one
-- without a deputy ends what is before it.
CREATE TABLE stand_in (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  person   INTEGER NOT NULL REFERENCES employee (id),
  deputy   INTEGER REFERENCES employee (id),
  from_day INTEGER NOT NULL,
  to_day   INTEGER NOT NULL,
  CHECK (person <> deputy AND from_day <= to_day)
) STRICT;
CREATE INDEX stand_in_by_event ON stand_in (event);
CREATE INDEX stand_in_by_person ON stand_in (person, from_day);

CREATE TRIGGER request_keeps_update BEFORE UPDATE ON request
BEGIN SELECT raise(ABORT, 'request holds facts: cancel it and ask again'); END;
CREATE TRIGGER request_keeps_delete BEFORE DELETE ON request
BEGIN SELECT raise(ABORT, 'request holds facts: cancel it'); END;
CREATE TRIGGER request_act_keeps_update BEFORE UPDATE ON request_act
BEGIN SELECT raise(ABORT, 'request_act holds decisions'); END;
CREATE TRIGGER request_act_keeps_delete BEFORE DELETE ON request_act
BEGIN SELECT raise(ABORT, 'request_act holds decisions'); END;
CREATE TRIGGER request_act_keeps_insert BEFORE INSERT ON request_act
WHEN EXISTS (SELECT 1 FROM request_act WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'request_act holds decisions'); END;
CREATE TRIGGER leave_return_keeps_update BEFORE UPDATE ON leave_return
BEGIN SELECT raise(ABORT, 'leave_return holds facts: record it again'); END;
CREATE TRIGGER leave_return_keeps_delete BEFORE DELETE ON leave_return
BEGIN SELECT raise(ABORT, 'leave_return holds facts: record it again'); END;
CREATE TRIGGER attachment_keeps_update BEFORE UPDATE ON attachment
BEGIN SELECT raise(ABORT, 'attachment holds facts'); END;
CREATE TRIGGER attachment_keeps_delete BEFORE DELETE ON attachment
BEGIN SELECT raise(ABORT, 'attachment holds facts'); END;
CREATE TRIGGER stand_in_keeps_update BEFORE UPDATE ON stand_in
BEGIN SELECT raise(ABORT, 'stand_in holds facts: record a new one'); END;
CREATE TRIGGER stand_in_keeps_delete BEFORE DELETE ON stand_in
BEGIN SELECT raise(ABORT, 'stand_in holds facts: record a new one'); END;
