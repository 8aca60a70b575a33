package io.milepost.contracts.subscription;

import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a subscription begins and changes. */
final class Evolution {
    private static final Chased NOTHING = new Chased(false, false, false);

    private Evolution() {}

    static Subscription begin(SubscriptionEvent first) {
        return new Subscription(
                (SubscriptionLetterIssued) first, Standing.LETTER_ISSUED, null, null, Entry.NONE, null, null, NOTHING);
    }

    static Subscription evolve(Subscription was, SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionLetterIssued _ -> was;
            case SubscriptionCompleted completed ->
                new Subscription(
                        was.issued(),
                        Standing.UNDER_REVIEW,
                        completed,
                        null,
                        was.entry(),
                        completed.contractOn(),
                        was.papersOn(),
                        NOTHING);
            case SubscriptionReviewed _ -> standing(was, Standing.REVIEWED);
            case SubscriptionReviewRejected _ -> standing(was, Standing.RETURNED);
            case SubscriptionSigned signed ->
                new Subscription(
                        was.issued(),
                        Standing.SIGNED,
                        was.completed(),
                        signed,
                        was.entry(),
                        was.contractOn(),
                        was.papersOn(),
                        was.chased());
            case DocumentPackDelivered _ -> standing(was, Standing.PACK_DELIVERED);
            case ExternalEntryRequested requested ->
                entry(was, requested.attempt(), null, was.entry().overdue(), null);
            case ExternalEntryFailed(var _, var attempt, var _, var retryAt) ->
                entry(was, attempt, retryAt, was.entry().overdue(), null);
            case ExternalEntryOverdue _ ->
                entry(was, was.entry().attempt(), was.entry().retryAt(), true, null);
            case SubscriptionEnteredExternally(var _, var reference, var _) ->
                entry(was, was.entry().attempt(), null, was.entry().overdue(), reference);
            case SubscriptionTransferred(var _, var manager, var on) -> onSite(was, manager, on, null);
            case SubscriptionTransferAccepted(var _, var manager, var on) ->
                onSite(was, manager, was.entry().transferredOn(), on);
            case MortgagePapersReceived(var _, var on) -> waiting(was, was.contractOn(), on, was.chased());
            case MortgagePapersOverdue _ ->
                waiting(
                        was,
                        was.contractOn(),
                        was.papersOn(),
                        new Chased(was.chased().reminded(), was.chased().overdue(), true));
            case SigningRescheduled(var _, var on, var _) ->
                waiting(
                        was,
                        on,
                        was.papersOn(),
                        new Chased(false, false, was.chased().papersOverdue()));
            case SigningReminderSent _ ->
                waiting(
                        was,
                        was.contractOn(),
                        was.papersOn(),
                        new Chased(true, was.chased().overdue(), was.chased().papersOverdue()));
            case SigningOverdue _ ->
                waiting(
                        was,
                        was.contractOn(),
                        was.papersOn(),
                        new Chased(was.chased().reminded(), true, was.chased().papersOverdue()));
            case SubscriptionExpired _ -> standing(was, Standing.EXPIRED);
            case SubscriptionCancelled _ -> standing(was, Standing.CANCELLED);
            case SubscriptionConverted _ -> standing(was, Standing.CONVERTED);
        };
    }

    private static Subscription standing(Subscription was, Standing standing) {
        return new Subscription(
                was.issued(),
                standing,
                was.completed(),
                was.signed(),
                was.entry(),
                was.contractOn(),
                was.papersOn(),
                was.chased());
    }

    private static Subscription entry(
            Subscription was, int attempt, @Nullable Instant retryAt, boolean overdue, @Nullable String reference) {
        return entered(was, new Entry(attempt, retryAt, overdue, reference, null, null, null));
    }

    private static Subscription onSite(
            Subscription was, String manager, @Nullable LocalDate transferredOn, @Nullable LocalDate acceptedOn) {
        var before = was.entry();
        return entered(
                was,
                new Entry(
                        before.attempt(),
                        null,
                        before.overdue(),
                        before.reference(),
                        manager,
                        transferredOn,
                        acceptedOn));
    }

    private static Subscription entered(Subscription was, Entry entry) {
        return new Subscription(
                was.issued(),
                was.standing(),
                was.completed(),
                was.signed(),
                entry,
                was.contractOn(),
                was.papersOn(),
                was.chased());
    }

    private static Subscription waiting(
            Subscription was, @Nullable LocalDate contractOn, @Nullable LocalDate papersOn, Chased chased) {
        return new Subscription(
                was.issued(), was.standing(), was.completed(), was.signed(), was.entry(), contractOn, papersOn, chased);
    }
}
