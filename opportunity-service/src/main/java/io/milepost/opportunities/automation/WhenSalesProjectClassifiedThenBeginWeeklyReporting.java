package io.milepost.opportunities.automation;

import static io.milepost.opportunities.weeklyreporting.WeeklyReporting.No.NO_REPORTS_OWED;
import static io.milepost.platform.inbox.Automation.Unreached.ALREADY_EXISTS;

import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectClassified;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.BeginWeeklyReporting;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A sales project that runs owes weekly reports from the day on which it gets a level that asks for them. Before its
 * kickoff it owes none yet.
 */
public final class WhenSalesProjectClassifiedThenBeginWeeklyReporting {

    public static final Automation<SalesProjectClassified> AUTOMATION = new Automation<>(
            "when-sales-project-classified-then-begin-weekly-reporting",
            "opportunity",
            "sales-project.classified.v1",
            SalesProjectClassified.class,
            (cause, _) -> Optional.of(new Reaction.Command(cause.subject(), new BeginWeeklyReporting(cause.subject()))),
            Set.of(NO_REPORTS_OWED, ALREADY_EXISTS));

    private WhenSalesProjectClassifiedThenBeginWeeklyReporting() {}
}
