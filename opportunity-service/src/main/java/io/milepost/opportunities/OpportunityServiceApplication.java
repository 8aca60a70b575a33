package io.milepost.opportunities;

import static io.milepost.opportunities.bid.BidCatalogue.BID;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CHECKLIST_RUN;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CORRECTION_MISSED;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CORRECTION_NOTICE;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.FINDING_NOTICE;
import static io.milepost.opportunities.configuration.ConfigurationCatalogue.CONFIGURATION;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.COMMUNICATION_MISSED;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.COMMUNICATION_NOTICE;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.MANAGEMENT_PLAN;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.BUDGET_EXCEEDED_NOTICE;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.PROJECT_BUDGET;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.MILESTONE_MISSED;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.MILESTONE_NOTICE;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.PROJECT_PLAN;
import static io.milepost.opportunities.projectstrategy.ProjectStrategyCatalogue.PROJECT_STRATEGY;
import static io.milepost.opportunities.promotion.PromotionCatalogue.PROMOTION;
import static io.milepost.opportunities.quotation.QuotationCatalogue.EXPIRED_NOTICE;
import static io.milepost.opportunities.quotation.QuotationCatalogue.EXPIRING_NOTICE;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION_EXPIRING;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION_EXPIRY;
import static io.milepost.opportunities.requirement.RequirementCatalogue.REQUIREMENT;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_OCCURRED_NOTICE;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_REVIEW_MISSED;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_REVIEW_NOTICE;
import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_APPROVED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_REJECTED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_RETURNED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.DIRECTOR_CHANGED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.KICKOFF_MISSED;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.KICKOFF_MISSED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.solution.SolutionCatalogue.SOLUTION;
import static io.milepost.opportunities.solutionpackage.SolutionPackageCatalogue.SOLUTION_PACKAGE;
import static io.milepost.opportunities.stakeholder.StakeholderCatalogue.STAKEHOLDER;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_DUE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_DUE_NOTICE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_MISSED;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_MISSED_NOTICE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.WEEKLY_REPORTING;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT_EFFECT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;

