package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.OF_DEALS;
import static io.milepost.opportunities.opportunity.Opportunities.TODAY;
import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.Stage.Fact;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.ParticularCommand.*;
import io.milepost.opportunities.opportunity.Progress.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What belongs to a deal: its currency, and days that are not before it. */
class DealTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_DEALS);
    private static final Scenario<Opportunity, Command, OpportunityEvent> NOTHING =
            Scenario.of(OPPORTUNITY).recording(REACHED);
    private static final UUID LEAD = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final LocalDate BEGAN = TODAY.minusDays(7);
    private static final LocalDate BEFORE = BEGAN.minusDays(1);
    private static final Money DOLLARS = Money.of("4821.00", "USD");
    private static final Money EUROS = Money.of("4514.00", "EUR");
    private static final Scenario<Opportunity, Command, OpportunityEvent> DEAL =
            NOTHING.given(identified(DOLLARS, BEGAN));
    private static final Scenario<Opportunity, Command, OpportunityEvent> OLD =
            NOTHING.given(identified(DOLLARS, null));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-045: a deal stays in its currency; where nobody could say its value it has none yet")
    void stays_in_its_currency() {
        DEAL.when(new UpdateValue(EUROS)).thenRefused(CURRENCY_CHANGED, "/expectedValue/currency");
        NOTHING.given(identified(null, BEGAN))
                .when(new UpdateValue(EUROS))
                .then(new OpportunityValueUpdated(null, EUROS))
                .when(new UpdateValue(DOLLARS))
                .thenRefused(CURRENCY_CHANGED, "/expectedValue/currency");
        var marks = Money.of("9000.00", "DEM");
        NOTHING.given(identified(marks, BEGAN))
                .when(new UpdateValue(EUROS))
                .then(new OpportunityValueUpdated(marks, EUROS));
    }

    @Test
    void is_expected_to_close_today_at_the_earliest() {
        NOTHING.when(closing(TODAY.minusDays(1))).thenRefused(CLOSE_EXPECTED_IN_PAST, "/expectedCloseOn");
        assertThat(NOTHING.when(closing(TODAY)).decision().events()).hasSize(1);
    }

    @Test
    @DisplayName("R-045, R-194: nobody means a day in the year 9999, for the close of a deal or for a milestone")
    void its_days_are_plausible() {
        var never = LocalDate.parse("9999-12-31");
        var last = TODAY.plusYears(50);
        NOTHING.when(closing(never)).thenRefused(DAY_IMPLAUSIBLE, "/expectedCloseOn");
        NOTHING.when(closing(last.plusDays(1))).thenRefused(DAY_IMPLAUSIBLE, "/expectedCloseOn");
        assertThat(NOTHING.when(closing(last)).decision().events()).hasSize(1);
        DEAL.when(new ExpectClose(never)).thenRefused(DAY_IMPLAUSIBLE, "/expectedCloseOn");
        DEAL.when(new ExpectClose(last)).then(new OpportunityCloseExpected(null, last));
        DEAL.when(plan("CONTACT_NAMED", never)).thenRefused(DAY_IMPLAUSIBLE, "/milestones/0/plannedOn");
        DEAL.when(plan("CONTACT_NAMED", last))
                .then(new OpportunityMilestonesPlanned(List.of(new PlannedMilestone(1, "CONTACT_NAMED", last))));
    }

    @Test
    @DisplayName("R-041: nobody but an importer says by hand that it came from a lead")
    void comes_from_a_lead_by_its_conversion() {
        var row = OPPORTUNITY.command(IdentifyOpportunity.class);
        var led = new IdentifyOpportunity(null, null, "kim", null, null, null, null, LEAD, null, null, null);
        assertThat(row.rolesFor(closing(TODAY)))
                .containsExactlyInAnyOrder(Role.SALES_REP, Role.SALES_MANAGER, Role.IMPORTER)
                .isEqualTo(row.roles());
        assertThat(row.rolesFor(led)).containsExactly(Role.IMPORTER);
    }

    @Test
    @DisplayName("R-054: closed by hand on the day on which it was identified at the earliest")
    void is_not_closed_before_it_began() {
        DEAL.when(new CloseAsLost("price", "ask earlier", BEFORE, EndCause.PRICE))
                .thenRefused(CLOSED_BEFORE_IDENTIFIED, "/closedOn");
        DEAL.when(new Withdraw("x", BEFORE, "ask earlier", EndCause.CAPACITY))
                .thenRefused(CLOSED_BEFORE_IDENTIFIED, "/closedOn");
        DEAL.when(new CloseAsLost("price", "ask earlier", BEGAN, EndCause.PRICE))
                .then(new OpportunityLost("price", "ask earlier", BEGAN, DOLLARS, "standard", 2, EndCause.PRICE));
        OLD.when(new Withdraw("x", BEFORE, "ask earlier", EndCause.CAPACITY))
                .then(new OpportunityWithdrawn(
                        "x", BEFORE, DOLLARS, "standard", 2, "ask earlier", EndCause.CAPACITY, null));
    }

    @Test
    @DisplayName("R-053: a signature is a fact, in whatever currency and on whatever day")
    void is_won_by_what_was_signed() {
        var won = DEAL.when(new WinOpportunity(CONTRACT, EUROS, BEFORE)).decision();
        assertThat(won.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        OpportunityWon.class,
                        fact -> assertThat(fact.closedOn()).isEqualTo(BEFORE));
    }

    @Test
    @DisplayName("R-049: what somebody says to prove a stage is of the year before the deal was identified or later")
    void a_proof_belongs_to_its_deal() {
        var earliest = BEGAN.minusYears(1);
        var tooEarly = earliest.minusDays(1);
        DEAL.when(new ReachMilestone("CONTACT_NAMED", null, tooEarly)).thenRefused(PROOF_TOO_EARLY, "/on");
        DEAL.when(new RecordCommitment("Ann", "a visit", tooEarly, null)).thenRefused(PROOF_TOO_EARLY, "/on");
        DEAL.when(new MeetCriterion("NEED_NOTED", null, tooEarly)).thenRefused(PROOF_TOO_EARLY, "/on");
        DEAL.when(session(tooEarly)).thenRefused(PROOF_TOO_EARLY, "/on");
        DEAL.when(new MeetCriterion("NEED_NOTED", null, earliest))
                .then(new SuccessCriterionMet(1, "NEED_NOTED", null, earliest));
        assertThat(DEAL.when(session(earliest)).decision().events()).hasSize(1);
        DEAL.when(new ReachMilestone("CONTACT_NAMED", null, earliest))
                .then(new OpportunityMilestoneReached(1, "CONTACT_NAMED", earliest, null));
        DEAL.when(new RecordCommitment("Ann", "a visit", earliest, null))
                .then(new CustomerCommitmentRecorded(1, "Ann", "a visit", earliest, null, null, null));
        DEAL.given(new OpportunityStageAdvanced(6, 7))
                .when(new ReachMilestoneByFact(Fact.NEGOTIATION_ROUND, "quotation 7", tooEarly))
                .then(
                        new OpportunityMilestoneReached(7, "FIRST_NEGOTIATION_ROUND_HELD", tooEarly, "quotation 7"),
                        new OpportunityMilestoneProved(7, "FIRST_NEGOTIATION_ROUND_HELD", tooEarly, "quotation 7"),
                        new OpportunityStageEntered(7, tooEarly));
    }

    @Test
    @DisplayName("R-194: a milestone is planned for no day before the deal, by its code in whatever spelling")
    void plans_from_its_beginning_on() {
        DEAL.when(plan("CONTACT_NAMED", BEFORE)).thenRefused(PLANNED_BEFORE_DEAL, "/milestones/0/plannedOn");
        DEAL.when(plan(" contact_named", BEGAN))
                .then(new OpportunityMilestonesPlanned(List.of(new PlannedMilestone(1, "CONTACT_NAMED", BEGAN))))
                .when(plan("CONTACT_NAMED", BEGAN))
                .thenNothing();
    }

    @Test
    @DisplayName("R-044, G04: qualified again with what convinced us is nothing, with something else it is no")
    void is_qualified_for_one_reason() {
        Opportunities.IDENTIFIED
                .recording(ReachedRefusals.of(OPPORTUNITY))
                .when(new QualifyOpportunity("budget seen"))
                .then(new OpportunityQualified("budget seen", "kim", "standard", 2, false, null, null))
                .when(new QualifyOpportunity("budget seen"))
                .thenNothing()
                .when(new QualifyOpportunity("budget doubted"))
                .thenRefused(OPPORTUNITY_ALREADY_QUALIFIED, "/note");
    }

    @Test
    @DisplayName("R-044: a note that is sealed is known again by its hash, one that was stored open by its text")
    void knows_a_sealed_note_again() {
        var identified = Opportunities.IDENTIFIED.recording(ReachedRefusals.of(OPPORTUNITY));
        identified
                .given(new OpportunityQualified("sealed", "kim", "standard", 2, false, null, "h-seen"))
                .when(new QualifyOpportunity("budget seen"))
                .digest("note", "h-seen")
                .thenNothing()
                .when(new QualifyOpportunity("another"))
                .digest("note", "h-another")
                .thenRefused(OPPORTUNITY_ALREADY_QUALIFIED, "/note");
        identified
                .given(new OpportunityQualified("budget seen", "kim", "standard", 2, false, null, null))
                .when(new QualifyOpportunity("budget seen"))
                .digest("note", "h-seen")
                .thenNothing();
    }

    private static RecordSession session(LocalDate on) {
        return new RecordSession(
                SessionKind.PRESENTATION, on, "Ann", List.of("kim"), List.of("GTX Pro"), "liked it", "minutes 3");
    }

    private static PlanMilestones plan(String milestone, LocalDate on) {
        return new PlanMilestones(List.of(new PlannedMilestone(1, milestone, on)));
    }

    private static IdentifyOpportunity closing(LocalDate on) {
        return new IdentifyOpportunity(null, null, "kim", null, null, null, on, null, null, null, null);
    }

    private static OpportunityIdentified identified(@Nullable Money value, @Nullable LocalDate on) {
        return new OpportunityIdentified(
                null, null, "kim", null, null, value, null, null, "standard", 2, on, null, null, null, null);
    }
}
