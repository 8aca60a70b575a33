package io.milepost.opportunities;

import static io.milepost.opportunities.SalesProjectSituations.authorized;
import static io.milepost.opportunities.SalesProjectSituations.proposed;

import io.milepost.opportunities.projectbudget.ProjectBudget.Category;
import io.milepost.opportunities.projectbudget.ProjectBudget.Line;
import io.milepost.opportunities.projectbudget.ProjectBudget.RecordExpense;
import io.milepost.opportunities.projectbudget.ProjectBudget.ReleaseBudget;
import io.milepost.opportunities.projectbudget.ProjectBudget.ReverseExpense;
import io.milepost.opportunities.projectbudget.ProjectBudget.ReviseBudget;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Budgets of authorized sales projects, made over HTTP. */
final class ProjectBudgetSituations {
    private ProjectBudgetSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(ReleaseBudget.class, client -> new Situation(null, release(authorized(client))))
                .accepted(
                        ReviseBudget.class,
                        client -> new Situation(released(client), new ReviseBudget(List.of(travel("900.00")), "less")))
                .accepted(RecordExpense.class, client -> new Situation(released(client), flight("1000.00")))
                .accepted(ReverseExpense.class, client -> {
                    var budget = released(client);
                    client.accept(budget, flight("1000.00"));
                    return new Situation(budget, new ReverseExpense("T-1", "typing error"));
                })
                .refused("BUDGET_BEFORE_ATI", client -> new Situation(null, release(proposed(client))))
                .refused(
                        "RECEIPT_UNKNOWN",
                        client -> new Situation(released(client), new ReverseExpense("T-1", "typing error")));
    }

    static ReleaseBudget release(UUID project) {
        return new ReleaseBudget(project, List.of(travel("1000.00")));
    }

    private static UUID released(SuiteClient client) {
        return client.create(release(authorized(client)));
    }

    private static RecordExpense flight(String amount) {
        return new RecordExpense(
                Category.TRAVEL,
                Money.of(amount, "USD"),
                LocalDate.now(ZoneOffset.UTC).minusDays(7),
                "T-1",
                "a flight");
    }

    private static Line travel(String amount) {
        return new Line(Category.TRAVEL, Money.of(amount, "USD"));
    }
}
