package io.milepost.opportunities.year;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.OpportunityView;
import io.milepost.opportunities.projectbudget.ProjectBudget.BudgetReleased;
import io.milepost.opportunities.projectbudget.ProjectBudget.ExpenseRecorded;
import io.milepost.opportunities.quotation.QuotationEvent.DiscountApproved;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationAccepted;
import io.milepost.opportunities.risk.Risk.RiskIdentified;
import io.milepost.opportunities.risk.Risk.RiskOwnerAssigned;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.WeeklyReportMissed;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.WeeklyReportSubmitted;
import io.milepost.opportunities.year.PlayedService.Fact;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A year of 200 deals at random ({@code -Dyear.seed=17} plays another one), and laws of which each notices a planted mistake. */
class YearOfDealsTest {
    private static final LocalDate LAST = PlayedYear.NEW_YEAR.plusDays(364);
    private static PlayedYear year;
    private static List<Fact> log;

    @BeforeAll
    static void play() {
        year = new PlayedYear(Long.getLong("year.seed", 14)).play();
        log = year.service.log();
    }

    @Test
    @DisplayName("Everything that the laws are about happens often, and much is refused")
    void enough_happens() {
        var happened = log.stream()
                .collect(Collectors.groupingBy(fact -> fact.event().getClass().getSimpleName(), Collectors.counting()));
        assertThat(happened)
                .containsKeys(
                        "OpportunityIdentified",
                        "WinProbabilityChanged",
                        "OpportunityRejected",
                        "OpportunityLost",
                        "OpportunityWithdrawn",
                        "OpportunityWon",
                        "OpportunityReopened",
                        "SalesProjectReopened",
                        "AtiRejected",
                        "SalesProjectTerminated",
                        "QuotationAccepted",
                        "DiscountApproved",
                        "QuotationExpired",
                        "ExpenseRecorded",
                        "ExpenseReversed",
                        "RiskOwnerAssigned",
                        "RiskReviewMissed",
                        "KickoffMissed",
                        "WeeklyReportSubmitted",
                        "WeeklyReportMissed",
                        "WeeklyReportingResumed");
        assertThat(happened.get("OpportunityIdentified")).isEqualTo(PlayedYear.DEALS);
        assertThat(year.refused)
                .containsKeys(
                        "OPPORTUNITY_CLOSED",
                        "OPPORTUNITY_ALREADY_WON",
                        "STAGE_NOT_SUCCEEDED",
                        "DISCOUNT_NEEDS_APPROVAL",
                        "OTHER_QUOTATION_ACCEPTED",
                        "BUDGET_EXCEEDED",
                        "RISK_OWNER_LEAVES",
                        "OWNER_NOT_IN_TEAM",
                        "DECIDER_IS_SUBMITTER");
    }

    @Test
    @DisplayName("R-050: the chance to win rises only with a stage that succeeded")
    void chances_rise_with_stages_alone() {
        assertThat(YearLaws.chances(log)).isEmpty();
        assertThat(YearLaws.chances(without(fact -> fact.event() instanceof OpportunityStageSucceeded)))
                .isNotEmpty();
    }

    @Test
    @DisplayName(
            "R-053, R-054: a deal that has ended changes no more except by a reopening, and one that was won not at all")
    void ended_deals_change_no_more() {
        assertThat(YearLaws.ends(log)).isEmpty();
        assertThat(YearLaws.ends(without(fact -> fact.event() instanceof OpportunityReopened)))
                .isNotEmpty();
        var won = first(OpportunityWon.class);
        assertThat(YearLaws.ends(with(won.subject(), new OpportunityReopened("x", LAST, Undone.LOST, 1, 0))))
                .hasSize(1);
    }

    @Test
    @DisplayName("R-177: no deal goes on whose sales project was given up")
    void deals_end_with_their_projects() {
        assertThat(YearLaws.projects(log)).isEmpty();
        assertThat(YearLaws.projects(without(fact -> fact.event() instanceof OpportunityWithdrawn)))
                .isNotEmpty();
    }

