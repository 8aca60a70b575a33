package io.milepost.reporting.inbound.delivery;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of what delivery-handover-service says of deviations of a delivery, as reports use them. */
public final class DeviationFacts {
    public static final String SOURCE = "delivery";
    public static final String FOUND = "deviation.found.v1";
    public static final String REVISED = "deviation.correction-revised.v1";
    public static final String ASSIGNED = "deviation.correction-assigned.v1";
    public static final String OVERDUE = "deviation.correction-overdue.v1";
    public static final String CORRECTED = "deviation.corrected.v1";

    private DeviationFacts() {}

    /** {@link #FOUND}: amounts are those of a deviation of cost. */
    public record Found(
            UUID contractId,
            String dimension,
            @Nullable Money planned,
            @Nullable Money actual,
            String owner,
            LocalDate dueOn,
            LocalDate foundOn) {}

    /** {@link #REVISED}: by another day. */
    public record Revised(LocalDate dueOn) {}

    /** {@link #ASSIGNED}: whose it is from then on. */
    public record Assigned(String owner) {}

    /** {@link #CORRECTED}. */
    public record Corrected(LocalDate on) {}
}
