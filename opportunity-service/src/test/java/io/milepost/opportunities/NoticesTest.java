package io.milepost.opportunities;

import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.checklistrun.ChecklistRun.CorrectionMissed;
import io.milepost.opportunities.checklistrun.ChecklistRun.QualityFindingRaised;
import io.milepost.opportunities.checklistrun.ChecklistRunCatalogue;
import io.milepost.opportunities.managementplan.ManagementPlan.CommunicationMissed;
import io.milepost.opportunities.managementplan.ManagementPlanCatalogue;
import io.milepost.opportunities.projectbudget.ProjectBudget.BudgetExceeded;
import io.milepost.opportunities.projectbudget.ProjectBudget.Category;
import io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue;
import io.milepost.opportunities.projectplan.ProjectPlan.ProjectMilestoneMissed;
import io.milepost.opportunities.projectplan.ProjectPlanCatalogue;
import io.milepost.opportunities.quotation.QuotationCatalogue;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.opportunities.risk.Risk.RiskOccurred;
import io.milepost.opportunities.risk.Risk.RiskReviewMissed;
import io.milepost.opportunities.risk.RiskCatalogue;
import io.milepost.opportunities.salesproject.SalesProjectCatalogue;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.WeeklyReportBecameDue;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.WeeklyReportMissed;
import io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.json.Json;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.notice.Notice.NoticeRaised;
import io.milepost.platform.notice.Notice.RaiseNotice;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is told of what: whom the event concerns, else whoever owns the entity. Each fact is told once, however often it is heard. */
class NoticesTest {
    private static final UUID ID = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    @DisplayName(
            "R-060, R-064, 3.8: of the ATI decision and of the post of the director hears who is to direct, and the manager")
    void the_director_hears_of_decisions() {
        tells(
                SalesProjectCatalogue.ATI_APPROVED_NOTICE,
                new AtiApproved("board", DAY, "go", "pam"),
                "pam",
                OWNER,
                MANAGER);
        tells(
                SalesProjectCatalogue.ATI_RETURNED_NOTICE,
                new AtiReturned("board", DAY, "no", "pam"),
                "pam",
                OWNER,
                MANAGER);
        tells(
                SalesProjectCatalogue.ATI_REJECTED_NOTICE,
                new AtiRejected("board", DAY, "no", "pam", null, null),
                "pam",
                OWNER,
                MANAGER);
        tells(
                SalesProjectCatalogue.DIRECTOR_CHANGED_NOTICE,
                new DirectorChanged("kim", "pam", DAY),
                "pam",
                OWNER,
                MANAGER);
        // Where nobody is drafted yet it is whose deal it is.
        tells(
                SalesProjectCatalogue.ATI_APPROVED_NOTICE,
                new AtiApproved("board", DAY, "go", null),
                null,
                OWNER,
                MANAGER);
    }

    @Test
    @DisplayName("R-071, R-171, R-173, R-175, 3.8: what was missed is told to whoever owed it, and to the manager")
    void what_was_missed_is_told() {
        tells(SalesProjectCatalogue.KICKOFF_MISSED_NOTICE, new KickoffMissed(DAY, "pam"), "pam", OWNER, MANAGER);
        tells(
                ProjectPlanCatalogue.MILESTONE_NOTICE,
                new ProjectMilestoneMissed(ID, "M", "sam", DAY),
                "sam",
                OWNER,
                MANAGER);
        tells(RiskCatalogue.RISK_REVIEW_NOTICE, new RiskReviewMissed(ID, "ray", DAY), "ray", OWNER, MANAGER);
        tells(WeeklyReportingCatalogue.REPORT_MISSED_NOTICE, new WeeklyReportMissed(DAY, "pam"), "pam", OWNER, MANAGER);
        tells(
                ManagementPlanCatalogue.COMMUNICATION_NOTICE,
                new CommunicationMissed(ID, "C1", "lee", DAY),
                "lee",
                OWNER,
                MANAGER);
        tells(
                ChecklistRunCatalogue.CORRECTION_NOTICE,
                new CorrectionMissed(ID, "O1", "lee", DAY),
                "lee",
                OWNER,
                MANAGER);
    }

    @Test
    @DisplayName(
            "R-173, R-174, R-175, 3.8: what is to be done is told to whoever does it, an occurred risk to the manager too")
    void what_is_to_be_done_is_told() {
        tells(
                RiskCatalogue.RISK_OCCURRED_NOTICE,
                new RiskOccurred(ID, "ray", DAY, "two weeks lost", "ray"),
                "ray",
                OWNER,
                MANAGER);
        tells(WeeklyReportingCatalogue.REPORT_DUE_NOTICE, new WeeklyReportBecameDue(DAY, "pam"), "pam", OWNER);
        tells(
                ChecklistRunCatalogue.FINDING_NOTICE,
                new QualityFindingRaised(ID, "O1", "one reader", "lee", DAY, DAY, "uma"),
                "lee",
                OWNER);
    }

    @Test
    @DisplayName(
            "R-100, R-172, 3.8: of an offer and of a budget hears who owns it, and the manager where it is too late")
    void owners_hear_of_offers_and_budgets() {
        tells(QuotationCatalogue.EXPIRING_NOTICE, new QuotationExpiryAnnounced(ID, DAY), null, OWNER);
        tells(QuotationCatalogue.EXPIRED_NOTICE, new QuotationExpired(ID, DAY), null, OWNER, MANAGER);
        var one = Money.of("1.00", "USD");
        tells(
                ProjectBudgetCatalogue.BUDGET_EXCEEDED_NOTICE,
                new BudgetExceeded(ID, Category.TRAVEL, one, one, "T-1", "kim"),
                null,
                OWNER,
                MANAGER);
    }

    /** Told by the rule of the running service, and again when the event is heard again. */
    private static <E extends Record> void tells(
            NoticeRule<E> rule, E fact, @Nullable String member, Addressee... addressees) {
        var first = asked(rule.in("opportunity"), fact);
        assertThat(asked(rule.in("opportunity"), fact))
                .as("the same notice again")
                .isEqualTo(first);
        var raise = (RaiseNotice) first.command();
        assertThat(raise.member()).as(rule.kind()).isEqualTo(member);
        var nothing = Scenario.of(NoticeCatalogue.of(rule));
        var told = (NoticeRaised) nothing.when(raise).decision().events().getFirst();
        assertThat(told.to()).as(rule.kind()).containsExactly(addressees);
        assertThat(told.owner()).as(rule.kind()).isEqualTo(member);
        nothing.given(told).when(raise).thenTaken();
    }

    private static <T> Reaction.Command asked(Automation<T> automation, Record fact) {
        var event = ProducerSamples.event(
                "opportunity", automation.type(), Json.events().writeValueAsString(fact));
        var asked = automation.reaction().all(event, event.as(automation.data()));
        assertThat(asked).as(automation.name()).hasSize(1);
        return asked.getFirst();
    }
}
