-- The month-end of scripts/bench in plain SQL, for the stock sqlite3 shell.  @IN@, @OUT@ and @MONTH@ are put in before.
--
-- The rules are those of tests/data/regulations/month-end.toml.  Everything is kept in the file it runs on: people,
-- punches without doubles, each person's days, and the pay.  Counted are halves of a day, and fen.
.bail on
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -262144;

CREATE TABLE person (no TEXT PRIMARY KEY, name TEXT, department TEXT, hired TEXT) WITHOUT ROWID;
CREATE TABLE off (no TEXT, kind TEXT, first TEXT, last TEXT, status TEXT);
CREATE TABLE special_day (day TEXT PRIMARY KEY, kind TEXT) WITHOUT ROWID;
CREATE TABLE punch (no TEXT, day TEXT, clock TEXT, direction TEXT,
                    PRIMARY KEY (no, day, clock, direction)) WITHOUT ROWID;
CREATE TABLE person_day (no TEXT, day TEXT, late INT, early INT, fine INT, absent INT, personal INT, sick INT,
                         annual INT, PRIMARY KEY (no, day)) WITHOUT ROWID;
CREATE TABLE pay (no TEXT PRIMARY KEY, workdays INT, late INT, early INT, absent INT, personal INT, sick INT,
                  annual INT, full INT, fines INT, absence_cost INT, sick_cost INT, net INT) WITHOUT ROWID;
CREATE TEMP TABLE line (no TEXT, at TEXT, direction TEXT);

.mode csv
.import --skip 1 @IN@/employees.csv person
.import --skip 1 @IN@/leaves.csv off
.import --skip 1 @IN@/holidays.csv special_day
.import --skip 1 --schema temp @IN@/punches.csv line

BEGIN;
-- Lines that mean something: somebody's, a moment of the month that exists, a direction.
CREATE TEMP TABLE good AS
  SELECT no, date(at) AS day, time(at) AS clock, direction FROM line CROSS JOIN person USING (no)
   WHERE at BETWEEN '@MONTH@-01' AND '@MONTH@-32' AND datetime(at) IS at AND direction IN ('in', 'out');
INSERT INTO punch SELECT DISTINCT no, day, clock, direction FROM good ORDER BY no, day, clock, direction;

CREATE TEMP TABLE workday (day TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO workday
  WITH RECURSIVE month (day) AS (
    VALUES ('@MONTH@-01') UNION ALL
    SELECT date(day, '+1 day') FROM month WHERE strftime('%m', day, '+1 day') = strftime('%m', day))
  SELECT day FROM month LEFT JOIN special_day USING (day)
   WHERE iif(kind IS NULL, strftime('%w', day) BETWEEN '1' AND '5', kind = 'workday');

CREATE TEMP TABLE day_off (no TEXT, day TEXT, kind TEXT, PRIMARY KEY (no, day)) WITHOUT ROWID;
INSERT INTO day_off SELECT no, day, kind FROM off JOIN workday ON day BETWEEN first AND last WHERE status = 'approved';

-- Minutes of the day, without seconds, of who came and went.
CREATE TEMP TABLE seen (no TEXT, day TEXT, came INT, went INT, PRIMARY KEY (no, day)) WITHOUT ROWID;
INSERT INTO seen
  SELECT no, day, substr(came, 1, 2) * 60 + substr(came, 4, 2), substr(went, 1, 2) * 60 + substr(went, 4, 2)
    FROM (SELECT no, day, min(clock) FILTER (WHERE direction = 'in') AS came,
                 max(clock) FILTER (WHERE direction = 'out') AS went
            FROM punch GROUP BY no, day);

INSERT INTO person_day
  SELECT no, day, late, early,
         CASE WHEN late BETWEEN 1 AND 5 THEN 3000 WHEN late BETWEEN 6 AND 10 THEN 5000
              WHEN late BETWEEN 11 AND 15 THEN 8000 ELSE 0 END +
         CASE WHEN early BETWEEN 1 AND 5 THEN 3000 WHEN early BETWEEN 6 AND 10 THEN 5000
              WHEN early BETWEEN 11 AND 15 THEN 8000 ELSE 0 END,
         absent, iif(kind IS 'personal', 2, (late > 15) + (early > 15)), 2 * (kind IS 'sick'), 2 * (kind IS 'annual')
    FROM (SELECT no, day, kind,
                 iif(whole, max(0, came - 9 * 60), 0) AS late, iif(whole, max(0, 18 * 60 - went), 0) AS early,
                 iif(kind IS NULL, (came IS NULL) + (went IS NULL), 0) AS absent
            FROM (SELECT no, day, kind, came, went,
                         kind IS NULL AND came IS NOT NULL AND went IS NOT NULL AS whole
                    FROM person CROSS JOIN workday
                    LEFT JOIN seen USING (no, day) LEFT JOIN day_off USING (no, day)));

INSERT INTO pay
  SELECT *, max(0, 180000 + 20000 + full - fines - absence_cost - sick_cost) FROM (
    SELECT no, workdays, late, early, absent, personal, sick, annual, iif(absent + personal + sick = 0, 20000, 0) AS full,
           fines, (180000 * (absent + personal) + workdays) / (2 * workdays) AS absence_cost,
           (180000 * sick * iif(date(hired, '+2 years') <= '@MONTH@-01', 30, 40) + 100 * workdays) / (200 * workdays)
             AS sick_cost
      FROM (SELECT no, count(*) AS workdays, sum(late > 0) AS late, sum(early > 0) AS early, sum(fine) AS fines,
                   sum(absent) AS absent, sum(personal) AS personal, sum(sick) AS sick, sum(annual) AS annual
              FROM person_day GROUP BY no) JOIN person USING (no));
COMMIT;

.mode list
.headers off
.separator ' '
SELECT new || ' new', (good - new) || ' known', (lines - good) || ' rejected'
  FROM (SELECT (SELECT count(*) FROM punch) AS new, (SELECT count(*) FROM good) AS good,
               (SELECT count(*) FROM line) AS lines);

-- The columns that svcadm has too, in its words.
.headers on
.separator ',' "\n"
.output @OUT@
SELECT no AS employee_no, workdays AS month_workdays,
       printf('%d.%d', present / 2, present % 2 * 5) AS present_days,
       late AS late_count, early AS early_count,
       printf('%d.%d', absent / 2, absent % 2 * 5) AS absenteeism_days,
       printf('%d.%d', personal / 2, personal % 2 * 5) AS personal_days,
       printf('%d.%d', sick / 2, sick % 2 * 5) AS sick_days,
       printf('%d.%d', annual / 2, annual % 2 * 5) AS annual_days,
       '1800.00' AS base,
       printf('%d.%02d', full / 100, full % 100) AS full_attendance,
       '200.00' AS performance,
       printf('%d.%02d', fines / 100, fines % 100) AS lateness_deduction,
       printf('%d.%02d', absence_cost / 100, absence_cost % 100) AS personal_deduction,
       printf('%d.%02d', sick_cost / 100, sick_cost % 100) AS sick_deduction,
       printf('%d.%02d', net / 100, net % 100) AS payable
  FROM (SELECT *, 2 * workdays - absent - personal - sick - annual AS present FROM pay) ORDER BY no;
