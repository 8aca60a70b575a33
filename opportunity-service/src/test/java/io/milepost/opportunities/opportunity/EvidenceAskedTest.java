package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.TODAY;
import static io.milepost.opportunities.opportunity.Opportunity.No.EVIDENCE_MISSING;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Deals whose sales process asks for what shows each proof. */
class EvidenceAskedTest {
    private static final Pursuit EVIDENCE = new Pursuit(null, null, null, List.of(Asked.EVIDENCE));
    private static final Scenario<Opportunity, Command, OpportunityEvent> ASKED = deal(EVIDENCE);
    private static final Scenario<Opportunity, Command, OpportunityEvent> NOT_ASKED = deal(null);

    @Test
    @DisplayName("R-049: where it is asked for, milestone, criterion and commitment come with what shows them")
    void proofs_come_with_evidence() {
        for (var bare : List.of(
                new ReachMilestone("M1", null, null),
                new ReachMilestone("M1", " ", null),
                new MeetCriterion("C1", null, null),
                new RecordCommitment("Ann", "the next step", null, null))) {
            ASKED.when(bare).thenRefused(EVIDENCE_MISSING, "/evidence");
        }
        ASKED.when(new ReachMilestone("M1", "call 5", null))
                .then(new OpportunityMilestoneReached(1, "M1", TODAY, "call 5"), new OpportunityStageEntered(1, TODAY))
                .when(new MeetCriterion("C1", "note 2", null))
                .then(new SuccessCriterionMet(1, "C1", "note 2", TODAY))
                .when(new RecordCommitment("Ann", "the next step", null, "mail 7"))
                .then(
                        new CustomerCommitmentRecorded(1, "Ann", "the next step", TODAY, null, "mail 7", null),
                        new OpportunityStageSucceeded(1),
                        new WinProbabilityChanged(0, 30));
        // An import repeats what was recorded elsewhere.
        ASKED.when(new ReachMilestone("M1", null, null))
                .unbound()
                .then(new OpportunityMilestoneReached(1, "M1", TODAY, null), new OpportunityStageEntered(1, TODAY));
    }

    @Test
    @DisplayName("R-049: elsewhere a commitment keeps its evidence too, and is another one with another")
    void a_commitment_keeps_its_evidence() {
        var committed = NOT_ASKED
                .when(new RecordCommitment("Ann", "the next step", null, "mail 7"))
                .then(new CustomerCommitmentRecorded(1, "Ann", "the next step", TODAY, null, "mail 7", null));
        committed
                .when(new RecordCommitment("Ann", "the next step", null, "mail 7"))
                .thenNothing();
        committed
                .when(new RecordCommitment("Ann", "the next step", null, "mail 8"))
                .then(new CustomerCommitmentRecorded(1, "Ann", "the next step", TODAY, null, "mail 8", null));
        NOT_ASKED
                .when(new RecordCommitment("Ann", "the next step", null, null))
                .then(new CustomerCommitmentRecorded(1, "Ann", "the next step", TODAY, null, null, null));
    }

    @Test
    @DisplayName("R-188: a deal carries what its version asks for from its identification on")
    void a_deal_carries_what_is_asked() {
        assertThat(OpportunityCatalogue.asked(ASKED.state()).asked()).containsExactly(Asked.EVIDENCE);
        assertThat(OpportunityCatalogue.asked(NOT_ASKED.state()).asked()).isEmpty();
    }

    private static Scenario<Opportunity, Command, OpportunityEvent> deal(@Nullable Pursuit pursuit) {
        var version = new ProcessVersion("north", 4, Templates.stages(30, 60, 100), List.of(), pursuit);
        return Scenario.of(OPPORTUNITY)
                .when(new IdentifyOpportunity(null, null, "kim", null, null, null, null, null, "north", null, null))
                .reading(new Offered(version))
                .then(new OpportunityIdentified(
                        null,
                        null,
                        "kim",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "north",
                        4,
                        TODAY,
                        version.stages(),
                        List.of(),
                        null,
                        pursuit));
    }
}
