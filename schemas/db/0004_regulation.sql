-- 0004_regulation: editions of regulations, which of them govern whom, and who has signed.

-- The text as it was read, whole: the file explains itself years later.
CREATE TABLE regulation_edition (
  id     INTEGER PRIMARY KEY,        -- the number that results cite
  event  INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  code   TEXT NOT NULL,
  number INTEGER NOT NULL,           -- 1, 2, 3 ... within the code; the newest governs
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  source TEXT NOT NULL,              -- file name, "built in", or the setting that made it
  text   TEXT NOT NULL,
  UNIQUE (code, number)
) STRICT;
CREATE INDEX regulation_edition_by_event ON regulation_edition (event);

-- From from_day on, CODE governs AREA for a department and all below it.  The nearest department wins, in it
-- the latest from_day, then the latest event.
CREATE TABLE adoption (
  id         INTEGER PRIMARY KEY,
  event      INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  department INTEGER NOT NULL REFERENCES department (id),
  area       TEXT NOT NULL CHECK (area IN ('attendance', 'leave', 'payroll', 'appraisal', 'discipline')),
  code       TEXT NOT NULL,
  from_day   INTEGER NOT NULL
) STRICT;
CREATE INDEX adoption_by_event ON adoption (event);

-- An employee's acknowledgement of an edition.
CREATE TABLE regulation_signature (
  id       INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL REFERENCES audit_event (event) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  code     TEXT NOT NULL,
  edition  INTEGER NOT NULL REFERENCES regulation_edition (id),
  on_day   INTEGER NOT NULL,
  UNIQUE (employee, edition)
) STRICT;
CREATE INDEX regulation_signature_by_event ON regulation_signature (event);

CREATE TRIGGER regulation_edition_keeps_update BEFORE UPDATE ON regulation_edition
BEGIN SELECT raise(ABORT, 'regulation_edition holds facts: import a new edition'); END;
CREATE TRIGGER regulation_edition_keeps_delete BEFORE DELETE ON regulation_edition
BEGIN SELECT raise(ABORT, 'regulation_edition holds facts: import a new edition'); END;
CREATE TRIGGER adoption_keeps_update BEFORE UPDATE ON adoption
BEGIN SELECT raise(ABORT, 'adoption holds facts: adopt again'); END;
CREATE TRIGGER adoption_keeps_delete BEFORE DELETE ON adoption
BEGIN SELECT raise(ABORT, 'adoption holds facts: adopt again'); END;
CREATE TRIGGER regulation_signature_keeps_update BEFORE UPDATE ON regulation_signature
BEGIN SELECT raise(ABORT, 'regulation_signature holds facts'); END;
CREATE TRIGGER regulation_signature_keeps_delete BEFORE DELETE ON regulation_signature
BEGIN SELECT raise(ABORT, 'regulation_signature holds facts'); END;
