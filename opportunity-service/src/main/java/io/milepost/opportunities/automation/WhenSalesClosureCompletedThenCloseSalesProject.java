package io.milepost.opportunities.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.opportunities.inbound.delivery.SalesClosureCompleted;
import io.milepost.opportunities.salesproject.SalesProjectCommand.CloseSalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.ClosingCause;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A sales project ends with its closure, which is decided in delivery-handover-service (R-177, domain 3.4). A deal that ended before it
 * was qualified never had a sales project, so nothing is left to close. No refusal settles it: a project that was closed otherwise is
 * parked for somebody to look at.
 */
public final class WhenSalesClosureCompletedThenCloseSalesProject {

    public static final Automation<SalesClosureCompleted> AUTOMATION = new Automation<>(
            "when-sales-closure-completed-then-close-sales-project",
            "delivery",
            "sales-closure.project-closed.v1",
            SalesClosureCompleted.class,
            WhenSalesClosureCompletedThenCloseSalesProject::react,
            Set.of(UNKNOWN_TARGET));

    private WhenSalesClosureCompletedThenCloseSalesProject() {}

    private static Optional<Reaction.Command> react(Inbound cause, SalesClosureCompleted closed) {
        var outcome = switch (closed.outcome()) {
            case WON -> ClosingCause.WON;
            case LOST -> ClosingCause.LOST;
            case WITHDRAWN -> ClosingCause.WITHDRAWN;
            case ATI_REJECTED -> ClosingCause.ATI_REJECTED;
            case TERMINATED -> ClosingCause.TERMINATED;
        };
        return Optional.of(
                new Reaction.Command(closed.opportunityId(), new CloseSalesProject(outcome, closed.closedOn())));
    }
}
