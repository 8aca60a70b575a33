package io.milepost.opportunities.projectbudget;

import static io.milepost.opportunities.projectbudget.ProjectBudget.No.*;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.BUDGET_OF;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.opportunities.projectbudget.ProjectBudget.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.util.EnumSet;
import java.util.List;

/** What may be released, and what may be spent of it. */
final class Spending {

    private Spending() {}

    static Decision<Event> release(ReleaseBudget release, Occasion occasion) {
        var project = occasion.read(Project.class).orElse(null);
        if (project == null) {
            return refusedAt("/salesProjectId", SALES_PROJECT_MISSING);
        }
        var id = release.salesProjectId();
        var checks = check().that(!project.closed(), SALES_PROJECT_CLOSED)
                .that(project.authorized(), BUDGET_BEFORE_ATI)
                .that(
                        occasion.holderOf(BUDGET_OF, id.toString()).isEmpty(),
                        "/salesProjectId",
                        BUDGET_ALREADY_RELEASED);
        return checkLines(checks, release.lines())
                .accept(() -> new BudgetReleased(
                        id, project.owner(), release.lines(), occasion.who().name(), occasion.today()));
    }

    static Decision<Event> decide(ProjectBudget budget, Command command, Occasion occasion) {
        if (occasion.read(Project.class).filter(Project::closed).isPresent()) {
            return refused(SALES_PROJECT_CLOSED);
        }
        return switch (command) {
            case ReviseBudget revise -> revise(budget, revise, occasion);
            case RecordExpense expense -> book(budget, expense, occasion);
            case ReverseExpense(var receipt, var reason) -> reverse(budget, receipt, reason);
        };
    }

    private static Decision<Event> revise(ProjectBudget budget, ReviseBudget revise, Occasion occasion) {
        var lines = revise.lines();
        if (lines.equals(budget.lines())) {
            return unchanged();
        }
        return checkLines(check().reason("/reason", revise.reason()), lines).then(() -> {
            if (!budget.isOurs(lines.getFirst().amount())) {
                return refusedAt("/lines/0/amount/currency", BUDGET_CURRENCY_CHANGED);
            }
            for (var category : Category.values()) {
                var spent = budget.spent(category);
                if (budget.limit(lines, category).compareTo(spent) < 0) {
                    return refusedAt(
                            "/lines", BUDGET_BELOW_EXPENSES, "%s has been spent on %s".formatted(spent, category));
                }
            }
            return accepted(new BudgetRevised(
                    budget.salesProject(),
                    lines,
                    revise.reason(),
                    occasion.who().name()));
        });
    }

    private static Decision<Event> book(ProjectBudget budget, RecordExpense expense, Occasion occasion) {
        var booked = budget.standing(expense.receipt());
        if (booked.isPresent()) {
            return booked.get().equals(event(budget, expense, booked.get().recordedBy()))
                    ? unchanged()
                    : refusedAt("/receipt", RECEIPT_ALREADY_BOOKED);
        }
        var amount = expense.amount();
        return check().text("/receipt", expense.receipt())
                .text("/purpose", expense.purpose())
                .notAfter("/incurredOn", expense.incurredOn(), occasion.today())
                .within(NEAR, "/incurredOn", expense.incurredOn(), occasion.today())
                .that(amount.isPositive(), "/amount", EXPENSE_NOT_POSITIVE)
                .that(budget.isOurs(amount), "/amount/currency", BUDGET_CURRENCY_CHANGED)
                .that(budget.expenses().size() < ProjectBudget.MOST_EXPENSES, EXPENSES_FULL)
                .then(() -> {
                    var left = budget.left(expense.category());
                    return amount.compareTo(left) > 0
                            ? exceeded(budget, expense, left, occasion.who().name())
                            : accepted(event(budget, expense, occasion.who().name()));
                });
    }

    /** On record, and once for the same wish: who asks again tells nothing new. */
    private static Decision<Event> exceeded(ProjectBudget budget, RecordExpense expense, Money left, String by) {
        var wish = new BudgetExceeded(
                budget.salesProject(), expense.category(), expense.amount(), left, expense.receipt(), by);
        var refused = Decision.<Event>refusedAt(
                "/amount", BUDGET_EXCEEDED, "%s is left for %s".formatted(left, expense.category()));
        return budget.exceeded().contains(wish) || budget.exceeded().size() >= ProjectBudget.MOST_EXPENSES
                ? refused
                : refused.onRecord(List.of(wish));
    }

    private static ExpenseRecorded event(ProjectBudget budget, RecordExpense expense, String by) {
        return new ExpenseRecorded(
                budget.salesProject(),
                expense.category(),
                expense.amount(),
                expense.incurredOn(),
                expense.receipt(),
                expense.purpose(),
                by);
    }

    private static Decision<Event> reverse(ProjectBudget budget, String receipt, String reason) {
        if (budget.standing(receipt).isPresent()) {
            return check().reason("/reason", reason)
                    .accept(() -> new ExpenseReversed(budget.salesProject(), receipt, reason));
        }
        var reversed = budget.expenses().stream()
                .anyMatch(expense -> expense.is(receipt) && reason.equals(expense.reversal()));
        return reversed ? unchanged() : refusedAt("/receipt", RECEIPT_UNKNOWN);
    }

    private static Checks checkLines(Checks checks, List<Line> lines) {
        checks = checks.that(!lines.isEmpty(), "/lines", LINES_MISSING);
        var taken = EnumSet.noneOf(Category.class);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var pointer = "/lines/" + i;
            var first = lines.getFirst().amount().currency();
            checks = checks.that(taken.add(line.category()), pointer + "/category", CATEGORY_REPEATED)
                    .that(!line.amount().isNegative(), pointer + "/amount", LINE_NEGATIVE)
                    .that(line.amount().currency().equals(first), pointer + "/amount/currency", CURRENCIES_MIXED);
        }
        return checks.failed() != null
                ? checks
                : checks.that(!ProjectBudget.total(lines).isTooLarge(), "/lines", BUDGET_TOO_LARGE);
    }
}
