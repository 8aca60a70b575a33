package io.milepost.opportunities.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityWithdrawn;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityWon;
import io.milepost.opportunities.salesproject.SalesProjectCommand.StartClosing;
import io.milepost.opportunities.salesproject.SalesProjectEvent.ClosingCause;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The closing of a sales project begins with the end of its opportunity, however that ended (domain 3.5). A deal that ended before it
 * was qualified has no sales project, nor does one whose process requires no ATI decision. Of the processes that the product comes with
 * that is known; of any other the sales project itself is asked.
 */
public final class WhenOpportunityEndsThenCloseSalesProject {
    private static final Set<Refusal> SETTLED_BY = Set.of(UNKNOWN_TARGET);

    public static final Automation<OpportunityWon> WON = new Automation<>(
            "when-opportunity-won-then-close-sales-project",
            "opportunity",
            "opportunity.won.v1",
            OpportunityWon.class,
            (cause, won) -> close(cause, won.template(), won.templateVersion(), ClosingCause.WON, won.closedOn()),
            SETTLED_BY);

    public static final Automation<OpportunityLost> LOST = new Automation<>(
            "when-opportunity-lost-then-close-sales-project",
            "opportunity",
            "opportunity.lost.v1",
            OpportunityLost.class,
            (cause, lost) -> close(cause, lost.template(), lost.templateVersion(), ClosingCause.LOST, lost.closedOn()),
            SETTLED_BY);

    public static final Automation<OpportunityWithdrawn> WITHDRAWN = new Automation<>(
            "when-opportunity-withdrawn-then-close-sales-project",
            "opportunity",
            "opportunity.withdrawn.v1",
            OpportunityWithdrawn.class,
            (cause, withdrawn) -> close(
                    cause,
                    withdrawn.template(),
                    withdrawn.templateVersion(),
                    ClosingCause.WITHDRAWN,
                    withdrawn.closedOn()),
            SETTLED_BY);

    private WhenOpportunityEndsThenCloseSalesProject() {}

    private static Optional<Reaction.Command> close(
            Inbound cause, @Nullable String template, @Nullable Integer version, ClosingCause how, LocalDate on) {
        var process = template == null || version == null
                ? SalesProcesses.newest(template)
                : SalesProcesses.find(template, version);
        return process.isPresent() && !process.get().needsAti()
                ? Optional.empty()
                : Optional.of(new Reaction.Command(cause.subject(), new StartClosing(how, on)));
    }
}
