package io.milepost.opportunities;

import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CHECKLIST_RUN;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CORRECTION_MISSED;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.COMMUNICATION_MISSED;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.MANAGEMENT_PLAN;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.PROJECT_BUDGET;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.MILESTONE_MISSED;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.PROJECT_PLAN;
import static io.milepost.opportunities.projectstrategy.ProjectStrategyCatalogue.PROJECT_STRATEGY;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_REVIEW_MISSED;
import static io.milepost.opportunities.stakeholder.StakeholderCatalogue.STAKEHOLDER;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_DUE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_MISSED;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.WEEKLY_REPORTING;

import io.milepost.opportunities.checklistrun.ChecklistRun.ChecklistCompleted;
import io.milepost.opportunities.checklistrun.ChecklistRun.CorrectionRefused;
import io.milepost.opportunities.checklistrun.ChecklistRun.QualityFindingResolved;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.managementplan.ManagementPlan.*;
import io.milepost.opportunities.managementplan.ManagementPlanCatalogue.View;
import io.milepost.opportunities.projectbudget.ProjectBudget.Category;
import io.milepost.opportunities.projectbudget.ProjectBudget.Line;
import io.milepost.opportunities.projectplan.Schedule;
import io.milepost.opportunities.projectplan.Schedule.WorkPackage;
import io.milepost.opportunities.projectstrategy.ProjectStrategy.*;
import io.milepost.opportunities.risk.Risk.RiskReviewMoved;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.opportunities.stakeholder.Stakeholder.Influence;
import io.milepost.opportunities.stakeholder.Stakeholder.Profile;
import io.milepost.opportunities.stakeholder.Stakeholder.Side;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.WeeklyReportCirculated;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of what belongs to a sales project. */
class ProjectLawsTest {
    private static final List<Seat> SEATS = Arrays.stream(Responsible.values())
            .filter(role -> role != Responsible.NOBODY)
            .map(role -> new Seat(role, "kim " + role))
            .toList();
    private static final LocalDate DAY = LocalDate.parse("2026-03-20");

    @Test
    void laws_of_the_risk() {
        Laws.of(RISK)
                .suggesting("ProjectTeam.owner", "kim")
                .suggesting("ProjectTeam.phase", Phase.AUTHORIZED, Phase.PREPARING, Phase.ENDED)
                .suggesting("seats", SEATS)
                .suggesting("IdentifyRisk.owner", "kim", "kim SR")
                .suggesting("AssignRiskOwner.owner", "kim", "kim FR")
                .suggesting("statement", "alpha")
                .suggesting("finding", "alpha", "beta")
                .suggesting("measure", "alpha")
                .suggesting("reviewOn", DAY)
                .suggesting("nextOn", DAY, DAY.plusDays(2))
                .suggesting("outcome", "alpha", "beta")
                .suggesting("reviewDays", 1, 3)
                .suggesting("ReviewRhythm.days", 14)
                .waits(RISK_REVIEW_MISSED)
                .rare(RiskReviewMoved.class)
                .terminal("CLOSED")
                .check();
    }

    @Test
    void laws_of_the_weekly_reporting() {
        var fridays = Stream.iterate(LocalDate.parse("2026-03-06"), day -> day.plusWeeks(1));
        Laws.of(WEEKLY_REPORTING)
                .suggesting("week", fridays.limit(4).toArray())
                .suggesting("owner", "kim")
                .suggesting("progress", "alpha", "beta")
                .suggesting("to", List.of("boss"), List.of("kim", "boss"))
                .rare(WeeklyReportCirculated.class)
                .waits(REPORT_DUE, REPORT_MISSED)
                .check();
    }

    @Test
    void laws_of_the_project_budget() {
        var lines = List.of(
                new Line(Category.TRAVEL, Money.of("1000.00", "USD")),
                new Line(Category.OTHER, Money.of("5.00", "USD")));
        Laws.of(PROJECT_BUDGET)
                .suggesting("lines", lines, lines.subList(0, 1))
                .suggesting("RecordExpense.amount", Money.of("5.00", "USD"), Money.of("600.00", "USD"))
                .suggesting("category", Category.TRAVEL, Category.OTHER)
                .suggesting("receipt", "T-1", "t-1", "T-2")
                .suggesting("reason", "alpha", "beta")
                .always(
                        "no category is overdrawn",
                        budget -> Arrays.stream(Category.values())
                                .noneMatch(category -> budget.left(category).isNegative()))
                .check();
    }

    @Test
    void laws_of_the_stakeholder() {
        Laws.of(STAKEHOLDER)
                .suggesting("ProjectTeam.phase", Phase.AUTHORIZED)
                .suggesting("side", Side.CUSTOMER)
                .suggesting("RegisterStakeholder.name", "alpha")
                .suggesting("profile", new Profile(Influence.LOW, null, null, null))
                .suggesting("otherId", new UUID(9, 9))
                .suggesting("salesProjectId", new UUID(1, 1))
                .suggesting("reason", "alpha", "beta")
                .terminal("LEFT")
                .check();
    }

