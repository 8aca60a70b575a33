package io.milepost.opportunities;

import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.PROJECT_BUDGET;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_REVIEW_MISSED;

import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.projectbudget.ProjectBudget.Category;
import io.milepost.opportunities.projectbudget.ProjectBudget.Line;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
                .suggesting("phase", Phase.AUTHORIZED, Phase.PREPARING, Phase.ENDED)
                .suggesting("seats", SEATS)
                .suggesting("IdentifyRisk.owner", "kim", "kim SR")
                .suggesting("AssignRiskOwner.owner", "kim", "kim FR")
                .suggesting("statement", "alpha")
                .suggesting("finding", "alpha", "beta")
                .suggesting("measure", "alpha")
                .suggesting("reviewOn", DAY)
                .suggesting("nextOn", DAY, DAY.plusDays(2))
                .suggesting("outcome", "alpha", "beta")
                .waits(RISK_REVIEW_MISSED)
                .terminal("CLOSED")
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
}
