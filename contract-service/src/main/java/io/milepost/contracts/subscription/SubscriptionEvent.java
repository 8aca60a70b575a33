package io.milepost.contracts.subscription;

import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a subscription. Order is kept by unit, together with its deposits. */
public sealed interface SubscriptionEvent {
    UUID unitId();

    record SubscriptionLetterIssued(UUID unitId, UUID depositId, String letterNo, String consultant, Subject subject)
            implements SubscriptionEvent {}

    /**
     * The letter is filled in and waits for its review. Who the buyer is, is stored sealed.
     *
     * @param completedBy the member or token that filled it in
     */
    record SubscriptionCompleted(
            UUID unitId,
            String buyer,
            String idNumber,
            String phone,
            String address,
            @Nullable String coBuyers,
            PaymentMethod method,
            LocalDate contractOn,
            @Nullable LocalDate papersBy,
            String completedBy)
            implements SubscriptionEvent {}

    record SubscriptionReviewed(UUID unitId, String reviewedBy) implements SubscriptionEvent {}

    record SubscriptionReviewRejected(UUID unitId, String reason, String reviewedBy) implements SubscriptionEvent {}

    record SubscriptionSigned(UUID unitId, List<String> agreements, LocalDate on, Instant at)
            implements SubscriptionEvent {
        public SubscriptionSigned {
            agreements = List.copyOf(agreements);
        }
    }

    /** {@code customerCopy} is absent in events from before it was asked for. */
    record DocumentPackDelivered(
            UUID unitId, List<String> documents, @Nullable Boolean customerCopy, LocalDate on)
            implements SubscriptionEvent {
        public DocumentPackDelivered {
            documents = List.copyOf(documents);
        }
    }

    /**
     * The external sales system is to be called.
     *
     * @param attempt 1, 2 and so on
     */
    record ExternalEntryRequested(
            UUID unitId,
            int attempt,
            String letterNo,
            String programme,
            String unitNo,
            UUID accountId,
            Money price,
            LocalDate signedOn)
            implements SubscriptionEvent {}

    record ExternalEntryFailed(UUID unitId, int attempt, String cause, Instant retryAt) implements SubscriptionEvent {}

    /** The business day of the site has ended without the entry. */
    record ExternalEntryOverdue(UUID unitId, LocalDate signedOn) implements SubscriptionEvent {}

    /**
     * It stands in the external sales system.
     *
     * @param late whether the business day had ended before
     */
    record SubscriptionEnteredExternally(UUID unitId, String reference, boolean late) implements SubscriptionEvent {}

    record SubscriptionTransferred(UUID unitId, String siteManager, LocalDate on) implements SubscriptionEvent {}

    record SubscriptionTransferAccepted(UUID unitId, String siteManager, LocalDate on) implements SubscriptionEvent {}

    record MortgagePapersReceived(UUID unitId, LocalDate on) implements SubscriptionEvent {}

    record MortgagePapersOverdue(UUID unitId, LocalDate papersBy) implements SubscriptionEvent {}

    record SigningRescheduled(UUID unitId, LocalDate contractOn, String reason) implements SubscriptionEvent {}

    record SigningReminderSent(UUID unitId, LocalDate contractOn) implements SubscriptionEvent {}

    record SigningOverdue(UUID unitId, LocalDate contractOn) implements SubscriptionEvent {}

    /** The contract was not signed in time. */
    record SubscriptionExpired(UUID unitId) implements SubscriptionEvent {}

    /** Its deposit was given up. */
    record SubscriptionCancelled(UUID unitId) implements SubscriptionEvent {}

    /** It became a contract. */
    record SubscriptionConverted(UUID unitId, UUID contractId) implements SubscriptionEvent {}
}
