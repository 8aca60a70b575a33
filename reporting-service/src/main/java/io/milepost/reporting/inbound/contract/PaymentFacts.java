package io.milepost.reporting.inbound.contract;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of contract-service's payment schedule events that reports use. */
public final class PaymentFacts {
    public static final String SOURCE = "contract";
    public static final String SET = "payment-schedule.set.v1";
    public static final String BECAME_DUE = "payment-schedule.instalment-became-due.v1";
    public static final String RECEIVED = "payment-schedule.payment-received.v1";
    public static final String MATCHED = "payment-schedule.payment-matched.v1";
    public static final String REVERSED = "payment-schedule.payment-reversed.v1";
    public static final String VOIDED = "payment-schedule.voided.v1";
    public static final String REBASELINED = "payment-schedule.rebaselined.v1";
    public static final String RELEASED = "payment-schedule.payment-released.v1";
    public static final String REFUNDED = "payment-schedule.payment-refunded.v1";
    public static final String MOVED_OUT = "payment-schedule.payment-moved-out.v1";
    public static final String MOVED_IN = "payment-schedule.payment-moved-in.v1";
    public static final String RESTORED = "payment-schedule.payment-restored.v1";
    public static final String CREDITED = "payment-schedule.credit-note-issued.v1";
    public static final String WRITTEN_OFF = "payment-schedule.instalment-written-off.v1";
    public static final String ADVANCE = "payment-schedule.advance-payment-received.v1";
    public static final String INVOICED = "payment-schedule.invoice-issued.v1";
    public static final String EXPECTED_AGAIN = "payment-schedule.instalment-write-off-withdrawn.v1";

    private PaymentFacts() {}

    /** {@link #SET}: all amounts of a schedule have the currency of its value. */
    public record Planned(
            @Nullable UUID opportunityId, @Nullable UUID accountId, String owner, Money value) {}

    /** {@link #BECAME_DUE}: which instalment, and by when it is to be paid as long as no invoice says another day. */
    public record FellDue(int number, Money amount, LocalDate dueOn) {}

    /** {@link #INVOICED}: by when it is to be paid. */
    public record InvoiceIssued(int number, Money amount, LocalDate dueOn) {}

    /** {@link #RECEIVED}: matched to instalments or not. */
    public record Received(
            @Nullable String receiptNo,
            Money amount,
            LocalDate receivedOn,
            @Nullable String owner) {}

    /** {@link #VOIDED}: nothing is to be paid any more. */
    public record Voided(LocalDate on) {}

    /** {@link #REFUNDED}: money of a receipt went back to the customer. */
    public record Refunded(@Nullable String voucherNo, Money amount, LocalDate on) {}

    /** {@link #MOVED_OUT}: it counts for another contract, and {@link #RESTORED}: here again. */
    public record Moved(@Nullable String transferNo, Money amount, LocalDate on) {}

    /** {@link #ADVANCE}: what was to be paid before work begins is there. */
    public record Advance(int number, Money amount, LocalDate on) {}

    /** {@link #REBASELINED}: what an amendment of the contract makes of instalments. */
    public record Rebaselined(List<Change> changed) {
        public Rebaselined {
            changed = List.copyOf(changed);
        }
    }

    /** One of them, with its amount from then on, and its day where that is another one. */
    public record Change(int number, Money amount, @Nullable LocalDate dueOn) {}

    /** {@link #MATCHED}, and {@link #RELEASED}, where it does no more: this part of a receipt pays this instalment. */
    public record Matched(String receiptNo, int number, Money amount) {}

    /** {@link #MOVED_IN}: money that another contract had received. */
    public record MovedIn(
            @Nullable String transferNo,
            Money amount,
            LocalDate receivedOn,
            @Nullable String owner) {}

    /** {@link #CREDITED}, {@link #WRITTEN_OFF}, {@link #EXPECTED_AGAIN}: so much of an instalment. */
    public record GivenUp(int number, Money amount) {}

    /** {@link #REVERSED}: the whole receipt, with whatever it had paid. */
    public record Reversed(String receiptNo, Money amount, LocalDate on) {}
}
