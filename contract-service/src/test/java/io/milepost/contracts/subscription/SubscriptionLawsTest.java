package io.milepost.contracts.subscription;

import static io.milepost.contracts.subscription.SubscriptionCatalogue.*;
import static io.milepost.contracts.subscription.Subscriptions.*;

import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import io.milepost.platform.testkit.Laws;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionLawsTest {
    private static final List<Class<? extends SubscriptionEvent>> REVIEWING = List.of(
            SubscriptionCompleted.class,
            SubscriptionReviewed.class,
            SubscriptionReviewRejected.class,
            SubscriptionSigned.class,
            ExternalEntryRequested.class);
    private static final List<Class<? extends SubscriptionEvent>> FOLLOWING = List.of(
            DocumentPackDelivered.class,
            SubscriptionTransferred.class,
            SubscriptionTransferAccepted.class,
            SigningRescheduled.class,
            ExternalEntryFailed.class,
            ExternalEntryOverdue.class,
            SubscriptionEnteredExternally.class,
            MortgagePapersReceived.class,
            MortgagePapersOverdue.class,
            SigningReminderSent.class,
            SigningOverdue.class,
            SubscriptionExpired.class);

    @Test
    void laws() {
        rare(rare(suggested(), REVIEWING), FOLLOWING).check();
    }

    @Test
    void laws_of_a_completed_letter() {
        rare(suggested().after(ISSUED, COMPLETED), FOLLOWING)
                .rare(SubscriptionLetterIssued.class)
                .check();
    }

    @Test
    void laws_of_a_signed_letter() {
        rare(suggested().after(ISSUED, COMPLETED, REVIEWED, SIGNED, REQUESTED), REVIEWING)
                .rare(SubscriptionLetterIssued.class)
                .check();
    }

    private static Laws<Subscription, Command, SubscriptionEvent> rare(
            Laws<Subscription, Command, SubscriptionEvent> laws, List<Class<? extends SubscriptionEvent>> events) {
        var all = laws;
        for (var event : events) {
            all = all.rare(event);
        }
        return all;
    }

    private static Laws<Subscription, Command, SubscriptionEvent> suggested() {
        return Laws.of(SUBSCRIPTION)
                .suggesting("depositId", DEPOSIT_ID)
                .suggesting("subject", SUBJECT)
                .suggesting("DepositSeen.paid", true)
                .suggesting("papersBy", LocalDate.parse("2026-03-12"))
                .suggesting("contractOn", LocalDate.parse("2026-03-20"), LocalDate.parse("2026-06-01"))
                .suggesting("agreements", List.of("house rules"))
                .suggesting("documents", List.of("floor plan"))
                .suggesting("customerCopy", true)
                .suggesting("on", LocalDate.parse("2026-03-01"))
                .suggesting("attempt", 1, 2)
                .terminal("CONVERTED")
                .waits(ENTRY_OVERDUE, ENTRY_RETRY, SIGNING_REMINDER, SIGNING_OVERDUE, PAPERS_OVERDUE, EXPIRY);
    }
}