    @Test
    void laws_of_the_project_strategy() {
        Laws.of(PROJECT_STRATEGY)
                .suggesting("ProjectTeam.owner", "kim")
                .suggesting("ProjectTeam.phase", Phase.AUTHORIZED)
                .suggesting("seats", SEATS)
                .suggesting("responsible", "kim", "kim SR")
                .suggesting("analysis", "alpha")
                .suggesting("goal", "alpha", "beta")
                .suggesting("strategy", "alpha")
                .suggesting("sources", List.of(new FinancingSource(Financing.CREDIT, new BigDecimal("100"))))
                .suggesting("StateFinancing.on", LocalDate.parse("2026-03-02"))
                .suggesting("terms", "alpha")
                .suggesting("NeededDocument.kind", "planning-report")
                .suggesting("subjectId", new UUID(1, 1))
                .suggesting("salesProjectId", new UUID(1, 1))
                // Most histories do not get that far; the strategies that have are tried below.
                .rare(ElementTracked.class)
                .rare(PlanningReportIssued.class)
                .rare(ProjectStrategyCompleted.class)
                .check();
    }

    @Test
    void laws_of_the_project_plan() {
        Laws.of(PROJECT_PLAN)
                .suggesting("ProjectTeam.owner", "kim")
                .suggesting("ProjectTeam.phase", Phase.AUTHORIZED, Phase.AUTHORIZED, Phase.ENDED)
                .suggesting("seats", SEATS)
                .suggesting("schedule", schedule(2), schedule(3))
                .suggesting("code", "A", "M")
                .suggesting("version", 1, 2)
                .suggesting("startedOn", LocalDate.parse("2026-03-02"))
                .suggesting("finishedOn", LocalDate.parse("2026-03-02"))
                .suggesting("reason", "alpha")
                .waits(MILESTONE_MISSED)
                .check();
    }

    @Test
    void laws_of_the_management_plan() {
        var told = new Communication("C", "alpha", "alpha", Frequency.WEEKLY, "alpha", "kim", DAY);
        var people = new Resource("R", ResourceKind.PEOPLE, "alpha", BigDecimal.TEN, "alpha", DAY, DAY);
        Laws.of(MANAGEMENT_PLAN)
                .suggesting("ProjectTeam.owner", "kim")
                .suggesting("ProjectTeam.phase", Phase.AUTHORIZED, Phase.AUTHORIZED, Phase.PREPARING)
                .suggesting("seats", SEATS)
                .suggesting("salesProjectId", Scenario.ID)
                .suggesting("communications", List.of(told))
                .suggesting("code", "C", "R")
                .suggesting("toldOn", LocalDate.parse("2026-03-02"))
                .suggesting("dueOn", DAY, DAY.plusWeeks(1))
                .suggesting("standards", List.of(new Standard("Q", "alpha", "alpha", "alpha")))
                .suggesting("approach", new RiskApproach("alpha", "alpha", "alpha", 7, "kim"))
                .suggesting("resources", List.of(people))
                .suggesting("quantity", BigDecimal.ONE, BigDecimal.TWO)
                .rare(ManagementPlanEnded.class)
                .waits(COMMUNICATION_MISSED)
                .always(
                        "nothing is given that is not needed",
                        plan -> ((View) MANAGEMENT_PLAN.view().apply(plan))
                                .resources().stream()
                                        .allMatch(one -> one.lacking().signum() >= 0))
                .check();
    }

    @Test
    void laws_of_the_checklist_run() {
        Laws.of(CHECKLIST_RUN)
                .suggesting("pursuit", Templates.CHECKED)
                .suggesting("ProjectTeam.owner", "kim")
                .suggesting("ProjectTeam.phase", Phase.AUTHORIZED)
                .suggesting("seats", SEATS)
                .suggesting("item", "K1", "O1", "o2")
                .suggesting("evidence", "alpha")
                .suggesting("finding", "alpha")
                .suggesting("correction", "alpha", "beta")
                .suggesting("responsible", "kim")
                .suggesting("dueOn", DAY)
                // The one caller of the laws never verifies what it corrected.
                .rare(QualityFindingResolved.class)
                .rare(CorrectionRefused.class)
                .rare(ChecklistCompleted.class)
                .waits(CORRECTION_MISSED)
                .check();
    }

    private static Schedule schedule(int days) {
        return new Schedule(
                LocalDate.parse("2026-03-02"),
                List.of(),
                List.of(
                        new WorkPackage("A", "alpha", "alpha", days, "kim", List.of()),
                        new WorkPackage("M", "alpha", "alpha", 0, "kim", List.of("A"))));
    }
}