import io.milepost.opportunities.automation.WhenAtiApprovedThenAuthorizeOpportunity;
import io.milepost.opportunities.automation.WhenAtiRejectedThenWithdrawOpportunity;
import io.milepost.opportunities.automation.WhenContractSignedThenWinOpportunity;
import io.milepost.opportunities.automation.WhenContractVoidedThenUndoWin;
import io.milepost.opportunities.automation.WhenCustomerSurveyConcludedThenShowFact;
import io.milepost.opportunities.automation.WhenFactArrivesThenReachMilestone;
import io.milepost.opportunities.automation.WhenKickoffCompletedThenBeginWeeklyReporting;
import io.milepost.opportunities.automation.WhenLeadConvertedThenIdentifyOpportunity;
import io.milepost.opportunities.automation.WhenOpportunityEndsThenCloseSalesProject;
import io.milepost.opportunities.automation.WhenOpportunityQualifiedThenProposeSalesProject;
import io.milepost.opportunities.automation.WhenOpportunityReopenedThenReopenSalesProject;
import io.milepost.opportunities.automation.WhenPlanBaselinedThenStartMonitoring;
import io.milepost.opportunities.automation.WhenProofArrivesThenShowFact;
import io.milepost.opportunities.automation.WhenQuotationAcceptedThenAgreeTerms;
import io.milepost.opportunities.automation.WhenQuotationIssuedThenSupersedeQuotation;
import io.milepost.opportunities.automation.WhenQuotationSupersededThenLapseTerms;
import io.milepost.opportunities.automation.WhenRiskManagementPlannedThenFollowIt;
import io.milepost.opportunities.automation.WhenSalesClosureCompletedThenCloseSalesProject;
import io.milepost.opportunities.automation.WhenSalesProjectClassifiedThenBeginWeeklyReporting;
import io.milepost.opportunities.automation.WhenSalesProjectEndsThenEndWeeklyReporting;
import io.milepost.opportunities.automation.WhenSalesProjectReopenedThenResumeWeeklyReporting;
import io.milepost.opportunities.automation.WhenSalesProjectTerminatedThenWithdrawOpportunity;
import io.milepost.opportunities.automation.WhenSalesTeamReleasedThenReleasePeople;
import io.milepost.opportunities.automation.WhenSignatureDeclinedThenRegressStage;
import io.milepost.opportunities.salesprocess.SalesProcessCatalogue;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
import io.milepost.platform.controlled.SeededKinds;
import io.milepost.platform.projection.Figure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts opportunity-service, and says what it consists of. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(Platform.class)
public class OpportunityServiceApplication {
    private static final Service SERVICE = Service.of("opportunity")
            .decides(
                    SALES_PROCESS,
                    PRICE_LIST,
                    OPPORTUNITY,
                    SALES_PROJECT,
                    PROJECT_BUDGET,
                    WEEKLY_REPORTING,
                    RISK,
                    STAKEHOLDER,
                    PROJECT_STRATEGY,
                    PROJECT_PLAN,
                    MANAGEMENT_PLAN,
                    CHECKLIST_RUN,
                    QUOTATION,
                    REQUIREMENT,
                    SOLUTION_PACKAGE,
                    SOLUTION,
                    CONFIGURATION,
                    BID,
                    PROMOTION,
                    DOCUMENT,
                    DOCUMENT_KIND)
            .reacts(
                    WhenLeadConvertedThenIdentifyOpportunity.AUTOMATION,
                    WhenCustomerSurveyConcludedThenShowFact.AUTOMATION,
                    WhenContractSignedThenWinOpportunity.AUTOMATION,
                    WhenContractVoidedThenUndoWin.AUTOMATION,
                    WhenOpportunityQualifiedThenProposeSalesProject.AUTOMATION,
                    WhenAtiApprovedThenAuthorizeOpportunity.AUTOMATION,
                    WhenAtiRejectedThenWithdrawOpportunity.AUTOMATION,
                    WhenSalesProjectTerminatedThenWithdrawOpportunity.AUTOMATION,
                    WhenOpportunityEndsThenCloseSalesProject.WON,
                    WhenOpportunityEndsThenCloseSalesProject.LOST,
                    WhenOpportunityEndsThenCloseSalesProject.WITHDRAWN,
                    WhenSalesTeamReleasedThenReleasePeople.AUTOMATION,
                    WhenOpportunityReopenedThenReopenSalesProject.AUTOMATION,
                    WhenSalesClosureCompletedThenCloseSalesProject.AUTOMATION,
                    WhenKickoffCompletedThenBeginWeeklyReporting.AUTOMATION,
                    WhenPlanBaselinedThenStartMonitoring.AUTOMATION,
                    WhenRiskManagementPlannedThenFollowIt.AUTOMATION,
                    WhenSalesProjectClassifiedThenBeginWeeklyReporting.AUTOMATION,
                    WhenSalesProjectEndsThenEndWeeklyReporting.TERMINATED,
                    WhenSalesProjectEndsThenEndWeeklyReporting.CLOSING,
                    WhenSalesProjectEndsThenEndWeeklyReporting.CLOSED,
                    WhenSalesProjectReopenedThenResumeWeeklyReporting.AUTOMATION,
                    WhenQuotationAcceptedThenAgreeTerms.AUTOMATION,
                    WhenQuotationSupersededThenLapseTerms.AUTOMATION,
                    WhenQuotationIssuedThenSupersedeQuotation.AUTOMATION,
                    WhenFactArrivesThenReachMilestone.NEGOTIATION_ROUND,
                    WhenFactArrivesThenReachMilestone.SENT_FOR_SIGNATURE,
                    WhenFactArrivesThenReachMilestone.SOLUTION_SUBMITTED,
                    WhenFactArrivesThenReachMilestone.SOLUTION_DEMONSTRATED,
                    WhenFactArrivesThenReachMilestone.REQUIREMENT_REVIEWED,
                    WhenFactArrivesThenReachMilestone.BID_SUBMITTED,
                    WhenProofArrivesThenShowFact.REQUIREMENT_BASELINED,
                    WhenProofArrivesThenShowFact.SOLUTION_CONFIRMED,
                    WhenProofArrivesThenShowFact.BILL_ISSUED,
                    WhenProofArrivesThenShowFact.BID_SHORTLISTED,
                    WhenSignatureDeclinedThenRegressStage.AUTOMATION)
            .waits(
                    QUOTATION_EXPIRY,
                    QUOTATION_EXPIRING,
                    REPORT_DUE,
                    REPORT_MISSED,
                    RISK_REVIEW_MISSED,
                    MILESTONE_MISSED,
                    COMMUNICATION_MISSED,
                    CORRECTION_MISSED,
                    KICKOFF_MISSED,
                    DOCUMENT_EFFECT)
            .seeds(SalesProcessCatalogue.seeds())
            .seeds(SeededKinds.of(OpportunityServiceApplication.class))
            .counts(Figure.of("parked.deals", "Deals that are open and on hold", OPPORTUNITY, "status", "ON_HOLD"))
            .tells(
                    EXPIRED_NOTICE,
                    EXPIRING_NOTICE,
                    RISK_REVIEW_NOTICE,
                    RISK_OCCURRED_NOTICE,
                    MILESTONE_NOTICE,
                    COMMUNICATION_NOTICE,
                    FINDING_NOTICE,
                    CORRECTION_NOTICE,
                    REPORT_DUE_NOTICE,
                    REPORT_MISSED_NOTICE,
                    ATI_APPROVED_NOTICE,
                    ATI_RETURNED_NOTICE,
                    ATI_REJECTED_NOTICE,
                    DIRECTOR_CHANGED_NOTICE,
                    BUDGET_EXCEEDED_NOTICE,
                    KICKOFF_MISSED_NOTICE);

    @Bean
    Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        SpringApplication.run(OpportunityServiceApplication.class, args);
    }
}