    @Test
    @DisplayName("R-098, G11: every accepted quotation was within authority, or approved by somebody else")
    void accepted_offers_had_authority() {
        assertThat(YearLaws.offers(log)).isEmpty();
        assertThat(YearLaws.offers(without(fact -> fact.event() instanceof DiscountApproved)))
                .isNotEmpty();
        assertThat(YearLaws.offers(log.stream()
                        .map(fact -> fact.event() instanceof DiscountApproved approved
                                ? new Fact(
                                        fact.aggregate(),
                                        fact.subject(),
                                        new DiscountApproved(approved.opportunityId(), PlayedYear.OWNER, null),
                                        fact.day())
                                : fact)
                        .toList()))
                .isNotEmpty();
    }

    @Test
    @DisplayName("R-100: of one deal one quotation stands as accepted")
    void one_offer_of_a_deal_is_accepted() {
        assertThat(YearLaws.acceptances(log)).isEmpty();
        var accepted = first(QuotationAccepted.class).event();
        assertThat(YearLaws.acceptances(with(new UUID(0, 1), accepted))).hasSize(1);
    }

    @Test
    @DisplayName("R-083, R-172: no more is spent than is budgeted")
    void budgets_hold() {
        assertThat(YearLaws.budgets(log)).isEmpty();
        var budget = first(BudgetReleased.class);
        var spent = (ExpenseRecorded) first(ExpenseRecorded.class).event();
        var more = new ExpenseRecorded(
                spent.salesProjectId(), spent.category(), Money.of("99999.00", "USD"), LAST, "N-1", "x", "kim");
        assertThat(YearLaws.budgets(with(budget.subject(), more))).hasSize(1);
    }

    @Test
    @DisplayName("R-082: every open risk has an owner, who is of the team or whose deal it is")
    void open_risks_have_owners() {
        assertThat(YearLaws.risks(log)).isEmpty();
        var risk = first(RiskIdentified.class);
        var project = ((RiskIdentified) risk.event()).salesProjectId();
        assertThat(YearLaws.risks(List.of(
                        risk, new Fact("risk", risk.subject(), new RiskOwnerAssigned(project, "ghost", "kim"), LAST))))
                .isNotEmpty();
    }

    @Test
    @DisplayName("R-175: every weekly report that was due was submitted, or is on record as missed")
    void no_report_is_forgotten() {
        assertThat(YearLaws.reports(log, LAST)).isEmpty();
        var missed = first(WeeklyReportMissed.class);
        var week = ((WeeklyReportMissed) missed.event()).week();
        assertThat(YearLaws.reports(
                        log.stream()
                                .filter(fact -> !fact.equals(missed) && !isReportOf(fact, missed.subject(), week))
                                .toList(),
                        LAST))
                .hasSize(1);
    }

    @Test
    @DisplayName("R-190: what the list of deals says at the end of the year equals what happened, told anew")
    void what_is_shown_equals_a_fold() {
        assertThat(shown(log)).isEqualTo(shown());
        assertThat(shown(without(fact -> fact.event() instanceof OpportunityLost)))
                .isNotEqualTo(shown());
    }

    private static Map<UUID, OpportunityView> shown() {
        var views = new HashMap<UUID, OpportunityView>();
        year.service.all(OPPORTUNITY).forEach((id, state) -> views.put(id, view((Opportunity) state)));
        return views;
    }

    private static Map<UUID, OpportunityView> shown(List<Fact> facts) {
        var deals = new HashMap<UUID, Opportunity>();
        facts.stream()
                .filter(fact -> fact.event() instanceof OpportunityEvent)
                .forEach(fact -> deals.put(
                        fact.subject(),
                        OPPORTUNITY.decider().after(deals.get(fact.subject()), (OpportunityEvent) fact.event())));
        var views = new HashMap<UUID, OpportunityView>();
        deals.forEach((id, deal) -> views.put(id, view(deal)));
        return views;
    }

    private static OpportunityView view(Opportunity deal) {
        return (OpportunityView) OPPORTUNITY.view().apply(deal);
    }

    private static boolean isReportOf(Fact fact, UUID project, LocalDate week) {
        return fact.subject().equals(project)
                && fact.event() instanceof WeeklyReportSubmitted report
                && report.week().equals(week);
    }

    private static Fact first(Class<?> event) {
        return log.stream()
                .filter(fact -> event.isInstance(fact.event()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Fact> without(Predicate<Fact> planted) {
        return log.stream().filter(planted.negate()).toList();
    }

    private static List<Fact> with(UUID subject, Object event) {
        var more = new ArrayList<>(log);
        more.add(new Fact("opportunity", subject, event, LAST));
        return more;
    }
}
