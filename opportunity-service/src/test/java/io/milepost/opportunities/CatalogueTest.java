package io.milepost.opportunities;

import static io.milepost.opportunities.bid.BidCatalogue.BID;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CHECKLIST_RUN;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CORRECTION_NOTICE;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.FINDING_NOTICE;
import static io.milepost.opportunities.configuration.ConfigurationCatalogue.CONFIGURATION;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.COMMUNICATION_NOTICE;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.MANAGEMENT_PLAN;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.BUDGET_EXCEEDED_NOTICE;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.PROJECT_BUDGET;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.MILESTONE_NOTICE;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.PROJECT_PLAN;
import static io.milepost.opportunities.projectstrategy.ProjectStrategyCatalogue.PROJECT_STRATEGY;
import static io.milepost.opportunities.promotion.PromotionCatalogue.PROMOTION;
import static io.milepost.opportunities.quotation.QuotationCatalogue.EXPIRED_NOTICE;
import static io.milepost.opportunities.quotation.QuotationCatalogue.EXPIRING_NOTICE;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.requirement.RequirementCatalogue.REQUIREMENT;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_OCCURRED_NOTICE;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_REVIEW_NOTICE;
import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_APPROVED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_REJECTED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_RETURNED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.DIRECTOR_CHANGED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.KICKOFF_MISSED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.solution.SolutionCatalogue.SOLUTION;
import static io.milepost.opportunities.solutionpackage.SolutionPackageCatalogue.SOLUTION_PACKAGE;
import static io.milepost.opportunities.stakeholder.StakeholderCatalogue.STAKEHOLDER;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_DUE_NOTICE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_MISSED_NOTICE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.WEEKLY_REPORTING;
import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static io.milepost.platform.privacy.ErasureCatalogue.ERASURE;
import static io.milepost.platform.webhook.WebhookCatalogue.WEBHOOK;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityAuthorized;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityCompetitorDropped;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityContractAdded;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityContractDropped;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityMilestoneProved;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityReopened;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityResumed;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunitySessionHeld;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageAdvanced;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageEntered;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageRegressed;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageSucceeded;
import io.milepost.opportunities.opportunity.OpportunityEvent.PlannedMilestone;
import io.milepost.opportunities.opportunity.OpportunityEvent.SuccessCriterionMet;
import io.milepost.opportunities.opportunity.OpportunityEvent.WinProbabilityChanged;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Who;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.PermissionMatrix;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every aggregate of this service: names, published files, laws. */
class CatalogueTest {
    /** Those that people send commands to. */
    static final List<Catalogue<?, ?, ?>> COMMANDED = List.of(
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
            DOCUMENT_KIND);

    static final List<Catalogue<?, ?, ?>> CATALOGUES = Stream.concat(
                    COMMANDED.stream(),
                    Stream.<Catalogue<?, ?, ?>>of(
                            AUDIT_RECORD,
                            ERASURE,
                            WEBHOOK,
                            NoticeCatalogue.of(
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
                                    KICKOFF_MISSED_NOTICE)))
            .toList();
    private static final Stage FIRST = SalesProcesses.of("standard", 2).stage(1);

    @Test
    void everything_is_declared_and_well_named() {
        CatalogueWalk.check(CATALOGUES);
    }

    @Test
    void what_is_published_was_approved() {
        ContractFiles.check("opportunity", CATALOGUES, List.of(), Examples.OF_REQUESTS);
    }

    @Test
    @DisplayName("R-189: who may do what by each operation stands in docs/permissions.md as it is in the code")
    void what_each_role_may_do_is_published() {
        PermissionMatrix.of("opportunity", CATALOGUES).verify();
    }

    /** Few begin at random, since nobody states a survey by hand; those that have begun end and go on often enough. */
    @Test
    void laws_of_the_opportunity() {
        deals().rare(OpportunityLost.class)
                .rare(OpportunityReopened.class)
                .rare(SuccessCriterionMet.class)
                .check();
        deals().after(new OpportunityIdentified(
                        null, null, "kim", null, null, null, null, null, "standard", 2, null, null, null, null, null))
                .rare(OpportunityIdentified.class)
                .check();
    }

    private static Laws<Opportunity, Opportunity.Command, OpportunityEvent> deals() {
        return Laws.of(OPPORTUNITY)
                .suggesting("template", "standard", "strategic")
                .suggesting("stages", Templates.stages(30, 60, 100), Templates.stages(100))
                .suggesting(
                        "inForce",
                        SalesProcesses.of("standard", 2),
                        SalesProcesses.of("strategic", 2),
                        new ProcessVersion("north", 4, Templates.stages(30, 60, 100), List.of(), null))
                .suggesting(
                        "milestone",
                        FIRST.milestones().stream().map(Milestone::code).toArray())
                .suggesting(
                        "criterion",
                        FIRST.criteria().stream().map(Criterion::code).toArray())
                .suggesting(
                        "PlanMilestones.milestones",
                        List.of(new PlannedMilestone(1, "CONTACT_NAMED", LocalDate.parse("2026-05-01"))))
                .suggesting("cause", EndCause.PRICE)
                .suggesting("lessons", "alpha", "beta")
                .suggesting("competitorId", new UUID(1, 7))
                .suggesting("quotationId", new UUID(1, 8))
                // Most histories end before a stage succeeds; those that cannot end are tried below.
                .rare(OpportunityContractAdded.class)
                .rare(OpportunityContractDropped.class)
                .rare(OpportunityAuthorized.class)
                .rare(OpportunityStageEntered.class)
                .rare(OpportunityMilestoneProved.class)
                .rare(OpportunityStageSucceeded.class)
                .rare(WinProbabilityChanged.class)
                .rare(OpportunityStageAdvanced.class)
                .rare(OpportunityStageRegressed.class)
                .rare(OpportunityCompetitorDropped.class)
                .rare(OpportunityResumed.class)
                .rare(OpportunitySessionHeld.class);
    }

    /** The laws know one caller only, and nobody decides about what he asked for himself. */
    static <S, C, E> Catalogue<S, C, E> askedBySomebodyElse(Catalogue<S, C, E> catalogue, Class<? extends C> asking) {
        var decider = catalogue.decider();
        var asked = new Decider<S, C, E>(
                (state, command, occasion) ->
                        decider.decide().decide(state, command, asking.isInstance(command) ? by(occasion) : occasion),
                decider.begin(),
                decider.evolve());
        return new Catalogue<>(
                catalogue.aggregate(),
                catalogue.plural(),
                asked,
                catalogue.owner(),
                catalogue.keepers(),
                catalogue.readers(),
                catalogue.holds(),
                catalogue.view(),
                catalogue.viewType(),
                catalogue.commands(),
                catalogue.events(),
                catalogue.refusals());
    }

    private static Occasion by(Occasion occasion) {
        return Occasion.of(
                occasion.id(), occasion.effectiveAt(), occasion.today(), new Who("somebody else", null, true));
    }
}
