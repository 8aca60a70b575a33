package io.milepost.opportunities.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectReopened;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.ResumeWeeklyReporting;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A sales project that goes on owes weekly reports again from that day on; one that never was kicked off owes none yet (decision 44). */
public final class WhenSalesProjectReopenedThenResumeWeeklyReporting {

    public static final Automation<SalesProjectReopened> AUTOMATION = new Automation<>(
            "when-sales-project-reopened-then-resume-weekly-reporting",
            "opportunity",
            "sales-project.reopened.v1",
            SalesProjectReopened.class,
            (cause, _) -> Optional.of(new Reaction.Command(cause.subject(), new ResumeWeeklyReporting())),
            Set.of(UNKNOWN_TARGET));

    private WhenSalesProjectReopenedThenResumeWeeklyReporting() {}
}
