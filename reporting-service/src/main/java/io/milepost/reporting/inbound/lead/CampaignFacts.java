package io.milepost.reporting.inbound.lead;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Types and fields of lead-service's campaign events that reports use. */
public final class CampaignFacts {
    public static final String SOURCE = "lead";
    public static final String PLANNED = "campaign.planned.v1";
    public static final String REVISED = "campaign.revised.v1";
    public static final String APPROVED = "campaign.approved.v1";
    public static final String STARTED = "campaign.started.v1";
    public static final String SPENT = "campaign.spending-recorded.v1";
    public static final String SPENDING_REVERSED = "campaign.spending-reversed.v1";
    public static final String BUDGET_CHANGED = "campaign.budget-changed.v1";
    public static final String OUTCOME = "campaign.outcome-recorded.v1";
    public static final String COMPLETED = "campaign.completed.v1";
    public static final String CANCELLED = "campaign.cancelled.v1";

    private CampaignFacts() {}

    /** {@link #PLANNED}. */
    public record Planned(String kind, String owner, Plan plan) {}

    /** {@link #REVISED}. */
    public record Revised(Plan plan) {}

    /** What is planned, as far as reports tell it. */
    public record Plan(String title, @Nullable String segment, LocalDate from, LocalDate to, Money budget) {}

    /** {@link #SPENT}. */
    public record Spent(String receipt, Money amount, LocalDate spentOn) {}

    /** {@link #SPENDING_REVERSED}. */
    public record SpendingReversed(String receipt) {}

    /** {@link #BUDGET_CHANGED}. */
    public record BudgetChanged(Money budget) {}

    /** {@link #OUTCOME}: counted so far, each time anew. */
    public record Outcome(long visitors, long leads, long orders) {}
}
