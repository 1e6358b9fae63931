-- 0017_views: the file for people who write their own reports (svcadm-db(5), which names every column).
--
-- Dates are 'YYYY-MM-DD', moments 'YYYY-MM-DD HH:MM:SS' of office civil time, months 'YYYY-MM'; money is a text of yuan
-- (..._yuan) and whole fen (..._fen).  Names are those of the newest term.

CREATE VIEW v_department AS
WITH newest AS (
  SELECT department, name, parent, from_day,
         row_number() OVER (PARTITION BY department ORDER BY from_day DESC, event DESC, id DESC) AS place
    FROM department_term)
SELECT n.name AS department, p.name AS parent, date(n.from_day * 86400, 'unixepoch') AS from_date
  FROM newest AS n LEFT JOIN newest AS p ON p.department = n.parent AND p.place = 1
 WHERE n.place = 1;

-- Each attribute of each person from the day on which it begins: of several rows of one day the latest event's.
CREATE VIEW v_person_term AS
WITH living AS (
  SELECT employee, attribute, from_day, value,
         row_number() OVER (PARTITION BY employee, attribute, from_day ORDER BY event DESC, id DESC) AS place
    FROM employee_term),
department_name AS (
  SELECT department, name, row_number() OVER (PARTITION BY department ORDER BY from_day DESC, event DESC, id DESC) AS place
    FROM department_term)
SELECT e.employee_no,
       l.attribute,
       date(l.from_day * 86400, 'unixepoch') AS from_date,
       date(lead(l.from_day) OVER (PARTITION BY l.employee, l.attribute ORDER BY l.from_day) * 86400 - 86400,
            'unixepoch') AS to_date,
       CASE WHEN l.value = '' THEN NULL
            WHEN l.attribute = 'department' THEN d.name
            WHEN l.attribute = 'superior' THEN s.employee_no
            WHEN l.attribute = 'base_pay' THEN printf('%d.%02d', CAST(l.value AS INTEGER) / 100,
                                                      CAST(l.value AS INTEGER) % 100)
            WHEN l.attribute IN ('hired', 'left', 'probation_end') THEN date(CAST(l.value AS INTEGER) * 86400, 'unixepoch')
            ELSE l.value END AS value
  FROM living AS l
  JOIN employee AS e ON e.id = l.employee
  LEFT JOIN department_name AS d
    ON l.attribute = 'department' AND d.department = CAST(l.value AS INTEGER) AND d.place = 1
  LEFT JOIN employee AS s ON l.attribute = 'superior' AND s.id = CAST(l.value AS INTEGER)
 WHERE l.place = 1;

-- Everybody with the newest of each attribute, though it may begin later; left_on is that of the newest service.
CREATE VIEW v_person AS
WITH newest AS (
  SELECT employee_no, attribute, from_date, value FROM v_person_term WHERE to_date IS NULL)
SELECT e.employee_no,
       max(n.value) FILTER (WHERE n.attribute = 'name') AS name,
       max(n.value) FILTER (WHERE n.attribute = 'department') AS department,
       max(n.value) FILTER (WHERE n.attribute = 'post') AS post,
       max(n.value) FILTER (WHERE n.attribute = 'grade') AS grade,
       max(n.value) FILTER (WHERE n.attribute = 'superior') AS superior_no,
       max(n.value) FILTER (WHERE n.attribute = 'hired') AS hired_on,
       CASE WHEN max(n.from_date) FILTER (WHERE n.attribute = 'left')
              >= max(n.from_date) FILTER (WHERE n.attribute = 'hired')
            THEN max(n.value) FILTER (WHERE n.attribute = 'left') END AS left_on,
       max(n.value) FILTER (WHERE n.attribute = 'probation_end') AS probation_end,
       max(n.value) FILTER (WHERE n.attribute = 'base_pay') AS base_pay_yuan,
       CAST(replace(max(n.value) FILTER (WHERE n.attribute = 'base_pay'), '.', '') AS INTEGER) AS base_pay_fen,
       max(n.value) FILTER (WHERE n.attribute = 'device_number') AS device_number,
       max(n.value) FILTER (WHERE n.attribute = 'agent_number') AS agent_number
  FROM employee AS e LEFT JOIN newest AS n ON n.employee_no = e.employee_no
 GROUP BY e.employee_no;

-- Every punch as it was recorded, and whose number it was on that day.
CREATE VIEW v_punch AS
WITH holder AS (
  SELECT 'employee' AS kind, employee_no AS number, employee_no, '0000-01-01' AS from_date, NULL AS to_date FROM employee
  UNION ALL
  SELECT replace(attribute, '_number', ''), value, employee_no, from_date, to_date
    FROM v_person_term
   WHERE attribute IN ('device_number', 'agent_number') AND value IS NOT NULL)
