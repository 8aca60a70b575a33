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
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.PROJECT_BUDGET;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.MILESTONE_NOTICE;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.PROJECT_PLAN;
import static io.milepost.opportunities.projectstrategy.ProjectStrategyCatalogue.PROJECT_STRATEGY;
import static io.milepost.opportunities.promotion.PromotionCatalogue.PROMOTION;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.QuotationDeadlines.EXPIRED_NOTICE;
import static io.milepost.opportunities.quotation.QuotationDeadlines.EXPIRING_NOTICE;
import static io.milepost.opportunities.requirement.RequirementCatalogue.REQUIREMENT;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_OCCURRED_NOTICE;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_REVIEW_NOTICE;
import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_APPROVED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_REJECTED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.ATI_RETURNED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.KICKOFF_MISSED;
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

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityCompetitorDropped;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityMilestoneProved;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityResumed;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunitySessionHeld;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageAdvanced;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageEntered;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageRegressed;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageSucceeded;
import io.milepost.opportunities.opportunity.OpportunityEvent.PlannedMilestone;
import io.milepost.opportunities.opportunity.OpportunityEvent.WinProbabilityChanged;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.opportunities.salesproject.SalesProjectView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.decision.Who;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    private static final List<Catalogue<?, ?, ?>> CATALOGUES = Stream.concat(
                    COMMANDED.stream(),
                    Stream.<Catalogue<?, ?, ?>>of(
                            AUDIT_RECORD,
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
                                    KICKOFF_MISSED_NOTICE)))
            .toList();
    private static final Stage FIRST = SalesProcesses.of("standard", 2).stage(1);
    private static final List<TeamMember> TEAM = Arrays.stream(TeamRole.values())
            .map(role -> new TeamMember(role, role.name(), "duties"))
            .toList();
    private static final List<Participant> LAWYER = List.of(new Participant(Department.LEGAL, "zoe", "the contract"));

    @Test
    void everything_is_declared_and_well_named() {
        CatalogueWalk.check(CATALOGUES);
    }

    @Test
    void what_is_published_was_approved() {
        ContractFiles.check("opportunity", CATALOGUES, List.of(), Examples.OF_REQUESTS);
    }

    /** Few begin at random, since nobody states a survey by hand; those that have begun end and go on often enough. */
    @Test
    void laws_of_the_opportunity() {
        deals().rare(OpportunityLost.class).check();
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
                .terminal("WON")
                // Most histories end before a stage succeeds; those that cannot end are tried below.
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

    @Test
    void laws_of_the_sales_project() {
        Laws.of(SALES_PROJECT)
                .suggesting("owner", "kim")
                .suggesting("name", "alpha")
                .suggesting("salesGoal", "alpha", "beta")
                .suggesting("scope", "alpha")
                .suggesting("expectedOutcome", "alpha")
                .suggesting("AssessFeasibility.feasibility", "alpha", "beta")
                .suggesting("necessity", "alpha")
                .suggesting("people", "alpha")
                .suggesting("equipment", "alpha")
                .suggesting("funds", "alpha")
                .suggesting("reason", "alpha", "beta")
                .suggesting("members", TEAM, TEAM.subList(0, 2))
                .suggesting("ReleasePeople.members", List.of("pd", "AR"), List.of("qa"))
                .suggesting("ProposeSalesProject.pursuit", Templates.LEVELS, Templates.LEVELS)
                .suggesting("level", "TOP", "small")
                .suggesting("participants", LAWYER, List.of())
                .suggesting("NeededDocument.kind", "project-charter")
                .suggesting("NeededDocument.subjectId", Scenario.ID)
                .terminal("CLOSED")
                // Most histories end or go back before anything is submitted; those that cannot are tried below.
                .rare(EstablishmentPrepared.class)
                .rare(AtiSubmitted.class)
                .rare(AtiApproved.class)
                .rare(AtiReturned.class)
                .rare(AtiRejected.class)
                .rare(TeamAppointed.class)
                .rare(KickoffCalled.class)
                .rare(KickoffMissed.class)
                .waits(KICKOFF_MISSED)
                .rare(KickoffHeld.class)
                .rare(KickoffCompleted.class)
                .rare(PeopleReleased.class)
                .check();
    }

    @Test
    void laws_of_a_sales_project_that_is_prepared() {
        var launched = Catalogue.of("sales-project", "sales-projects", SALES_PROJECT.decider())
                .command(SubmitForAti.class)
                .command(DecideAti.class)
                .command(AppointTeam.class)
                .command(ClassifySalesProject.class)
                .command(InvolveDepartments.class)
                .command(CallKickoff.class)
                .command(HoldKickoff.class)
                .command(ReleasePeople.class)
                .event(AtiSubmitted.class, "sales-project.ati-submitted", 1)
                .event(AtiApproved.class, "sales-project.ati-approved", 1)
                .event(AtiReturned.class, "sales-project.ati-returned", 1)
                .event(AtiRejected.class, "sales-project.ati-rejected", 1)
                .event(TeamAppointed.class, "sales-project.team-appointed", 1)
                .event(SalesProjectClassified.class, "sales-project.classified", 1)
                .event(DepartmentsInvolved.class, "sales-project.departments-involved", 1)
                .event(KickoffCalled.class, "sales-project.kickoff-called", 1)
                .event(KickoffHeld.class, "sales-project.kickoff-held", 1)
                .event(KickoffCompleted.class, "sales-project.kickoff-completed", 1)
                .event(PeopleReleased.class, "sales-project.people-released", 1)
                .refusals(SalesProject.No.class, Usual.values())
                .open()
                .view(SalesProjectView.class, state ->
                        (SalesProjectView) SALES_PROJECT.view().apply(state));
        Laws.of(askedBySomebodyElse(launched, SubmitForAti.class))
                .after(
                        new SalesProjectProposed("kim", null, null, Templates.LEVELS),
                        new EstablishmentPrepared(LocalDate.parse("2026-03-01")))
                .suggesting("members", TEAM, TEAM.reversed())
                .suggesting("ReleasePeople.members", List.of("pd", "AR"), List.of("qa"))
                .suggesting("level", "TOP", "small")
                .suggesting("participants", LAWYER, List.of())
                .suggesting("calledFor", LocalDate.parse("2026-06-01"))
                .suggesting("attendees", List.of("kim"), List.of("kim", "pd"))
                .terminal("ATI_REJECTED")
                .check();
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
