package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.IDENTIFIED;
import static io.milepost.opportunities.opportunity.Opportunities.OF_PARTICULARS;
import static io.milepost.opportunities.opportunity.Opportunities.TODAY;
import static io.milepost.opportunities.opportunity.Opportunities.identified;
import static io.milepost.opportunities.opportunity.Opportunities.in;
import static io.milepost.opportunities.opportunity.Opportunities.view;
import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.ParticularCommand.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is known of a deal besides its stage, and that it waits. */
class ParticularsTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_PARTICULARS);
    private static final Scenario<Opportunity, Command, OpportunityEvent> DEAL = IDENTIFIED.recording(REACHED);
    private static final UUID RIVAL = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000c2");
    private static final Scenario<Opportunity, Command, OpportunityEvent> PLAIN =
            Scenario.of(OPPORTUNITY).given(identified("standard"));
    private static final Scenario<Opportunity, Command, OpportunityEvent> LOST =
            PLAIN.given(new OpportunityLost("price", "ask earlier", TODAY, null, "standard", 2, EndCause.PRICE));
    private static final OpportunityPutOnHold HELD =
            new OpportunityPutOnHold("no budget yet", TODAY.plusDays(30), TODAY);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-045: owner, account, product, closing day and budget change, each as a fact of its own, once")
    void what_is_known_changes() {
        var budget = Money.of("900.00", "EUR");
        var soon = TODAY.plusDays(90);
        var known = DEAL.when(new ChangeOwner("lee", "new region"))
                .then(new OpportunityOwnerChanged("kim", "lee", "new region"))
                .when(new ChangeOwner(" LEE", "again"))
                .thenNothing()
                .when(new AssignAccount(ACCOUNT))
                .then(new OpportunityAccountAssigned(null, ACCOUNT))
                .when(new AssignAccount(ACCOUNT))
                .thenNothing()
                .when(new ChangeProduct("GTX Basic"))
                .then(new OpportunityProductChanged(null, "GTX Basic"))
                .when(new ChangeProduct("GTX Basic"))
                .thenNothing()
                .when(new ExpectClose(soon))
                .then(new OpportunityCloseExpected(null, soon))
                .when(new ExpectClose(soon))
                .thenNothing()
                .when(new StateBudget(budget))
                .then(new OpportunityBudgetStated(null, budget))
                .when(new StateBudget(budget))
                .thenNothing()
                .when(new StateBudget(Money.of("950.00", "EUR")))
                .then(new OpportunityBudgetStated(budget, Money.of("950.00", "EUR")));
        var view = view(known);
        assertThat(List.of(view.owner(), view.product(), view.accountId(), view.expectedCloseOn(), view.budget()))
                .isEqualTo(List.of("lee", "GTX Basic", ACCOUNT, soon, Money.of("950.00", "EUR")));
        PLAIN.when(new ChangeOwner(" ", "x")).thenRefused(OWNER_MISSING, "/owner");
        PLAIN.when(new ChangeOwner("lee", " ")).thenRefused(REASON_MISSING, "/reason");
        DEAL.when(new ChangeProduct(" ")).thenRefused(TEXT_MISSING, "/product");
        PLAIN.when(new ExpectClose(TODAY.minusDays(1))).thenRefused(CLOSE_EXPECTED_IN_PAST, "/expectedCloseOn");
        PLAIN.when(new StateBudget(Money.of("-1.00", "EUR"))).thenRefused(VALUE_NEGATIVE, "/budget");
        LOST.when(new ChangeProduct("x")).thenRefused(OPPORTUNITY_CLOSED);
    }

    @Test
    @DisplayName("R-045: a need that is said anew is recognised by its keyed hash, for it is sealed")
    void a_need_is_said_anew() {
        assertThat(DEAL.when(new ReviseNeed("three presses")).decision().events())
                .singleElement()
                .isInstanceOfSatisfying(
                        OpportunityNeedRevised.class,
                        revised -> assertThat(revised.need()).isEqualTo("three presses"));
        DEAL.when(new ReviseNeed(" ")).thenRefused(TEXT_MISSING, "/need");
    }

    @Test
    @DisplayName("R-045, R-002: competitors are noted by the id of their file, with how they stand, and dropped")
    void competitors_are_noted() {
        var noted = DEAL.when(new NoteCompetitor(RIVAL, "cheaper"))
                .then(new OpportunityCompetitorNoted(RIVAL, "cheaper"))
                .when(new NoteCompetitor(RIVAL, "cheaper"))
                .thenNothing()
                .when(new NoteCompetitor(RIVAL, "out of the race soon"))
                .then(new OpportunityCompetitorNoted(RIVAL, "out of the race soon"));
        assertThat(view(noted).competitors())
                .containsExactly(new OpportunityCompetitorNoted(RIVAL, "out of the race soon"));
        var dropped = noted.when(new DropCompetitor(RIVAL, "withdrew"))
                .then(new OpportunityCompetitorDropped(RIVAL, "withdrew"))
                .when(new DropCompetitor(RIVAL, "withdrew"))
                .thenRefused(COMPETITOR_UNKNOWN, "/competitorId");
        assertThat(view(dropped).competitors()).isEmpty();
        var full = DEAL;
        for (long i : IntStream.range(0, Particulars.MOST).toArray()) {
            full = full.given(new OpportunityCompetitorNoted(new UUID(1, i), "x"));
        }
        full.when(new NoteCompetitor(RIVAL, "x")).thenRefused(DEAL_FULL);
    }

    @Test
    @DisplayName("R-052: a session has kind, day, people, products, outcome and minutes, in whatever stage; once")
    void sessions_are_recorded() {
        var session = session(SessionKind.PRESENTATION, null, "liked it");
        var held = new OpportunitySessionHeld(
                SessionKind.PRESENTATION, TODAY, "Ann", List.of("kim"), List.of("GTX Pro"), "liked it", "minutes 3");
        var recorded = DEAL.when(session).then(held).when(session).thenNothing();
        recorded.when(new RecordSession(
                        session.kind(),
                        null,
                        "Ann and Bo",
                        session.members(),
                        session.products(),
                        session.outcome(),
                        session.evidence()))
                .then(new OpportunitySessionHeld(
                        held.kind(),
                        held.on(),
                        "Ann and Bo",
                        held.members(),
                        held.products(),
                        held.outcome(),
                        held.evidence()));
        assertThat(view(recorded).sessions()).containsExactly(held);
        DEAL.when(session(SessionKind.PRESENTATION, TODAY.plusDays(1), "x")).thenRefused(DAY_IN_FUTURE, "/on");
        DEAL.when(new RecordSession(SessionKind.PRESENTATION, null, "Ann", List.of(), List.of(), "x", "minutes 3"))
                .thenRefused(SESSION_UNATTENDED, "/members");
        DEAL.when(session(SessionKind.PRESENTATION, null, " ")).thenRefused(TEXT_MISSING, "/outcome");
        DEAL.when(new RecordSession(
                        SessionKind.PRESENTATION, null, "Ann", List.of("kim"), List.of(" "), "x", "minutes 3"))
                .thenRefused(TEXT_MISSING, "/products/0");
    }

    @Test
    @DisplayName(
            "R-052, R-047: a demonstration reaches the milestone of the stage that asks for one, a presentation does"
                    + " not")
    void a_demonstration_reaches_its_milestone() {
        var fourth = in(4, 25);
        var evidence = "DEMONSTRATION of " + TODAY;
        fourth.when(session(SessionKind.DEMONSTRATION, null, "liked it"))
                .then(
                        new OpportunitySessionHeld(
                                SessionKind.DEMONSTRATION,
                                TODAY,
                                "Ann",
                                List.of("kim"),
                                List.of("GTX Pro"),
                                "liked it",
                                "minutes 3"),
                        new OpportunityMilestoneReached(4, "DEMO_OR_EXCHANGE_HELD", TODAY, evidence),
                        new OpportunityMilestoneProved(4, "DEMO_OR_EXCHANGE_HELD", TODAY, evidence),
                        new OpportunityStageEntered(4, TODAY));
        assertThat(fourth.when(session(SessionKind.PRESENTATION, null, "x"))
                        .decision()
                        .events())
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "Decision 12: on hold nothing is stated or qualified, what happens elsewhere counts, and it is resumed")
    void is_held_and_resumed() {
        var held = DEAL.when(new PutOnHold("no budget yet", TODAY.plusDays(30)))
                .then(HELD)
                .when(new PutOnHold("no budget yet", TODAY.plusDays(30)))
                .thenNothing()
                .when(new PutOnHold("another reason", null))
                .thenRefused(OPPORTUNITY_ON_HOLD);
        assertThat(view(held).status()).isEqualTo("ON_HOLD");
        for (var command : List.of(
                new ReachMilestone("CONTACT_NAMED", null, null),
                new MeetCriterion("NEED_NOTED", null, null),
                new RecordCommitment("Ann", "a visit", null, null),
                new AdvanceStage(),
                new QualifyOpportunity(null),
                new RegressStage(1, "x"))) {
            held.when(command).thenRefused(OPPORTUNITY_ON_HOLD);
        }
        var agreed = held.when(new AgreeTerms(RIVAL, TODAY)).then(new OpportunityTermsAgreed(RIVAL, TODAY));
        assertThat(view(agreed).status()).isEqualTo("ON_HOLD");
        var lost = held.given(new OpportunityLost("price", "x", TODAY, null, "standard", 2, EndCause.PRICE));
        assertThat(view(lost).status()).isEqualTo("LOST");
        var resumed = held.when(new ResumeOpportunity("budget is there"))
                .then(new OpportunityResumed("budget is there", TODAY));
        assertThat(view(resumed).status()).isEqualTo("IDENTIFIED");
        resumed.when(new ResumeOpportunity("x")).thenRefused(OPPORTUNITY_NOT_ON_HOLD);
        assertThat(resumed.when(new ReachMilestone("CONTACT_NAMED", null, null))
                        .decision()
                        .events())
                .hasSize(1);
        DEAL.when(new PutOnHold("x", TODAY)).thenRefused(HOLD_OVER, "/until");
        DEAL.when(new PutOnHold("x", LocalDate.parse("9999-01-01"))).thenRefused(DAY_IMPLAUSIBLE, "/until");
    }

    @Test
    @DisplayName(
            "R-054: whoever loses or gives up a deal says what it was and what is learned; automations are not asked")
    void an_end_has_cause_and_lessons() {
        DEAL.when(new CloseAsLost("price", "ask earlier", null, null)).thenRefused(CAUSE_MISSING, "/cause");
        DEAL.when(new CloseAsLost("price", null, null, EndCause.PRICE)).thenRefused(LESSONS_MISSING, "/lessons");
        DEAL.when(new CloseAsLost("price", " ", null, EndCause.PRICE)).thenRefused(LESSONS_MISSING, "/lessons");
        DEAL.when(new Withdraw("no people", null, "ask", null)).thenRefused(CAUSE_MISSING, "/cause");
        DEAL.when(new Withdraw("no people", null, null, EndCause.CAPACITY)).thenRefused(LESSONS_MISSING, "/lessons");
        DEAL.when(new CloseAsLost("price", null, null, null))
                .unbound()
                .then(new OpportunityLost("price", null, TODAY, null, "standard", 2, null));
        var given = DEAL.when(new Withdraw("no people", null, "hire", EndCause.CAPACITY))
                .then(new OpportunityWithdrawn(
                        "no people", TODAY, null, "standard", 2, "hire", EndCause.CAPACITY, null));
        assertThat(view(given).lessons()).isEqualTo("hire");
        assertThat(view(given).cause()).isEqualTo(EndCause.CAPACITY);
    }

    @Test
    @DisplayName("R-048, R-049: what a fact would prove is not met by a bare word; a met criterion has its day")
    void a_bare_word_is_not_enough_for_what_a_fact_would_prove() {
        var fifth = in(5, 30).recording(REACHED);
        fifth.when(new MeetCriterion("BILL_OF_QUANTITIES_ISSUED", null, null))
                .thenRefused(EVIDENCE_MISSING, "/evidence");
        fifth.when(new MeetCriterion("BILL_OF_QUANTITIES_ISSUED", " ", null))
                .thenRefused(EVIDENCE_MISSING, "/evidence");
        fifth.when(new MeetCriterion("BILL_OF_QUANTITIES_ISSUED", "file 7", TODAY.minusDays(1)))
                .then(new SuccessCriterionMet(5, "BILL_OF_QUANTITIES_ISSUED", "file 7", TODAY.minusDays(1)))
                .when(new MeetCriterion("BILL_OF_QUANTITIES_ISSUED", "file 7", null))
                .thenNothing();
        PLAIN.when(new MeetCriterion("NEED_NOTED", null, TODAY.plusDays(1))).thenRefused(PROOF_IN_FUTURE, "/on");
    }

    @Test
    @DisplayName("R-055: the view names the next task, in the words of the sales process")
    void the_next_task_is_named() {
        var next = view(DEAL).progress().next();
        assertThat(next).isEqualTo(new OpportunityView.NextTask("ACCOUNT_FILE_OPENED", "the account's file is opened"));
        assertThat(view(LOST).progress().next()).isNull();
    }

    private static RecordSession session(SessionKind kind, @Nullable LocalDate on, String outcome) {
        return new RecordSession(kind, on, "Ann", List.of("kim"), List.of("GTX Pro"), outcome, "minutes 3");
    }
}
