package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;

import io.milepost.opportunities.bid.Bid.BidShortlisted;
import io.milepost.opportunities.configuration.Configuration.ConfigurationIssued;
import io.milepost.opportunities.configuration.Configuration.ConfigurationKind;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.Opportunity.ShowFact;
import io.milepost.opportunities.requirement.RequirementEvent.RequirementBaselined;
import io.milepost.opportunities.solution.Solution.SolutionKind;
import io.milepost.opportunities.solution.SolutionEvent.SolutionConfirmed;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The facts that meet a criterion of a deal, in whatever stage it stands: its requirement is baselined, its formal solution confirmed, its
 * bill of quantities issued, its bid shortlisted. A deal that has ended stays as it is.
 */
public final class WhenProofArrivesThenShowFact {
    private static final Set<Refusal> SETTLED_BY = Set.of(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON);

    public static final Automation<RequirementBaselined> REQUIREMENT_BASELINED = new Automation<>(
            "when-requirement-baselined-then-show-fact",
            "opportunity",
            "requirement.baselined.v1",
            RequirementBaselined.class,
            (cause, event) -> show(
                    event.opportunityId(),
                    ShownBy.REQUIREMENT_BASELINE,
                    "requirement",
                    cause,
                    event.version(),
                    event.on()),
            SETTLED_BY);

    public static final Automation<SolutionConfirmed> SOLUTION_CONFIRMED = new Automation<>(
            "when-solution-confirmed-then-show-fact",
            "opportunity",
            "solution.confirmed.v1",
            SolutionConfirmed.class,
            (cause, event) -> event.kind() == SolutionKind.FORMAL
                    ? show(
                            event.opportunityId(),
                            ShownBy.FORMAL_SOLUTION,
                            "solution",
                            cause,
                            event.version(),
                            event.on())
                    : Optional.empty(),
            SETTLED_BY);

    public static final Automation<ConfigurationIssued> BILL_ISSUED = new Automation<>(
            "when-configuration-issued-then-show-fact",
            "opportunity",
            "configuration.issued.v1",
            ConfigurationIssued.class,
            (cause, event) -> event.kind() == ConfigurationKind.BILL_OF_QUANTITIES
                    ? show(
                            event.opportunityId(),
                            ShownBy.BILL_OF_QUANTITIES,
                            "configuration",
                            cause,
                            event.version(),
                            event.on())
                    : Optional.empty(),
            SETTLED_BY);

    public static final Automation<BidShortlisted> BID_SHORTLISTED = new Automation<>(
            "when-bid-shortlisted-then-show-fact",
            "opportunity",
            "bid.shortlisted.v1",
            BidShortlisted.class,
            (cause, event) -> Optional.of(new Reaction.Command(
                    event.opportunityId(), new ShowFact(ShownBy.SHORTLISTING, "bid " + cause.subject(), event.on()))),
            SETTLED_BY);

    private WhenProofArrivesThenShowFact() {}

    private static Optional<Reaction.Command> show(
            UUID opportunity, ShownBy fact, String what, Inbound cause, int version, LocalDate on) {
        var evidence = "%s %s version %d".formatted(what, cause.subject(), version);
        return Optional.of(new Reaction.Command(opportunity, new ShowFact(fact, evidence, on)));
    }
}
