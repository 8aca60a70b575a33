package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.MILESTONE_ALREADY_REACHED;
import static io.milepost.opportunities.opportunity.Opportunity.No.MILESTONE_NOT_OF_STAGE;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;

import io.milepost.opportunities.bid.Bid.BidSubmitted;
import io.milepost.opportunities.inbound.contract.ContractSentForSignature;
import io.milepost.opportunities.kernel.Stage.Fact;
import io.milepost.opportunities.opportunity.Opportunity.ReachMilestoneByFact;
import io.milepost.opportunities.quotation.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.requirement.RequirementEvent.RequirementReviewed;
import io.milepost.opportunities.solution.SolutionEvent.SolutionDemonstrated;
import io.milepost.opportunities.solution.SolutionEvent.SolutionSubmitted;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The facts that reach a milestone, where the sales process of the deal says so and the deal stands in that milestone's stage.
 * Otherwise nothing follows, nor does it from a repeated fact, or for a deal that has ended.
 */
public final class WhenFactArrivesThenReachMilestone {
    private static final Set<Refusal> SETTLED_BY =
            Set.of(MILESTONE_NOT_OF_STAGE, MILESTONE_ALREADY_REACHED, OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON);

    public static final Automation<NegotiationRoundRecorded> NEGOTIATION_ROUND = new Automation<>(
            "when-negotiation-round-recorded-then-reach-milestone",
            "opportunity",
            "quotation.negotiation-round-recorded.v1",
            NegotiationRoundRecorded.class,
            (cause, round) ->
                    reach(round.opportunityId(), Fact.NEGOTIATION_ROUND, evidence("quotation", cause), round.on()),
            SETTLED_BY);

    public static final Automation<ContractSentForSignature> SENT_FOR_SIGNATURE = new Automation<>(
            "when-contract-sent-for-signature-then-reach-milestone",
            "contract",
            "contract.sent-for-signature.v1",
            ContractSentForSignature.class,
            (cause, sent) ->
                    reach(sent.opportunityId(), Fact.SENT_FOR_SIGNATURE, evidence("contract", cause), sent.sentOn()),
            SETTLED_BY);

    public static final Automation<SolutionSubmitted> SOLUTION_SUBMITTED = new Automation<>(
            "when-solution-submitted-then-reach-milestone",
            "opportunity",
            "solution.submitted.v1",
            SolutionSubmitted.class,
            (cause, event) ->
                    reach(event.opportunityId(), Fact.PROPOSAL_SUBMITTED, evidence("solution", cause), event.on()),
            SETTLED_BY);

    public static final Automation<SolutionDemonstrated> SOLUTION_DEMONSTRATED = new Automation<>(
            "when-solution-demonstrated-then-reach-milestone",
            "opportunity",
            "solution.demonstrated.v1",
            SolutionDemonstrated.class,
            (cause, event) ->
                    reach(event.opportunityId(), Fact.DEMONSTRATION_HELD, evidence("solution", cause), event.on()),
            SETTLED_BY);

    public static final Automation<RequirementReviewed> REQUIREMENT_REVIEWED = new Automation<>(
            "when-requirement-reviewed-then-reach-milestone",
            "opportunity",
            "requirement.reviewed.v1",
            RequirementReviewed.class,
            (cause, event) ->
                    reach(event.opportunityId(), Fact.REQUIREMENT_REVIEWED, evidence("requirement", cause), event.on()),
            SETTLED_BY);

    public static final Automation<BidSubmitted> BID_SUBMITTED = new Automation<>(
            "when-bid-submitted-then-reach-milestone",
            "opportunity",
            "bid.submitted.v1",
            BidSubmitted.class,
            (cause, event) -> reach(event.opportunityId(), Fact.BID_SUBMITTED, evidence("bid", cause), event.on()),
            SETTLED_BY);

    private WhenFactArrivesThenReachMilestone() {}

    private static Optional<Reaction.Command> reach(UUID opportunity, Fact fact, String evidence, LocalDate on) {
        return Optional.of(new Reaction.Command(opportunity, new ReachMilestoneByFact(fact, evidence, on)));
    }

    private static String evidence(String what, Inbound cause) {
        return what + " " + cause.subject();
    }
}
