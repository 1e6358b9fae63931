-- 0016_replace_guards: INSERT OR REPLACE takes a row away without asking the triggers that refuse DELETE, so that
-- decisions and closed results refuse a key that is there already.  Plain facts are left to their digests: no trigger
-- runs for each row of a clock's file.

CREATE TRIGGER day_decision_keeps_insert BEFORE INSERT ON day_decision
WHEN EXISTS (SELECT 1 FROM day_decision WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'day_decision holds decisions: decide again'); END;
CREATE TRIGGER conduct_finding_keeps_insert BEFORE INSERT ON conduct_finding
WHEN EXISTS (SELECT 1 FROM conduct_finding WHERE record = NEW.record)
BEGIN SELECT raise(ABORT, 'conduct_finding holds decisions'); END;
CREATE TRIGGER conduct_decision_keeps_insert BEFORE INSERT ON conduct_decision
WHEN EXISTS (SELECT 1 FROM conduct_decision WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'conduct_decision holds decisions: decide again'); END;
CREATE TRIGGER conduct_service_keeps_insert BEFORE INSERT ON conduct_service
WHEN EXISTS (SELECT 1 FROM conduct_service WHERE decision = NEW.decision)
BEGIN SELECT raise(ABORT, 'conduct_service holds decisions'); END;
CREATE TRIGGER leave_cancel_keeps_insert BEFORE INSERT ON leave_cancel
WHEN EXISTS (SELECT 1 FROM leave_cancel WHERE leave = NEW.leave)
BEGIN SELECT raise(ABORT, 'leave_cancel holds decisions'); END;
CREATE TRIGGER time_correction_confirmation_keeps_insert BEFORE INSERT ON time_correction_confirmation
WHEN EXISTS (SELECT 1 FROM time_correction_confirmation WHERE correction = NEW.correction)
BEGIN SELECT raise(ABORT, 'time_correction_confirmation holds decisions: cancel the correction'); END;
CREATE TRIGGER time_correction_cancel_keeps_insert BEFORE INSERT ON time_correction_cancel
WHEN EXISTS (SELECT 1 FROM time_correction_cancel WHERE correction = NEW.correction)
BEGIN SELECT raise(ABORT, 'time_correction_cancel holds decisions'); END;
CREATE TRIGGER day_objection_answer_keeps_insert BEFORE INSERT ON day_objection_answer
WHEN EXISTS (SELECT 1 FROM day_objection_answer WHERE objection = NEW.objection)
BEGIN SELECT raise(ABORT, 'day_objection_answer holds decisions'); END;
CREATE TRIGGER payroll_hold_keeps_insert BEFORE INSERT ON payroll_hold
WHEN EXISTS (SELECT 1 FROM payroll_hold WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'payroll_hold holds decisions: hold or release'); END;
CREATE TRIGGER payroll_approval_keeps_insert BEFORE INSERT ON payroll_approval
WHEN EXISTS (SELECT 1 FROM payroll_approval WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'payroll_approval holds decisions: withdraw it'); END;
CREATE TRIGGER payroll_approval_withdrawal_keeps_insert BEFORE INSERT ON payroll_approval_withdrawal
WHEN EXISTS (SELECT 1 FROM payroll_approval_withdrawal WHERE approval = NEW.approval)
BEGIN SELECT raise(ABORT, 'payroll_approval_withdrawal holds decisions'); END;
CREATE TRIGGER payroll_payment_keeps_insert BEFORE INSERT ON payroll_payment
WHEN EXISTS (SELECT 1 FROM payroll_payment WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'payroll_payment holds decisions'); END;
CREATE TRIGGER payroll_payment_failure_keeps_insert BEFORE INSERT ON payroll_payment_failure
WHEN EXISTS (SELECT 1 FROM payroll_payment_failure WHERE payment = NEW.payment AND employee = NEW.employee)
BEGIN SELECT raise(ABORT, 'payroll_payment_failure holds decisions'); END;
CREATE TRIGGER adoption_keeps_insert BEFORE INSERT ON adoption
WHEN EXISTS (SELECT 1 FROM adoption WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'adoption holds decisions: adopt again'); END;

-- Nothing is added to a closed run either; both lookups are by index.
CREATE INDEX month_close_by_run ON month_close (run);
CREATE TRIGGER payroll_run_frozen_insert BEFORE INSERT ON payroll_run
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.id) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.id)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_sheet_frozen_insert BEFORE INSERT ON payroll_sheet
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_line_frozen_insert BEFORE INSERT ON payroll_line
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_carry_frozen_insert BEFORE INSERT ON payroll_carry
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_absence_frozen_insert BEFORE INSERT ON payroll_absence
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_single_frozen_insert BEFORE INSERT ON payroll_single
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
CREATE TRIGGER payroll_adjustment_frozen_insert BEFORE INSERT ON payroll_adjustment
WHEN EXISTS (SELECT 1 FROM month_close WHERE run = NEW.run) OR EXISTS (SELECT 1 FROM run_close WHERE run = NEW.run)
BEGIN SELECT raise(ABORT, 'this run is closed'); END;
