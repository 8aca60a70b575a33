package io.milepost.opportunities.automation;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.salesproject.SalesProjectCommand.ProposeSalesProject;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * Establishment begins when an opportunity is qualified whose sales process requires an ATI decision: a sales project is proposed under
 * its id (domain 3.5). Nothing follows from any other, nor from a qualification that does not state its process.
 */
public final class WhenOpportunityQualifiedThenProposeSalesProject {

    public static final Automation<OpportunityQualified> AUTOMATION = new Automation<>(
            "when-opportunity-qualified-then-propose-sales-project",
            "opportunity",
            "opportunity.qualified.v1",
            OpportunityQualified.class,
            WhenOpportunityQualifiedThenProposeSalesProject::react,
            Set.of());

    private WhenOpportunityQualifiedThenProposeSalesProject() {}

    private static boolean needsAti(OpportunityQualified qualified) {
        return qualified.atiNeeded() == null
                ? SalesProcesses.of(qualified.template(), qualified.templateVersion())
                        .needsAti()
                : qualified.atiNeeded();
    }

    private static Optional<Reaction.Command> react(Inbound cause, OpportunityQualified qualified) {
        return Optional.ofNullable(qualified.owner())
                .filter(owner -> needsAti(qualified))
                .map(owner -> new Reaction.Command(
                        cause.subject(),
                        new ProposeSalesProject(
                                owner, qualified.template(), qualified.templateVersion(), qualified.pursuit())));
    }
}
