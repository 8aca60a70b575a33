package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.OF_REOPENING;
import static io.milepost.opportunities.opportunity.Opportunities.QUOTATION;
import static io.milepost.opportunities.opportunity.Opportunities.TODAY;
import static io.milepost.opportunities.opportunity.Opportunities.identified;
import static io.milepost.opportunities.opportunity.Opportunities.in;
import static io.milepost.opportunities.opportunity.Opportunities.qualified;
import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-054, decision 44: an end that is no signature is undone, with a reason")
class ReopeningTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(Stream.concat(
                    OF_REOPENING.stream(),
                    Stream.<Refusal>of(
                            OPPORTUNITY_ALREADY_WON,
                            OPPORTUNITY_CLOSED,
                            CAUSE_MISSING,
                            LESSONS_MISSING,
                            REASON_MISSING))
            .toList());
    private static final Scenario<Opportunity, Command, OpportunityEvent> IDENTIFIED =
            Opportunities.IDENTIFIED.recording(REACHED);
    private static final Scenario<Opportunity, Command, OpportunityEvent> QUALIFIED =
            Opportunities.QUALIFIED.recording(REACHED);
    private static final ReopenOpportunity AGAIN = new ReopenOpportunity("the customer is back");
    private static final OpportunityRejected REJECTED =
            new OpportunityRejected("no budget", "ask earlier", EndCause.BUDGET);
    private static final OpportunityLost LOST =
            new OpportunityLost("price", "ask earlier", TODAY, null, "standard", 2, EndCause.PRICE);
    private static final OpportunityWithdrawn WITHDRAWN =
            new OpportunityWithdrawn("no people", TODAY, null, "standard", 2, "hire", EndCause.CAPACITY, null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("It goes on where it stood, with what was proved, and as far as it had come")
    void it_goes_on_where_it_stood() {
        var third = in(3, 20)
                .recording(REACHED)
                .given(new OpportunityMilestoneReached(3, "PROPOSAL_DELIVERED", TODAY, null));
        var before = OpportunityView.of(third.state());
        var again = third.given(LOST)
                .when(AGAIN)
                .then(new OpportunityReopened("the customer is back", TODAY, Undone.LOST, 3, 20));
        var view = OpportunityView.of(again.state());
        assertThat(view.status()).isEqualTo("QUALIFIED").isEqualTo(before.status());
        assertThat(view.stage()).isEqualTo(3).isEqualTo(before.stage());
        assertThat(view.winProbability()).isEqualTo(20).isEqualTo(before.winProbability());
        assertThat(view.progress()).isEqualTo(before.progress());
        assertThat(view.closedOn()).isNull();
        assertThat(view.reason()).isNull();
        assertThat(view.reopened().undone()).isEqualTo(Undone.LOST);

        assertThat(status(IDENTIFIED.given(REJECTED).when(AGAIN).then(reopened(Undone.REJECTED))))
                .isEqualTo("IDENTIFIED");
        assertThat(status(QUALIFIED.given(WITHDRAWN).when(AGAIN).then(reopened(Undone.WITHDRAWN))))
                .isEqualTo("QUALIFIED");
        assertThat(status(QUALIFIED
                        .given(new OpportunityAuthorized("board", TODAY), LOST)
                        .when(AGAIN)
                        .then(reopened(Undone.LOST))))
                .isEqualTo("AUTHORIZED");
    }

    @Test
    @DisplayName("It may be qualified, moved and lost again; the history has both ends, the view the last")
    void it_may_end_again() {
        var lost = IDENTIFIED
                .given(REJECTED)
                .when(AGAIN)
                .then(reopened(Undone.REJECTED))
                .when(new QualifyOpportunity(null))
                .then(qualified("standard"))
                .when(new CloseAsLost("too slow", "be quicker", TODAY.plusDays(3), EndCause.TIMING))
                .on(TODAY.plusDays(3))
                .then(new OpportunityLost(
                        "too slow",
                        "be quicker",
                        TODAY.plusDays(3),
                        identified("standard").expectedValue(),
                        "standard",
                        2,
                        EndCause.TIMING));
        assertThat(OpportunityView.of(lost.state()).reason()).isEqualTo("too slow");
        lost.when(new ReopenOpportunity("they wait for us"))
                .on(TODAY.plusDays(9))
                .then(new OpportunityReopened("they wait for us", TODAY.plusDays(9), Undone.LOST, 1, 0));
    }

    @Test
    @DisplayName("What held it before its end holds it no more")
    void a_hold_is_over() {
        var held = QUALIFIED.given(new OpportunityPutOnHold("no budget yet", null, TODAY));
        assertThat(status(held)).isEqualTo("ON_HOLD");
        assertThat(status(held.given(LOST).when(AGAIN).then(reopened(Undone.LOST))))
                .isEqualTo("QUALIFIED");
    }

    @Test
    @DisplayName("Said again it changes nothing; what has not ended, or was won, is not reopened")
    void only_what_has_ended_is_reopened() {
        var again = QUALIFIED.given(LOST, reopened(Undone.LOST));
        again.when(AGAIN).thenNothing();
        again.when(new ReopenOpportunity("for another reason")).thenRefused(OPPORTUNITY_NOT_ENDED);
        QUALIFIED.when(AGAIN).thenRefused(OPPORTUNITY_NOT_ENDED);
        QUALIFIED
                .given(new OpportunityWon(QUOTATION, Money.of("1.00", "USD"), TODAY, List.of(), "standard", 2))
                .when(AGAIN)
                .thenRefused(OPPORTUNITY_ALREADY_WON);
        QUALIFIED.given(LOST).when(new ReopenOpportunity(" ")).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("With its sales project closed, and the team released, there is nothing to come back to")
    void a_closed_sales_project_ends_it() {
        var lost = QUALIFIED.given(LOST);
        lost.when(AGAIN).reading(new Project(true)).thenRefused(SALES_PROJECT_CLOSED);
        lost.when(AGAIN).reading(new Project(false)).then(reopened(Undone.LOST));
    }

    @Test
    @DisplayName("A signature that came for a lost deal wins it once it is reopened")
    void a_signature_wins_it() {
        var win = new WinOpportunity(QUOTATION, Money.of("1.00", "USD"), TODAY);
        QUALIFIED.given(LOST).when(win).thenRefused(OPPORTUNITY_CLOSED);
        assertThat(status(QUALIFIED
                        .given(LOST, reopened(Undone.LOST))
                        .given(QUALIFIED
                                .given(LOST, reopened(Undone.LOST))
                                .when(win)
                                .decision()
                                .events()
                                .getFirst())))
                .isEqualTo("WON");
    }

    @Test
    void a_manager_reopens_and_no_seller() {
        assertThat(OPPORTUNITY.command(ReopenOpportunity.class).roles())
                .containsExactlyInAnyOrder(SALES_MANAGER, IMPORTER);
        assertThat(OPPORTUNITY.command(CloseAsLost.class).roles()).contains(SALES_REP);
    }

    @Test
    @DisplayName("Whoever rejects a deal says what it was and what is learned, too; imports are not asked")
    void a_rejection_has_cause_and_lessons() {
        IDENTIFIED.when(new RejectOpportunity("no budget", "ask", null)).thenRefused(CAUSE_MISSING, "/cause");
        IDENTIFIED
                .when(new RejectOpportunity("no budget", null, EndCause.BUDGET))
                .thenRefused(LESSONS_MISSING, "/lessons");
        IDENTIFIED
                .when(new RejectOpportunity("no budget", null, null))
                .unbound()
                .then(new OpportunityRejected("no budget", null, null));
        var view = OpportunityView.of(IDENTIFIED
                .when(new RejectOpportunity("no budget", "ask earlier", EndCause.BUDGET))
                .then(REJECTED)
                .state());
        assertThat(view.lessons()).isEqualTo("ask earlier");
        assertThat(view.cause()).isEqualTo(EndCause.BUDGET);
    }

    private static OpportunityReopened reopened(Undone undone) {
        return new OpportunityReopened("the customer is back", TODAY, undone, 1, 0);
    }

    private static String status(Scenario<Opportunity, Command, OpportunityEvent> deal) {
        return OpportunityView.of(deal.state()).status();
    }
}
