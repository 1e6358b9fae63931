-- 0011_conduct: what people did, who found it, what was decided, and when the person was told.  Shown as CO<id>.

CREATE TABLE conduct_record (
  id    INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  kind  TEXT NOT NULL,                -- code of a kind of conduct in the regulation that governs those concerned
  day   INTEGER NOT NULL,
  text  TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX conduct_record_by_event ON conduct_record (event);
CREATE INDEX conduct_record_by_day ON conduct_record (day);

-- Whom it concerns, in the order in which they were named.
CREATE TABLE conduct_person (
  record   INTEGER NOT NULL REFERENCES conduct_record (id),
  place    INTEGER NOT NULL CHECK (place >= 1),
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  PRIMARY KEY (record, place),
  UNIQUE (record, employee)
) STRICT, WITHOUT ROWID;
CREATE INDEX conduct_person_by_event ON conduct_person (event);

-- The second person's finding.
CREATE TABLE conduct_finding (
  record INTEGER PRIMARY KEY REFERENCES conduct_record (id),
  event  INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX conduct_finding_by_event ON conduct_finding (event);

-- What was decided about one person, on what grounds.  For one matter the row of the latest event counts.
CREATE TABLE conduct_decision (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  record   INTEGER REFERENCES conduct_record (id),   -- NULL: absence without leave
  last_day INTEGER NOT NULL,                         -- of the absence; the day of the record else
  outcome  TEXT NOT NULL CHECK (outcome <> ''),
  reason   TEXT NOT NULL CHECK (reason <> ''),
  grounds  TEXT NOT NULL CHECK (json_valid(grounds))   -- clause, what it proposes, days
) STRICT;
CREATE INDEX conduct_decision_by_event ON conduct_decision (event);
CREATE INDEX conduct_decision_by_day ON conduct_decision (last_day, employee);

-- That the person was told, and what he said.
CREATE TABLE conduct_service (
  decision INTEGER PRIMARY KEY REFERENCES conduct_decision (id),
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  on_day   INTEGER NOT NULL,
  said     TEXT NOT NULL                             -- '' where he said nothing
) STRICT;
CREATE INDEX conduct_service_by_event ON conduct_service (event);

CREATE TRIGGER conduct_record_keeps_update BEFORE UPDATE ON conduct_record
BEGIN SELECT raise(ABORT, 'conduct_record holds facts: decide "none"'); END;
CREATE TRIGGER conduct_record_keeps_delete BEFORE DELETE ON conduct_record
BEGIN SELECT raise(ABORT, 'conduct_record holds facts: decide "none"'); END;
CREATE TRIGGER conduct_person_keeps_update BEFORE UPDATE ON conduct_person
BEGIN SELECT raise(ABORT, 'conduct_person holds facts'); END;
CREATE TRIGGER conduct_person_keeps_delete BEFORE DELETE ON conduct_person
BEGIN SELECT raise(ABORT, 'conduct_person holds facts'); END;
CREATE TRIGGER conduct_finding_keeps_update BEFORE UPDATE ON conduct_finding
BEGIN SELECT raise(ABORT, 'conduct_finding holds facts'); END;
CREATE TRIGGER conduct_finding_keeps_delete BEFORE DELETE ON conduct_finding
BEGIN SELECT raise(ABORT, 'conduct_finding holds facts'); END;
CREATE TRIGGER conduct_decision_keeps_update BEFORE UPDATE ON conduct_decision
BEGIN SELECT raise(ABORT, 'conduct_decision holds facts: decide again'); END;
CREATE TRIGGER conduct_decision_keeps_delete BEFORE DELETE ON conduct_decision
BEGIN SELECT raise(ABORT, 'conduct_decision holds facts: decide again'); END;
CREATE TRIGGER conduct_service_keeps_update BEFORE UPDATE ON conduct_service
BEGIN SELECT raise(ABORT, 'conduct_service holds facts'); END;
CREATE TRIGGER conduct_service_keeps_delete BEFORE DELETE ON conduct_service
BEGIN SELECT raise(ABORT, 'conduct_service holds facts'); END;
