package io.milepost.contracts.subscription;

import static io.milepost.contracts.subscription.Subscription.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.contracts.subscription.SubscriptionEvent.*;
import io.milepost.platform.decision.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The entry in the external sales system, which is fed and never asked (R-113, decision 17). A call that fails is made again after one, two,
 * four minutes and so on, an hour at most; the subscription stands whatever becomes of it.
 */
final class Entering {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST = 6;

    private Entering() {}

    static ExternalEntryRequested request(Subscription subscription, int attempt, LocalDate signedOn) {
        var issued = subscription.issued();
        var subject = issued.subject();
        return new ExternalEntryRequested(
                issued.unitId(),
                attempt,
                issued.letterNo(),
                subject.programme(),
                subject.unitNo(),
                subject.accountId(),
                subject.price(),
                signedOn);
    }

    /** Also after the sale was given up: it is there all the same. */
    static Decision<SubscriptionEvent> enter(Subscription subscription, String reference) {
        return check().text("/reference", reference).then(() -> {
            var entry = subscription.entry();
            if (entry.attempt() == 0) {
                return refused(LETTER_NOT_SIGNED);
            }
            if (entry.reference() != null) {
                return entry.reference().equals(reference) ? unchanged() : refused(ENTRY_ELSE);
            }
            return accepted(new SubscriptionEnteredExternally(subscription.unitId(), reference, entry.overdue()));
        });
    }

    /** What is said of an earlier attempt comes late. */
    static Decision<SubscriptionEvent> fail(Subscription subscription, int attempt, String cause, Instant now) {
        var entry = subscription.entry();
        return !entry.isOpen() || entry.attempt() != attempt || entry.retryAt() != null
                ? unchanged()
                : accepted(new ExternalEntryFailed(subscription.unitId(), attempt, cause, now.plus(pause(attempt))));
    }

    private static Duration pause(int attempt) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, LONGEST));
        return pause.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : pause;
    }

    static Decision<SubscriptionEvent> retry(Subscription subscription) {
        var entry = subscription.entry();
        var signed = subscription.signed();
        return !entry.isOpen() || entry.retryAt() == null || signed == null
                ? unchanged()
                : accepted(request(subscription, entry.attempt() + 1, signed.on()));
    }

    static Decision<SubscriptionEvent> markOverdue(Subscription subscription) {
        var signed = subscription.signed();
        return !subscription.entry().isOpen() || subscription.entry().overdue() || signed == null
                ? unchanged()
                : accepted(new ExternalEntryOverdue(subscription.unitId(), signed.on()));
    }

    static Decision<SubscriptionEvent> transfer(
            Subscription subscription, String manager, @Nullable LocalDate on, LocalDate today) {
        return check().text("/siteManager", manager)
                .notAfter("/on", on, today)
                .within(NEAR, "/on", on, today)
                .then(() -> {
                    var entry = subscription.entry();
                    if (entry.siteManager() != null) {
                        return entry.siteManager().equals(manager) ? unchanged() : refused(TRANSFERRED);
                    }
                    if (subscription.standing().isOver()) {
                        return refused(SUBSCRIPTION_ENDED);
                    }
                    return entry.reference() == null
                            ? refused(NOT_ENTERED)
                            : accepted(new SubscriptionTransferred(
                                    subscription.unitId(), manager, Objects.requireNonNullElse(on, today)));
                });
    }

    /** Whoever it was passed on to says that it is there. */
    static Decision<SubscriptionEvent> accept(Subscription subscription, @Nullable LocalDate stated, LocalDate today) {
        var entry = subscription.entry();
        var on = Objects.requireNonNullElse(stated, today);
        var manager = entry.siteManager();
        if (manager == null) {
            return refused(NOT_TRANSFERRED);
        }
        if (entry.acceptedOn() != null) {
            return stated == null || stated.equals(entry.acceptedOn()) ? unchanged() : refused(TRANSFERRED);
        }
        return check().notAfter("/on", stated, today)
                .that(
                        entry.transferredOn() == null || !on.isBefore(entry.transferredOn()),
                        "/on",
                        ACCEPTED_BEFORE_TRANSFERRED)
                .accept(() -> new SubscriptionTransferAccepted(subscription.unitId(), manager, on));
    }
}
