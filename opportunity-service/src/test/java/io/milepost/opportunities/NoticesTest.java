package io.milepost.opportunities;

import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CORRECTION_NOTICE;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.FINDING_NOTICE;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.COMMUNICATION_NOTICE;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.MILESTONE_NOTICE;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_OCCURRED_NOTICE;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_REVIEW_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_APPROVED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_REJECTED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_RETURNED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.DIRECTOR_CHANGED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.KICKOFF_MISSED_NOTICE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_DUE_NOTICE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_MISSED_NOTICE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.checklistrun.ChecklistRun.CorrectionMissed;
import io.milepost.opportunities.checklistrun.ChecklistRun.QualityFindingRaised;
import io.milepost.opportunities.managementplan.ManagementPlan.CommunicationMissed;
import io.milepost.opportunities.projectplan.ProjectPlan.ProjectMilestoneMissed;
import io.milepost.opportunities.risk.Risk.RiskOccurred;
import io.milepost.opportunities.risk.Risk.RiskReviewMissed;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.WeeklyReportBecameDue;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.WeeklyReportMissed;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.testkit.NoticeWalk;
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
            "R-060, R-064, R-100, R-171 to R-175, 3.8: each notice goes to whom it has to, is told to somebody, and once")
    void each_is_told_to_somebody_once() {
        NoticeWalk.check(new OpportunityServiceApplication().service(), """
                quotation-expired OWNER MANAGER
                quotation-expiring OWNER
                risk-review-missed OWNER MANAGER
                risk-occurred OWNER MANAGER
                project-milestone-missed OWNER MANAGER
                communication-missed OWNER MANAGER
                quality-finding-raised OWNER
                correction-missed OWNER MANAGER
                weekly-report-due OWNER
                weekly-report-missed OWNER MANAGER
                ati-approved OWNER MANAGER
                ati-returned OWNER MANAGER
                ati-rejected OWNER MANAGER
                director-changed OWNER MANAGER
                budget-exceeded OWNER MANAGER
                kickoff-missed OWNER MANAGER
                """);
    }

    @Test
    @DisplayName(
            "R-060, R-064: of the ATI decision and of the post of the director hears who is to direct, where somebody is")
    void the_director_hears_of_decisions() {
        concerns(ATI_APPROVED_NOTICE, new AtiApproved("board", DAY, "go", "pam"), "pam");
        concerns(ATI_RETURNED_NOTICE, new AtiReturned("board", DAY, "no", "pam"), "pam");
        concerns(ATI_REJECTED_NOTICE, new AtiRejected("board", DAY, "no", "pam", null, null), "pam");
        concerns(DIRECTOR_CHANGED_NOTICE, new DirectorChanged("kim", "pam", DAY), "pam");
        concerns(ATI_APPROVED_NOTICE, new AtiApproved("board", DAY, "go", null), null);
    }

    @Test
    @DisplayName("R-071, R-171, R-173, R-174, R-175: what is to be done or was missed concerns whoever owes it")
    void whoever_owes_it_hears_of_it() {
        concerns(KICKOFF_MISSED_NOTICE, new KickoffMissed(DAY, "pam"), "pam");
        concerns(MILESTONE_NOTICE, new ProjectMilestoneMissed(ID, "M", "sam", DAY), "sam");
        concerns(RISK_REVIEW_NOTICE, new RiskReviewMissed(ID, "ray", DAY), "ray");
        concerns(RISK_OCCURRED_NOTICE, new RiskOccurred(ID, "ray", DAY, "two weeks lost", "ray"), "ray");
        concerns(REPORT_DUE_NOTICE, new WeeklyReportBecameDue(DAY, "pam"), "pam");
        concerns(REPORT_MISSED_NOTICE, new WeeklyReportMissed(DAY, "pam"), "pam");
        concerns(COMMUNICATION_NOTICE, new CommunicationMissed(ID, "C1", "lee", DAY), "lee");
        concerns(CORRECTION_NOTICE, new CorrectionMissed(ID, "O1", "lee", DAY), "lee");
        concerns(FINDING_NOTICE, new QualityFindingRaised(ID, "O1", "one reader", "lee", DAY, DAY, "uma"), "lee");
    }

    /** Where it names nobody, it is whose entity it is. */
    private static <E extends Record> void concerns(NoticeRule<E> rule, E fact, @Nullable String member) {
        assertThat(requireNonNull(rule.member()).apply(fact)).as(rule.kind()).isEqualTo(member);
    }
}
