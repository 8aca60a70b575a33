package io.milepost.reporting.inbound.contract;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Types and fields of what contract-service says of units, their deposits and subscriptions, as reports use them. */
public final class UnitFacts {
    public static final String ADDED = "sellable-unit.added.v1";
    public static final String RELEASED_FOR_SALE = "sellable-unit.released-for-sale.v1";
    public static final String PRICED = "sellable-unit.price-sheet-issued.v1";
    public static final String HELD = "sellable-unit.held.v1";
    public static final String TAKEN = "sellable-unit.deposit-taken.v1";
    public static final String SUBSCRIBED = "sellable-unit.subscribed.v1";
    public static final String SOLD = "sellable-unit.sold.v1";
    public static final String RELEASED = "sellable-unit.released.v1";
    public static final String WITHDRAWN = "sellable-unit.withdrawn.v1";

    public static final String PAID = "deposit.paid.v1";
    public static final String PARTLY_PAID = "deposit.partly-paid.v1";
    public static final String REJECTED = "deposit.rejected.v1";
    public static final String TOPPED_UP = "deposit.topped-up.v1";
    public static final String REFUND_DUE = "deposit.refund-became-due.v1";
    public static final String FORFEITED = "deposit.forfeited.v1";
    public static final String REFUNDED = "deposit.refunded.v1";
    public static final String CONVERTED = "deposit.converted.v1";
    public static final String COMPLETED = "subscription.completed.v1";
    public static final String SIGNED = "subscription.signed.v1";
    public static final String RESCHEDULED = "subscription.signing-rescheduled.v1";

    private UnitFacts() {}

    /** {@link #ADDED}. */
    public record Added(String programme, String unitNo, Money listPrice) {}

    /** {@link #RELEASED_FOR_SALE}. */
    public record ReleasedForSale(String phase, Money listPrice) {}

    /** {@link #RELEASED}: it is free again. */
    public record Released(String reason) {}

    /** {@link #PAID} and, with a last day for the rest, {@link #PARTLY_PAID}. */
    public record Received(
            String consultant,
            Sale sale,
            Payment payment,
            @Nullable Money open,
            @Nullable LocalDate topUpBy) {}

    public record Sale(String programme, String unitNo, String phase, String kind, Money price) {}

    public record Payment(Money amount) {}

    /** {@link #REJECTED}. */
    public record Rejected(String consultant, String programme, String unitNo, String kind, Payment payment) {}

    /** {@link #TOPPED_UP}. */
    public record ToppedUp(Payment payment, Money open) {}

    /** {@link #FORFEITED}, and what is due all the same. */
    public record Forfeited(Money amount, Money due) {}

    /** {@link #SIGNED}. */
    public record LetterSigned(@Nullable LocalDate on) {}

    /** {@link #COMPLETED} and {@link #RESCHEDULED}. */
    public record Agreed(LocalDate contractOn) {}
}
