package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.testkit.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of the evidence of a deal in negotiation, in random histories, and a planted mistake that breaks it. */
class EvidenceLawsTest {
    private static final String REACHED =
            "a proved milestone is reached, and every milestone that is reached has its evidence";

    @Test
    void laws_of_a_deal_in_negotiation() {
        laws(OPPORTUNITY.decider()).check();
    }

    @Test
    void notice_a_proof_of_what_is_not_reached() {
        var sound = OPPORTUNITY.decider();
        var planted = new Decider<Opportunity, Command, OpportunityEvent>(
                (state, command, occasion) -> command instanceof ReachMilestoneByFact fact
                        ? prove(state, fact)
                        : sound.decide().decide(state, command, occasion),
                sound.begin(),
                sound.evolve());
        assertThatThrownBy(() -> laws(planted).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(REACHED);
    }

    private static Decision<OpportunityEvent> prove(Opportunity deal, ReachMilestoneByFact fact) {
        var proved = new OpportunityMilestoneProved(7, "FIRST_NEGOTIATION_ROUND_HELD", fact.on(), fact.evidence());
        return deal.progress().proofs().contains(proved) ? Decision.unchanged() : Decision.accepted(proved);
    }

    private static Laws<Opportunity, Command, OpportunityEvent> laws(
            Decider<Opportunity, Command, OpportunityEvent> decider) {
        var negotiating = Catalogue.of("opportunity", "opportunities", decider)
                .command(ReachMilestone.class)
                .command(ReachMilestoneByFact.class)
                .command(MeetCriterion.class)
                .command(AgreeTerms.class)
                .event(OpportunityMilestoneReached.class, "opportunity.milestone-reached", 1)
                .event(OpportunityMilestoneProved.class, "opportunity.milestone-proved", 1)
                .event(SuccessCriterionMet.class, "opportunity.success-criterion-met", 1)
                .event(OpportunityTermsAgreed.class, "opportunity.terms-agreed", 1)
                .event(OpportunityStageEntered.class, "opportunity.stage-entered", 1)
                .refusals(No.class, Usual.values())
                .open()
                .view(OpportunityView.class, OpportunityView::of);
        return Laws.of(negotiating)
                .after(
                        new OpportunityIdentified(
                                null,
                                null,
                                "kim",
                                null,
                                null,
                                null,
                                null,
                                null,
                                "standard",
                                2,
                                null,
                                null,
                                null,
                                null,
                                null),
                        new OpportunityStageAdvanced(6, 7))
                .suggesting("milestone", "FIRST_NEGOTIATION_ROUND_HELD")
                .suggesting("criterion", "PRICE_AGREED", "QUOTATION_ACCEPTED")
                .always(REACHED, EvidenceLawsTest::isSound);
    }

    private static boolean isSound(Opportunity deal) {
        var progress = deal.progress();
        var shown = StageEvidence.of(deal);
        var reached = progress.milestones().stream()
                .map(OpportunityMilestoneReached::milestone)
                .distinct()
                .toList();
        return progress.proofs().stream().allMatch(proof -> reached.contains(proof.milestone()))
                && shown.stream().map(StageEvidence::code).toList().containsAll(reached)
                && shown.stream()
                        .filter(evidence ->
                                progress.stage().milestone(evidence.code()).isPresent())
                        .map(StageEvidence::code)
                        .allMatch(List.copyOf(reached)::contains);
    }
}
