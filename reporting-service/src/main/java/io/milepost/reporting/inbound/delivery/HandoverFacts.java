package io.milepost.reporting.inbound.delivery;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Types and fields of delivery-handover-service's handover events that reports use. */
public final class HandoverFacts {
    public static final String SOURCE = "delivery";
    public static final String INITIATED = "handover.initiated.v1";
    public static final String ACCEPTED = "handover.accepted.v1";
    public static final String RETURNED = "handover.returned.v1";
    public static final String CALLED_OFF = "handover.called-off.v1";

    /** Of the delivery project, whose id is the handover's. */
    public static final String DELIVERED = "delivery-project.completed.v1";

    private HandoverFacts() {}

    /** {@link #INITIATED}: who sold what is handed over, and what the contract is worth, if that was said. */
    public record Initiated(String owner, @Nullable Money value) {}

    /** {@link #CALLED_OFF}: the contract was signed by mistake. */
    public record CalledOff(LocalDate on) {}

    /** {@link #DELIVERED}: the calendar day that the business says. */
    public record Delivered(LocalDate completedOn) {}

    /** {@link #ACCEPTED}: the calendar day that the business says. */
    public record Accepted(LocalDate acceptedOn) {}
}
