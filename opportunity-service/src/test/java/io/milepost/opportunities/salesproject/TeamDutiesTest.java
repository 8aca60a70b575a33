package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.quotation.Quotation.No.OPPORTUNITY_UNKNOWN;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.Opportunity.Command;
import io.milepost.opportunities.opportunity.Opportunity.MeetCriterion;
import io.milepost.opportunities.opportunity.Opportunity.ReachMilestone;
import io.milepost.opportunities.opportunity.Opportunity.RecordCommitment;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageAdvanced;
import io.milepost.opportunities.quotation.Quotation.AcceptQuotation;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.quotation.Quotation.RecordNegotiationRound;
import io.milepost.opportunities.quotation.Quotation.RejectQuotation;
import io.milepost.opportunities.quotation.Quotation.RequestDiscountApproval;
import io.milepost.opportunities.quotation.Quotation.ReviseQuotation;
import io.milepost.opportunities.quotation.Quotation.SupersedeQuotation;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationDrafted;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamAppointed;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamMember;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the members of a sales project's team answer for in the deal and its quotations. */
class TeamDutiesTest {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final Holders ANN = new Holders(Set.of("ANN"));
    private static final LocalDate FAR = LocalDate.parse("2199-12-31");

    private static final QuotationDrafted DRAFTED = new QuotationDrafted(
            DEAL,
            DEAL,
            "kim",
            null,
            List.of(),
            Money.of("1.00", "USD"),
            FAR,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null);

    private static final OpportunityIdentified IDENTIFIED = new OpportunityIdentified(
            null, null, "kim", null, null, null, null, null, "strategic", 2, null, null, null, null, null);

    @Test
    @DisplayName(
            "R-065: who answers for the account deals with the customer about a quotation; anybody of the team writes it")
    void the_account_responsible_deals_with_the_customer() {
        var issue = Scenario.of(QUOTATION).given(DRAFTED).when(new IssueQuotation());
        issue.reading(ANN).byMember("zoe").thenNotYourDuty();
        // Whose duty it is gets as far as the deal, which is not there.
        issue.reading(ANN).byMember(" ann").thenRefused(OPPORTUNITY_UNKNOWN);
        issue.byMember("zoe").thenRefused(OPPORTUNITY_UNKNOWN);

        for (var command : List.of(
                IssueQuotation.class,
                RequestDiscountApproval.class,
                RecordNegotiationRound.class,
                AcceptQuotation.class,
                RejectQuotation.class,
                SupersedeQuotation.class)) {
            assertThat(ofDuty(QUOTATION, command)).containsExactly("ar");
        }
        assertThat(QUOTATION.command(ReviseQuotation.class).duty()).isNull();
        assertThat(ofDuty(OPPORTUNITY, RecordCommitment.class)).containsExactly("ar");
        assertThat(where(
                        QUOTATION,
                        Scenario.of(QUOTATION).given(DRAFTED).state(),
                        UUID.randomUUID(),
                        new IssueQuotation()))
                .isEqualTo(DEAL);
    }

    @Test
    @DisplayName("R-066: who answers for the solution states what was reached while the deal is about the solution")
    void the_solution_responsible_states_what_the_solution_has_reached() {
        for (int stage : IntStream.rangeClosed(1, 7).toArray()) {
            boolean bound = stage >= 3 && stage <= 5;
            var deal =
                    inStage(Scenario.of(OPPORTUNITY).given(IDENTIFIED), stage).state();
            for (var command : List.of(new MeetCriterion("X", null, null), new ReachMilestone("X", null, null))) {
                assertThat(where(OPPORTUNITY, deal, DEAL, command))
                        .as("stage %d", stage)
                        .isEqualTo(bound ? DEAL : null);
                assertThat(ofDuty(OPPORTUNITY, deal, command.getClass())).isEqualTo(bound ? List.of("sr") : List.of());
            }
        }
    }

    @Test
    @DisplayName(
            "R-064 to R-068, R-188: who answers for a stage is what the sales process says, and nobody where it says so")
    void the_process_says_who_answers_for_a_stage() {
        var said = List.of(
                Responsible.PD, Responsible.AR, Responsible.SR, Responsible.FR, Responsible.QA, Responsible.NOBODY);
        var stages = new ArrayList<Stage>();
        for (var stage : Templates.stages(10, 20, 30, 40, 50, 60, 70, 100)) {
            var who = stage.number() > said.size() ? null : said.get(stage.number() - 1);
            stages.add(Templates.answeredBy(stage, who));
        }
        var identified = new OpportunityIdentified(
                null, null, "kim", null, null, null, null, null, "north", 4, null, stages, List.of(), null, null);
        var answering = List.of("pd", "ar", "sr", "fr", "qa", "", "", "");
        for (int stage = 1; stage <= 8; stage++) {
            var deal =
                    inStage(Scenario.of(OPPORTUNITY).given(identified), stage).state();
            var asked = answering.get(stage - 1);
            assertThat(ofDuty(OPPORTUNITY, deal, MeetCriterion.class))
                    .as("stage %d", stage)
                    .isEqualTo(asked.isEmpty() ? List.of() : List.of(asked));
            assertThat(where(OPPORTUNITY, deal, DEAL, new MeetCriterion("X", null, null)))
                    .isEqualTo(asked.isEmpty() ? null : DEAL);
        }
        var third = Templates.answeredBy(stages.get(2), Responsible.NOBODY);
        assertThat(third.answering()).as("in a stage of the solution, too").isEqualTo(Responsible.NOBODY);
        assertThat(Templates.answeredBy(third, null).answering()).isEqualTo(Responsible.SR);
    }

    private static Scenario<Opportunity, Command, OpportunityEvent> inStage(
            Scenario<Opportunity, Command, OpportunityEvent> deal, int stage) {
        for (int to = 2; to <= stage; to++) {
            deal = deal.given(new OpportunityStageAdvanced(to - 1, to));
        }
        return deal;
    }

    private static <S> List<String> ofDuty(Catalogue<S, ?, ?> catalogue, Class<?> command) {
        return ofDuty(catalogue, null, command);
    }

    /** Whom the appointed team of {@link SalesProjects} has for the duty of a command. */
    @SuppressWarnings("unchecked") // it is asserted to be a sales project's
    private static <S> List<String> ofDuty(Catalogue<S, ?, ?> catalogue, @Nullable S state, Class<?> command) {
        var team = Arrays.stream(TeamRole.values())
                .map(role -> new TeamMember(role, role.name().toLowerCase(Locale.ROOT), "duties"))
                .toList();
        var project = SalesProjects.AUTHORIZED.given(new TeamAppointed(team)).state();
        var source =
                (Duty.Source<S, SalesProject>) catalogue.command(command).duty().source();
        assertThat(source.other().get()).isSameAs(SALES_PROJECT);
        return source.members().apply(state, project).stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static <S> UUID where(Catalogue<S, ?, ?> catalogue, S state, UUID id, Record command) {
        return catalogue.command(command.getClass()).duty().source().where().of(id, state, command);
    }
}
