package io.milepost.contracts.subscription;

import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows.
 *
 * @param status LETTER_ISSUED, UNDER_REVIEW, RETURNED, REVIEWED, SIGNED, PACK_DELIVERED, CONVERTED, CANCELLED or EXPIRED
 * @param externalEntry NOT_DUE, PENDING, OVERDUE, ENTERED, TRANSFERRED or ON_SITE
 * @param contractOn the agreed day of signing
 */
public record SubscriptionView(
        String status,
        UUID unitId,
        String letterNo,
        String consultant,
        Subject subject,
        @Nullable SubscriptionCompleted letter,
        @Nullable LocalDate signedOn,
        String externalEntry,
        Entry entry,
        @Nullable LocalDate contractOn,
        @Nullable LocalDate papersOn) {
    static SubscriptionView of(Subscription subscription) {
        var issued = subscription.issued();
        var signed = subscription.signed();
        return new SubscriptionView(
                subscription.standing().name(),
                issued.unitId(),
                issued.letterNo(),
                issued.consultant(),
                issued.subject(),
                subscription.completed(),
                signed == null ? null : signed.on(),
                entry(subscription.entry()),
                subscription.entry(),
                subscription.contractOn(),
                subscription.papersOn());
    }

    private static String entry(Entry entry) {
        if (entry.acceptedOn() != null) {
            return "ON_SITE";
        }
        if (entry.siteManager() != null) {
            return "TRANSFERRED";
        }
        if (entry.reference() != null) {
            return "ENTERED";
        }
        if (entry.overdue()) {
            return "OVERDUE";
        }
        return entry.isOpen() ? "PENDING" : "NOT_DUE";
    }
}
