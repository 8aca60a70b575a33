package io.milepost.reporting.inbound.opportunity;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Types and fields of opportunity-service's project budget events that reports use. */
public final class BudgetFacts {
    public static final String SOURCE = "opportunity";
    public static final String RELEASED = "project-budget.released.v1";
    public static final String REVISED = "project-budget.revised.v1";
    public static final String EXPENSE_RECORDED = "project-budget.expense-recorded.v1";
    public static final String EXPENSE_REVERSED = "project-budget.expense-reversed.v1";

    private BudgetFacts() {}

    /** {@link #RELEASED}: for the sales project of an opportunity, whose id it has. */
    public record Released(UUID salesProjectId, String owner, List<Line> lines, LocalDate releasedOn) {
        public Released {
            lines = List.copyOf(lines);
        }
    }

    /** {@link #REVISED}: all lines anew. */
    public record Revised(List<Line> lines) {
        public Revised {
            lines = List.copyOf(lines);
        }
    }

    /** How much for what. */
    public record Line(String category, Money amount) {}

    /** {@link #EXPENSE_RECORDED}. */
    public record Expense(String category, Money amount, LocalDate incurredOn, String receipt) {}

    /** {@link #EXPENSE_REVERSED}. */
    public record ExpenseReversed(String receipt) {}
}
