package io.milepost.opportunities.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectClosed;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectClosingStarted;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectTerminated;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.EndWeeklyReporting;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A sales project that has ended owes no more reports, however it ended. One that never was kicked off never owed any. */
public final class WhenSalesProjectEndsThenEndWeeklyReporting {

    public static final Automation<SalesProjectTerminated> TERMINATED = on("terminated", SalesProjectTerminated.class);

    public static final Automation<SalesProjectClosingStarted> CLOSING =
            on("closing-started", SalesProjectClosingStarted.class);

    public static final Automation<SalesProjectClosed> CLOSED = on("closed", SalesProjectClosed.class);

    private WhenSalesProjectEndsThenEndWeeklyReporting() {}

    private static <T> Automation<T> on(String fact, Class<T> event) {
        return new Automation<>(
                "when-sales-project-%s-then-end-weekly-reporting".formatted(fact),
                "opportunity",
                "sales-project.%s.v1".formatted(fact),
                event,
                (cause, _) -> Optional.of(new Reaction.Command(cause.subject(), new EndWeeklyReporting())),
                Set.of(UNKNOWN_TARGET));
    }
}
