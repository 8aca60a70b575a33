package io.milepost.opportunities.projectbudget;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sales project may spend and has spent, by category. No category is ever overdrawn: what does not fit waits
 * until the budget is revised.
 *
 * @param lines as released or revised last, in one currency
 * @param expenses in the order in which they were recorded, reversed ones among them
 * @param exceeded what was wanted and refused, because there was less
 */
public record ProjectBudget(
        BudgetReleased released, List<Line> lines, List<Expense> expenses, List<BudgetExceeded> exceeded) {
    static final Decider<ProjectBudget, Command, Event> DECIDER =
            new Decider<>(Spending::decide, ProjectBudget::begin, ProjectBudget::evolve);

    /** How many expenses one budget keeps, so that it can always be read as a whole. */
    static final int MOST_EXPENSES = 2000;

    /** Releases the one budget of a sales project, which needs its positive ATI decision first. */
    public record ReleaseBudget(UUID salesProjectId, List<Line> lines) {
        public ReleaseBudget {
            lines = List.copyOf(lines);
        }
    }

    /** What may be asked of a released budget. Its texts may not contain personal data. */
    public sealed interface Command {}

    /** Replaces the lines, in the same currency and never below what has been spent. */
    public record ReviseBudget(
            List<Line> lines, @Limit(Limit.NOTE) String reason) implements Command {
        public ReviseBudget {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Books an expense against its category.
     *
     * @param receipt number of the voucher, which is booked once in whatever spelling
     */
    public record RecordExpense(
            Category category,
            Money amount,
            LocalDate incurredOn,
            String receipt,
            @Limit(Limit.NOTE) String purpose) implements Command {}

    /** Takes an expense back, so that its receipt may be booked anew. */
    public record ReverseExpense(
            String receipt, @Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {
        UUID salesProjectId();
    }

    public record BudgetReleased(
            UUID salesProjectId, String owner, List<Line> lines, String releasedBy, LocalDate releasedOn)
            implements Event {
        public BudgetReleased {
            lines = List.copyOf(lines);
        }
    }

    public record BudgetRevised(UUID salesProjectId, List<Line> lines, String reason, String revisedBy)
            implements Event {
        public BudgetRevised {
            lines = List.copyOf(lines);
        }
    }

    public record ExpenseRecorded(
            UUID salesProjectId,
            Category category,
            Money amount,
            LocalDate incurredOn,
            String receipt,
            String purpose,
            String recordedBy)
            implements Event {}

    public record ExpenseReversed(UUID salesProjectId, String receipt, String reason) implements Event {}

    /** Somebody wanted to spend more of a category than was {@code left} of it, and was refused. */
    public record BudgetExceeded(
            UUID salesProjectId, Category category, Money amount, Money left, String receipt, String askedBy)
            implements Event {}

    public enum No implements Refusal {
        SALES_PROJECT_MISSING(state("only a sales project that is there has a budget")),
        BUDGET_BEFORE_ATI(state("a budget needs a positive ATI decision on its sales project first")),
        BUDGET_ALREADY_RELEASED(state("the sales project has a budget, which can be revised")),
        SALES_PROJECT_CLOSED(state("the sales project is closed, and so are its books")),
        LINES_MISSING(rule("a budget needs at least one line")),
        CATEGORY_REPEATED(rule("a category has only one line")),
        LINE_NEGATIVE(rule("a line of a budget cannot be negative")),
        BUDGET_TOO_LARGE(rule("the lines of a budget must add up to at most 15 digits before the point")),
        BUDGET_CURRENCY_CHANGED(rule("a budget keeps its currency, and expenses are booked in it")),
        BUDGET_BELOW_EXPENSES(rule("a line cannot be less than what has been spent")),
        EXPENSE_NOT_POSITIVE(rule("an expense must be more than nothing")),
        BUDGET_EXCEEDED(rule("the expense is more than what is left of its category")),
        RECEIPT_ALREADY_BOOKED(state("this receipt has been booked, with other data")),
        RECEIPT_UNKNOWN(state("no expense is booked with this receipt")),
        EXPENSES_FULL(state("the budget holds as many expenses as it can"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What money is spent on. */
    public enum Category {
        TRAVEL,
        HOSPITALITY,
        PRE_SALES,
        MATERIAL,
        BIDDING,
        EXTERNAL_SERVICES,
        OTHER
    }

    public record Line(Category category, Money amount) {}

    /** An expense, and why it was taken back where it was. */
    public record Expense(
            ExpenseRecorded recorded, @Nullable String reversal) {
        boolean stands() {
            return reversal == null;
        }

        boolean is(String receipt) {
            return Codes.canonical(recorded.receipt()).equals(Codes.canonical(receipt));
        }
    }

    /**
     * What has to be known of the sales project.
     *
     * @param authorized by a positive ATI decision
     */
    record Project(String owner, boolean authorized, boolean closed) {}

    public ProjectBudget {
        lines = List.copyOf(lines);
        expenses = List.copyOf(expenses);
        exceeded = List.copyOf(exceeded);
    }

    static ProjectBudget begin(Event first) {
        var released = (BudgetReleased) first;
        return new ProjectBudget(released, released.lines(), List.of(), List.of());
    }

    static ProjectBudget evolve(ProjectBudget budget, Event event) {
        return switch (event) {
            case BudgetReleased _ -> budget;
            case BudgetRevised revised ->
                new ProjectBudget(budget.released, revised.lines(), budget.expenses, budget.exceeded);
            case ExpenseRecorded recorded -> {
                var expenses = Stream.concat(budget.expenses.stream(), Stream.of(new Expense(recorded, null)));
                yield new ProjectBudget(budget.released, budget.lines, expenses.toList(), budget.exceeded);
            }
            case ExpenseReversed(var _, var receipt, var reason) ->
                new ProjectBudget(
                        budget.released,
                        budget.lines,
                        budget.expenses.stream()
                                .map(expense -> expense.stands() && expense.is(receipt)
                                        ? new Expense(expense.recorded(), reason)
                                        : expense)
                                .toList(),
                        budget.exceeded);
            case BudgetExceeded more -> {
                var known = Stream.concat(budget.exceeded.stream(), Stream.of(more));
                yield new ProjectBudget(budget.released, budget.lines, budget.expenses, known.toList());
            }
        };
    }

    UUID salesProject() {
        return released.salesProjectId();
    }

    /** The expense that is booked with this receipt and has not been taken back. */
    Optional<ExpenseRecorded> standing(String receipt) {
        return expenses.stream()
                .filter(expense -> expense.stands() && expense.is(receipt))
                .map(Expense::recorded)
                .findFirst();
    }

    Money spent(Category category) {
        return expenses.stream()
                .filter(expense -> expense.stands() && expense.recorded().category() == category)
                .map(expense -> expense.recorded().amount())
                .reduce(Money.zero(currency()), Money::plus);
    }

    public Money left(Category category) {
        return limit(lines, category).minus(spent(category));
    }

    /** Nothing may be spent on a category without a line. */
    Money limit(List<Line> lines, Category category) {
        return lines.stream()
                .filter(line -> line.category() == category)
                .map(Line::amount)
                .findFirst()
                .orElseGet(() -> Money.zero(currency()));
    }

    static Money total(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }

    boolean isOurs(Money amount) {
        return amount.currency().equals(currency());
    }

    private Currency currency() {
        return released.lines().getFirst().amount().currency();
    }
}
