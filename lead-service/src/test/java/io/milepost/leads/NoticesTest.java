package io.milepost.leads;

import io.milepost.platform.testkit.NoticeWalk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is told of what, and that it is told once. */
class NoticesTest {
    @Test
    @DisplayName(
            "R-005, R-028, R-029, R-030, R-035, R-036, R-206, 3.8: each notice goes to whom it has to, is told to somebody, and once")
    void each_is_told_to_somebody_once() {
        NoticeWalk.check(new LeadServiceApplication().service(730, "CN", ""), """
                account-flagged OWNER
                flagged-customer-received OWNER
                register-entry-returned OWNER
                register-book-overdue OWNER MANAGER
                register-book-short OWNER
                meeting-action-overdue OWNER MANAGER
                target-not-approved OWNER MANAGER
                development-day-missed OWNER MANAGER
                follow-up-overdue OWNER MANAGER
                periodic-report OWNER report-schedule.scheduled{"every":"MONTHLY"}
                report-schedule-ended OWNER report-schedule.scheduled{"every":"MONTHLY"}
                attribution-disputed OWNER MANAGER lead.captured lead.registered lead.assigned
                """);
    }
}
