package io.milepost.reporting.inbound.delivery;

import io.milepost.platform.value.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of what delivery-handover-service says of the result of a project, as reports use them. */
public final class EvaluationFacts {
    public static final String SOURCE = "delivery";
    public static final String EVALUATED = "closure.financial-evaluation-done.v1";
    public static final String SALES_EVALUATED = "sales-closure.financial-evaluation-done.v1";

    private EvaluationFacts() {}

    /** {@link ClosureFacts#OPENED} and {@link ClosureFacts#SALES_OPENED}: of whose deal the project is. */
    public record Opened(@Nullable UUID opportunityId) {}

    /** {@link #EVALUATED} and {@link #SALES_EVALUATED}: what it brought and cost, counted by finance. */
    public record Evaluated(
            Money revenue,
            Money cost,
            Money profit,
            @Nullable Money plannedProfit) {}
}
