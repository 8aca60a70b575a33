package io.milepost.reporting.read.mart.projects;

import static io.milepost.reporting.inbound.opportunity.BudgetFacts.EXPENSE_RECORDED;
import static io.milepost.reporting.inbound.opportunity.BudgetFacts.EXPENSE_REVERSED;
import static io.milepost.reporting.inbound.opportunity.BudgetFacts.RELEASED;
import static io.milepost.reporting.inbound.opportunity.BudgetFacts.REVISED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.opportunity.BudgetFacts;
import io.milepost.reporting.inbound.opportunity.BudgetFacts.Expense;
import io.milepost.reporting.inbound.opportunity.BudgetFacts.Line;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The budget of a sales project, and what was spent of it.
 *
 * @param expenses by the numbers of receipts, without those that were reversed
 */
record Budget(UUID project, String owner, List<Line> lines, Map<String, Expense> expenses, LocalDate day) {
    Budget {
        lines = List.copyOf(lines);
        expenses = new TreeMap<>(expenses);
    }

    /** What a row is. */
    enum Kind {
        BUDGET,
        EXPENSE
    }

    /**
     * A line of the budget or an expense.
     *
     * @param incurredOn null of a line of the budget
     */
    record Entry(
            Kind kind,
            UUID project,
            String owner,
            String category,
            Money amount,
            @Nullable String receipt,
            @Nullable LocalDate incurredOn) {

        String dealId() {
            return project.toString();
        }

        boolean budget() {
            return kind == Kind.BUDGET;
        }

        boolean expense() {
            return kind == Kind.EXPENSE;
        }
    }

    /** Of two lines of one category each has its own. */
    Map<String, Entry> entries() {
        var rows = new LinkedHashMap<String, Entry>();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            rows.put(
                    "line " + (at + 1),
                    new Entry(Kind.BUDGET, project, owner, line.category(), line.amount(), null, null));
        }
        expenses.forEach((receipt, expense) -> rows.put(
                "expense " + receipt,
                new Entry(
                        Kind.EXPENSE,
                        project,
                        owner,
                        expense.category(),
                        expense.amount(),
                        receipt,
                        expense.incurredOn())));
        return rows;
    }

    private Budget with(List<Line> now, Map<String, Expense> spent, LocalDate on) {
        return new Budget(project, owner, now, spent, on.isBefore(day) ? day : on);
    }

    /** Project budget events to budgets. */
    record Folding(ZoneId zone) implements Fold<Budget> {
        @Override
        public String source() {
            return BudgetFacts.SOURCE;
        }

        @Override
        public Class<Budget> view() {
            return Budget.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(RELEASED, REVISED, EXPENSE_RECORDED, EXPENSE_REVERSED);
        }

        @Override
        public LocalDate day(Budget view) {
            return view.day();
        }

        @Override
        public Budget apply(@Nullable Budget before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(RELEASED)) {
                var released = event.as(BudgetFacts.Released.class);
                return new Budget(
                        released.salesProjectId(), released.owner(), released.lines(), Map.of(), released.releasedOn());
            }
            if (before == null) {
                throw new IllegalStateException("it was never released");
            }
            var expenses = new TreeMap<>(before.expenses);
            return switch (event.type()) {
                case REVISED -> before.with(event.as(BudgetFacts.Revised.class).lines(), expenses, day);
                case EXPENSE_RECORDED -> {
                    var expense = event.as(Expense.class);
                    expenses.put(expense.receipt(), expense);
                    yield before.with(before.lines, expenses, expense.incurredOn());
                }
                case EXPENSE_REVERSED -> {
                    expenses.remove(event.as(BudgetFacts.ExpenseReversed.class).receipt());
                    yield before.with(before.lines, expenses, day);
                }
                default -> throw new IllegalArgumentException("not of a project budget: " + event.type());
            };
        }
    }
}