SELECT datetime(p.at, 'unixepoch') AS at,
       date(p.at, 'unixepoch') AS day,
       h.employee_no,
       v.name,
       n.kind AS number_kind,
       n.text AS number,
       CASE p.direction WHEN 1 THEN 'in' WHEN 2 THEN 'out' WHEN 3 THEN 'lunch_start' WHEN 4 THEN 'lunch_end'
                        WHEN 5 THEN 'overtime_in' WHEN 6 THEN 'overtime_out' END AS direction,
       d.name AS device,
       p.event
  FROM punch AS p
  JOIN punch_number AS n ON n.id = p.number
  LEFT JOIN punch_device AS d ON d.id = p.device
  LEFT JOIN holder AS h
    ON h.kind = n.kind AND h.number = n.text AND h.from_date <= date(p.at, 'unixepoch')
   AND (h.to_date IS NULL OR h.to_date >= date(p.at, 'unixepoch'))
  LEFT JOIN v_person AS v ON v.employee_no = h.employee_no;

CREATE VIEW v_leave AS
WITH back AS (
  SELECT leave, day, half, row_number() OVER (PARTITION BY leave ORDER BY event DESC, id DESC) AS place FROM leave_return)
SELECT 'LV' || l.id AS leave,
       e.employee_no,
       v.name,
       l.kind,
       date(l.first_day * 86400, 'unixepoch') AS first_date,
       l.first_half,
       date(l.last_day * 86400, 'unixepoch') AS last_date,
       l.last_half,
       nullif(l.paper, '') AS paper,
       datetime(r.asked_at, 'unixepoch') AS asked_at,
       date(b.day * 86400, 'unixepoch') AS back_on,
       b.half AS back_half,
       c.reason AS cancelled_because,
       l.event
  FROM leave AS l
  JOIN employee AS e ON e.id = l.employee
  JOIN v_person AS v ON v.employee_no = e.employee_no
  LEFT JOIN request AS r ON r.type = 'leave' AND r.subject = l.id
  LEFT JOIN back AS b ON b.leave = l.id AND b.place = 1
  LEFT JOIN leave_cancel AS c ON c.leave = l.id;

-- The runs that count: the draft of an open month, the frozen one of a closed month, and those of one person.
CREATE VIEW v_pay_run AS
SELECT 'PR' || r.id AS run,
       printf('%04d-%02d', r.month / 12, r.month % 12 + 1) AS month,
       coalesce(s.kind, 'month') AS kind,
       CASE WHEN c.run IS NOT NULL THEN 'closed'
            WHEN EXISTS (SELECT 1 FROM payroll_payment AS p WHERE p.run = r.id) THEN 'paid'
            ELSE 'draft' END AS state,
       r.people,
       printf('%s%d.%02d', iif(r.payable < 0, '-', ''), abs(r.payable) / 100, abs(r.payable) % 100) AS payable_yuan,
       r.payable AS payable_fen
  FROM payroll_run AS r
  LEFT JOIN payroll_single AS s ON s.run = r.id
  LEFT JOIN closed_run AS c ON c.run = r.id;

-- A person's pay in a run.
CREATE VIEW v_pay AS
SELECT r.run, r.month, r.kind, r.state, e.employee_no, v.name,
       printf('%s%d.%02d', iif(s.payable < 0, '-', ''), abs(s.payable) / 100, abs(s.payable) % 100) AS payable_yuan,
       s.payable AS payable_fen
  FROM payroll_sheet AS s
  JOIN v_pay_run AS r ON r.run = 'PR' || s.run
  JOIN employee AS e ON e.id = s.employee
  JOIN v_person AS v ON v.employee_no = e.employee_no;

-- Its lines, in the order of the sheet.
CREATE VIEW v_pay_line AS
SELECT r.run, r.month, r.kind, r.state, e.employee_no, v.name, l.line, l.item, l.label_zh, l.label_en,
       printf('%s%d.%02d', iif(l.amount < 0, '-', ''), abs(l.amount) / 100, abs(l.amount) % 100) AS amount_yuan,
       l.amount AS amount_fen
  FROM payroll_line AS l
  JOIN v_pay_run AS r ON r.run = 'PR' || l.run
  JOIN employee AS e ON e.id = l.employee
  JOIN v_person AS v ON v.employee_no = e.employee_no;

CREATE VIEW v_audit_event AS
SELECT a.event,
       datetime(a.recorded_at, 'unixepoch') AS recorded_at,
       datetime(a.as_of, 'unixepoch') AS as_of,
       a.actor,
       v.name AS actor_name,
       a.delegate,
       a.action,
       a.subject,
       a.detail
  FROM audit_event AS a LEFT JOIN v_person AS v ON v.employee_no = a.actor;
