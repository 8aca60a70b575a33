package io.milepost.reporting.inbound.opportunity;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Types and fields of opportunity-service's events that reports use. */
public final class OpportunityFacts {
    public static final String SOURCE = "opportunity";
    public static final String IDENTIFIED = "opportunity.identified.v1";
    public static final String QUALIFIED = "opportunity.qualified.v1";
    public static final String REJECTED = "opportunity.rejected.v1";
    public static final String VALUE_UPDATED = "opportunity.value-updated.v1";
    public static final String LOST = "opportunity.lost.v1";
    public static final String WITHDRAWN = "opportunity.withdrawn.v1";
    public static final String WON = "opportunity.won.v1";

    private OpportunityFacts() {}

    /** {@link #IDENTIFIED}: whose it is and what it may bring, if anybody has said so. */
    public record Identified(String owner, @Nullable Money expectedValue) {}

    /** {@link #VALUE_UPDATED}. */
    public record ValueUpdated(Money expectedValue) {}

    /** {@link #LOST} and {@link #WITHDRAWN}: the calendar day that the business says. */
    public record Closed(LocalDate closedOn) {}

    /** {@link #WON}: the value is that of the contract. */
    public record Won(Money value, LocalDate closedOn) {}
}
