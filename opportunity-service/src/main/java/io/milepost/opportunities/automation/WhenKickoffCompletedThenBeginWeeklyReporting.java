package io.milepost.opportunities.automation;

import static io.milepost.opportunities.weeklyreporting.WeeklyReporting.No.NO_REPORTS_OWED;
import static io.milepost.platform.inbox.Automation.Unreached.ALREADY_EXISTS;

import io.milepost.opportunities.salesproject.SalesProjectEvent.KickoffCompleted;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.BeginWeeklyReporting;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A sales project owes a weekly report from its kickoff on, where its level says so. Its level may have begun them already. */
public final class WhenKickoffCompletedThenBeginWeeklyReporting {

    public static final Automation<KickoffCompleted> AUTOMATION = new Automation<>(
            "when-kickoff-completed-then-begin-weekly-reporting",
            "opportunity",
            "sales-project.kickoff-completed.v1",
            KickoffCompleted.class,
            (cause, _) -> Optional.of(new Reaction.Command(cause.subject(), new BeginWeeklyReporting(cause.subject()))),
            Set.of(NO_REPORTS_OWED, ALREADY_EXISTS));

    private WhenKickoffCompletedThenBeginWeeklyReporting() {}
}
