-- 0019_late_lookups: what closed months are asked for each time, found without reading through them.

-- Between which times an event's punches lie: whoever looks for punches that came after a close reads only those days.
-- NULL in events that were recorded before this was.
ALTER TABLE punch_event ADD COLUMN first_at INTEGER;  -- second of office civil time
ALTER TABLE punch_event ADD COLUMN last_at INTEGER;

-- Sheets with leave for which something may still be handed in.
CREATE INDEX payroll_sheet_pending ON payroll_sheet (run, employee)
WHERE json_valid(row) AND json_extract(row, '$.pending_halves') > 0;
