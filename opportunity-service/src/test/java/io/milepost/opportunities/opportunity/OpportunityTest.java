package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.OF_DEALS;
import static io.milepost.opportunities.opportunity.Opportunities.OF_PARTICULARS;
import static io.milepost.opportunities.opportunity.Opportunities.OF_REOPENING;
import static io.milepost.opportunities.opportunity.Opportunities.OF_STAGES;
import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.Stage.Fact;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.Progress.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpportunityTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.without(
            OPPORTUNITY,
            Stream.of(OF_STAGES, OF_DEALS, OF_PARTICULARS, OF_REOPENING)
                    .flatMap(List::stream)
                    .toList());
    private static final Scenario<Opportunity, Command, OpportunityEvent> NOTHING =
            Scenario.of(OPPORTUNITY).recording(REACHED);

    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final UUID LEAD = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final Money LIST = Money.of("4821.00", "USD");
    private static final Money AGREED = Money.of("4514.00", "USD");
    private static final List<String> EVERY_G08 =
            List.of("G08/S1", "G08/S2", "G08/S3", "G08/S4", "G08/S5", "G08/S6", "G08/S7");
    private static final List<String> EVERY_GATE =
            Stream.concat(Stream.of("G04"), EVERY_G08.stream()).toList();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private static final OpportunityIdentified FOUND = new OpportunityIdentified(
            null, ACCOUNT, "kim", "GTX Pro", null, LIST, null, null, "standard", 2, TODAY, null, null, null, null);
    private static final Scenario<Opportunity, Command, OpportunityEvent> IDENTIFIED = NOTHING.given(FOUND);
    private static final Scenario<Opportunity, Command, OpportunityEvent> QUALIFIED =
            IDENTIFIED.given(new OpportunityQualified(null, "kim", "standard", 2, false, null, null));
    private static final Scenario<Opportunity, Command, OpportunityEvent> REJECTED =
            IDENTIFIED.given(new OpportunityRejected("no budget", "ask earlier", EndCause.BUDGET));
    private static final Scenario<Opportunity, Command, OpportunityEvent> LOST =
            QUALIFIED.given(new OpportunityLost("price", "be earlier", TODAY, LIST, "standard", 2, EndCause.PRICE));
    private static final Scenario<Opportunity, Command, OpportunityEvent> WITHDRAWN =
            QUALIFIED.given(new OpportunityWithdrawn(
                    "no capacity", TODAY, LIST, "standard", 2, "ask earlier", EndCause.CAPACITY, null));
    private static final Scenario<Opportunity, Command, OpportunityEvent> WON =
            QUALIFIED.given(new OpportunityWon(CONTRACT, AGREED, TODAY, List.of(), "standard", 2));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-043, R-045: identified directly, with its core data")
    void is_identified_directly() {
        var identify =
                new IdentifyOpportunity(null, ACCOUNT, "kim", "GTX Pro", null, LIST, null, null, null, null, null);
        NOTHING.when(identify).then(FOUND).when(identify).thenTaken();
    }

    @Test
    @DisplayName("R-041: what a lead hands over is enough, be it no more than an owner")
    void is_identified_from_the_least_that_a_lead_hands_over() {
        NOTHING.when(new IdentifyOpportunity(null, null, "kim", null, null, null, null, LEAD, null, null, null))
                .then(new OpportunityIdentified(
                        null, null, "kim", null, null, null, null, LEAD, "standard", 2, TODAY, null, null, null, null));
    }

    @Test
    void has_an_owner_and_no_negative_value() {
        var negative = Money.of("-0.01", "USD");
        NOTHING.when(new IdentifyOpportunity(null, null, " ", null, null, LIST, null, null, null, null, null))
                .thenRefused(OWNER_MISSING, "/owner");
        NOTHING.when(new IdentifyOpportunity(null, null, "kim", null, null, negative, null, null, null, null, null))
                .thenRefused(VALUE_NEGATIVE, "/expectedValue");
        IDENTIFIED.when(new UpdateValue(negative)).thenRefused(VALUE_NEGATIVE, "/expectedValue");
    }

    @Test
    @DisplayName("R-046, decision 43: under the process that it names, in its newest version")
    void is_pursued_as_its_template_says() {
        NOTHING.when(new IdentifyOpportunity(null, null, "kim", null, null, null, null, null, "strategic", null, null))
                .then(new OpportunityIdentified(
                        null,
                        null,
                        "kim",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "strategic",
                        2,
                        TODAY,
                        null,
                        null,
                        null,
                        null));
        NOTHING.when(new IdentifyOpportunity(null, null, "kim", null, null, null, null, null, "whatever", null, null))
                .thenRefused(TEMPLATE_UNKNOWN, "/template");
        NOTHING.when(new IdentifyOpportunity(null, null, "kim", null, null, null, null, null, null, null, LEAD))
                .thenRefused(SURVEY_NOT_BY_HAND, "/surveyId");
    }

    @Test
    @DisplayName("An opportunity from before there were stages stands in the first of the standard process")
    void has_stages_even_if_it_was_identified_without() {
        var old = NOTHING.given(new OpportunityIdentified(
                null, null, "kim", null, null, null, null, null, null, null, null, null, null, null, null));
        var view = OpportunityView.of(old.state());
        assertThat(List.of(view.template(), view.templateVersion(), view.stage()))
                .isEqualTo(List.of("standard", 1, 1));
    }

    @Test
    @DisplayName("Decision 12: a deal goes back with a reason only")
    void goes_back_with_a_reason() {
        QUALIFIED
                .given(new OpportunityStageAdvanced(1, 2))
                .when(new RegressStage(1, " "))
                .thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("R-044, G04: qualified")
    void is_qualified() {
        IDENTIFIED
                .when(new QualifyOpportunity("budget seen"))
                .then(new OpportunityQualified("budget seen", "kim", "standard", 2, false, null, null))
                .when(new QualifyOpportunity(null))
                .thenNothing();
    }

    @Test
    @DisplayName("R-044, G04: or rejected with a reason")
    void is_rejected_with_a_reason() {
        IDENTIFIED
                .when(new RejectOpportunity("no budget", "ask earlier", EndCause.BUDGET))
                .then(new OpportunityRejected("no budget", "ask earlier", EndCause.BUDGET));
        IDENTIFIED
                .when(new RejectOpportunity(" ", "ask earlier", EndCause.BUDGET))
                .thenRefused(REASON_MISSING, "/reason");
        QUALIFIED.when(new RejectOpportunity("too late", null, null)).thenRefused(OPPORTUNITY_ALREADY_QUALIFIED);
    }

    @Test
    @DisplayName("R-060, G06: only a qualified opportunity is authorized")
    void is_authorized_once_it_is_qualified() {
        IDENTIFIED.when(new AuthorizeOpportunity("board", TODAY)).thenRefused(OPPORTUNITY_NOT_QUALIFIED);
        QUALIFIED
                .when(new AuthorizeOpportunity("board", TODAY))
                .then(new OpportunityAuthorized("board", TODAY))
                .when(new RejectOpportunity("too late", null, null))
                .thenRefused(OPPORTUNITY_ALREADY_QUALIFIED);
    }

    @Test
    @DisplayName("R-045: the expected value changes, the old one is told with the new")
    void updates_its_value_while_open() {
        for (var open : List.of(IDENTIFIED, QUALIFIED)) {
            open.when(new UpdateValue(AGREED))
                    .then(new OpportunityValueUpdated(LIST, AGREED))
                    .when(new UpdateValue(AGREED))
                    .thenNothing();
        }
        assertThat(status(QUALIFIED.given(new OpportunityValueUpdated(LIST, AGREED))))
                .isEqualTo("QUALIFIED");
    }

    @Test
    @DisplayName("R-054: lost with reason, lessons and the latest value, on the stated day or today")
    void is_lost_with_reason_and_lessons() {
        QUALIFIED
                .when(new CloseAsLost("price", "be earlier", TODAY, EndCause.PRICE))
                .on(TODAY.plusDays(1))
                .then(new OpportunityLost("price", "be earlier", TODAY, LIST, "standard", 2, EndCause.PRICE));
        IDENTIFIED
                .when(new CloseAsLost("price", "ask earlier", null, EndCause.PRICE))
                .then(new OpportunityLost("price", "ask earlier", TODAY, LIST, "standard", 2, EndCause.PRICE));
        QUALIFIED
                .given(new OpportunityValueUpdated(LIST, AGREED))
                .when(new CloseAsLost("price", "ask earlier", null, EndCause.PRICE))
                .then(new OpportunityLost("price", "ask earlier", TODAY, AGREED, "standard", 2, EndCause.PRICE));
        QUALIFIED.when(new CloseAsLost("", "ask earlier", null, EndCause.PRICE)).thenRefused(REASON_MISSING, "/reason");
        QUALIFIED
                .when(new CloseAsLost("price", "ask earlier", TODAY.plusDays(1), EndCause.PRICE))
                .thenRefused(CLOSED_IN_FUTURE, "/closedOn");
    }

    @Test
    @DisplayName("R-054: withdrawn with reason, on the stated day or today")
    void is_withdrawn_with_a_reason() {
        QUALIFIED
                .when(new Withdraw("no capacity", null, "ask earlier", EndCause.CAPACITY))
                .then(new OpportunityWithdrawn(
                        "no capacity", TODAY, LIST, "standard", 2, "ask earlier", EndCause.CAPACITY, null));
        QUALIFIED.when(new Withdraw("", null, "ask earlier", EndCause.CAPACITY)).thenRefused(REASON_MISSING, "/reason");
        IDENTIFIED
                .when(new Withdraw("x", TODAY.plusDays(1), "ask earlier", EndCause.CAPACITY))
                .thenRefused(CLOSED_IN_FUTURE, "/closedOn");
    }

    @Test
    @DisplayName("R-053: won by the signed contract, at its value, on its day, and the gates that it skipped are named")
    void is_won_by_a_signed_contract() {
        QUALIFIED
                .when(new WinOpportunity(CONTRACT, AGREED, TODAY))
                .then(new OpportunityWon(CONTRACT, AGREED, TODAY, EVERY_G08, "standard", 2))
                .when(new WinOpportunity(CONTRACT, AGREED, TODAY))
                .thenNothing()
                .when(new WinOpportunity(LEAD, AGREED, TODAY))
                .then(new OpportunityContractAdded(LEAD, AGREED, TODAY));
    }

    @Test
    @DisplayName("Decision 41: a signature wins an opportunity that nobody qualified, and the skipped gate is named")
    void is_won_past_a_gate() {
        IDENTIFIED
                .when(new WinOpportunity(CONTRACT, AGREED, TODAY))
                .then(new OpportunityWon(CONTRACT, AGREED, TODAY, EVERY_GATE, "standard", 2));
    }

    @Test
    @DisplayName("R-053: nobody has a role to win an opportunity, but a role to lose one")
    void is_never_won_by_hand() {
        assertThat(OPPORTUNITY.command(WinOpportunity.class).roles()).isEmpty();
        assertThat(OPPORTUNITY.command(CloseAsLost.class).roles()).isNotEmpty();
    }

    @Test
    void stays_closed() {
        for (var closed : List.of(REJECTED, LOST, WITHDRAWN)) {
            everyCommand().forEach(command -> closed.when(command).thenRefused(OPPORTUNITY_CLOSED));
            closed.when(new WinOpportunity(CONTRACT, AGREED, TODAY)).thenRefused(OPPORTUNITY_CLOSED);
        }
    }

    @Test
    void stays_won() {
        everyCommand().forEach(command -> WON.when(command).thenRefused(OPPORTUNITY_ALREADY_WON));
    }

    @Test
    void nothing_happens_to_an_opportunity_that_nobody_identified() {
        everyCommand().forEach(command -> NOTHING.when(command).thenUnknown());
        NOTHING.when(new WinOpportunity(CONTRACT, AGREED, TODAY)).thenUnknown();
    }

    @Test
    void shows_its_status_in_the_words_of_the_domain() {
        assertThat(List.of(IDENTIFIED, QUALIFIED, REJECTED, LOST, WITHDRAWN, WON))
                .map(OpportunityTest::status)
                .containsExactly("IDENTIFIED", "QUALIFIED", "REJECTED", "LOST", "WITHDRAWN", "WON");
        var won = OpportunityView.of(WON.state());
        assertThat(won.value()).isEqualTo(AGREED);
        assertThat(won.expectedValue()).isEqualTo(LIST);
        assertThat(won.closedOn()).isEqualTo(TODAY);
    }

    private static List<Command> everyCommand() {
        return List.of(
                new QualifyOpportunity(null),
                new RejectOpportunity("x", "y", EndCause.OTHER),
                new AuthorizeOpportunity("board", TODAY),
                new AgreeTerms(LEAD, TODAY),
                new PlanMilestones(List.of()),
                new UpdateValue(AGREED),
                new CloseAsLost("x", "ask earlier", null, EndCause.PRICE),
                new Withdraw("x", null, "ask earlier", EndCause.CAPACITY),
                new ReachMilestone("ACCOUNT_FILE_OPENED", null, null),
                new ReachMilestoneByFact(Fact.NEGOTIATION_ROUND, "x", TODAY),
                new MeetCriterion("NEED_NOTED", null, null),
                new RecordCommitment("Ann", "a visit", null, null),
                new AdvanceStage(),
                new RegressStage(1, "x"));
    }

    private static String status(Scenario<Opportunity, Command, OpportunityEvent> opportunity) {
        return OpportunityView.of(opportunity.state()).status();
    }
}
