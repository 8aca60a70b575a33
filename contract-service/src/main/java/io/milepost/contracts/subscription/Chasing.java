package io.milepost.contracts.subscription;

import static io.milepost.contracts.subscription.Subscription.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.UUID;

/** What is waited for until the contract: the papers of a mortgage and the agreed day, and how it ends. */
final class Chasing {

    private Chasing() {}

    static Decision<SubscriptionEvent> decide(Subscription subscription, Command command, Occasion occasion) {
        return switch (command) {
            case CompleteLetter complete -> Lettering.complete(subscription, complete, occasion);
            case ReviewLetter(var approved, var reason) -> Lettering.review(subscription, approved, reason, occasion);
            case SignSubscription(var agreements, var on) -> Lettering.sign(subscription, agreements, on, occasion);
            case DeliverPack deliver -> Lettering.deliver(subscription, deliver, occasion);
            case RecordExternalEntry(var reference) -> Entering.enter(subscription, reference);
            case RecordEntryFailure(var attempt, var cause) ->
                Entering.fail(subscription, attempt, cause, occasion.effectiveAt());
            case RetryExternalEntry _ -> Entering.retry(subscription);
            case MarkEntryOverdue _ -> Entering.markOverdue(subscription);
            case AcceptTransfer(var on) -> Entering.accept(subscription, on, occasion.today());
            case TransferToSite(var manager, var on) -> Entering.transfer(subscription, manager, on, occasion.today());
            case RecordMortgagePapers(var on) -> papers(subscription, on, occasion.today());
            case RescheduleSigning(var on, var reason) -> reschedule(subscription, on, reason, occasion.today());
            case RemindSigning _ -> remind(subscription);
            case MarkSigningOverdue _ -> markOverdue(subscription, occasion.today());
            case MarkPapersOverdue _ -> markPapersOverdue(subscription, occasion.today());
            case ExpireSubscription _ -> expire(subscription, occasion.today());
            case EndSubscription _ -> end(subscription);
            case ConvertSubscription(var contract) -> convert(subscription, contract);
        };
    }

    static Decision<SubscriptionEvent> papers(Subscription subscription, LocalDate on, LocalDate today) {
        return check().notAfter("/on", on, today).within(NEAR, "/on", on, today).then(() -> {
            if (subscription.standing().isOver()) {
                return refused(SUBSCRIPTION_ENDED);
            }
            if (subscription.completed() == null || subscription.completed().method() != PaymentMethod.MORTGAGE) {
                return refused(NO_MORTGAGE);
            }
            return subscription.papersOn() == null
                    ? accepted(new MortgagePapersReceived(subscription.unitId(), on))
                    : unchanged();
        });
    }

    static Decision<SubscriptionEvent> reschedule(
            Subscription subscription, LocalDate on, String reason, LocalDate today) {
        return check().reason("/reason", reason)
                .that(!on.isBefore(today), "/contractOn", CONTRACT_DAY_PAST)
                .within(NEAR, "/contractOn", on, today)
                .then(() -> {
                    if (subscription.standing().isOver()) {
                        return refused(SUBSCRIPTION_ENDED);
                    }
                    if (subscription.signed() == null) {
                        return refused(LETTER_NOT_SIGNED);
                    }
                    return on.equals(subscription.contractOn())
                            ? unchanged()
                            : accepted(new SigningRescheduled(subscription.unitId(), on, reason));
                });
    }

    static Decision<SubscriptionEvent> remind(Subscription subscription) {
        var on = subscription.contractOn();
        return on == null
                        || subscription.standing().isOver()
                        || subscription.chased().reminded()
                ? unchanged()
                : accepted(new SigningReminderSent(subscription.unitId(), on));
    }

    static Decision<SubscriptionEvent> markOverdue(Subscription subscription, LocalDate today) {
        var on = subscription.contractOn();
        return on == null
                        || subscription.standing().isOver()
                        || subscription.chased().overdue()
                        || !today.isAfter(on)
                ? unchanged()
                : accepted(new SigningOverdue(subscription.unitId(), on));
    }

    static Decision<SubscriptionEvent> markPapersOverdue(Subscription subscription, LocalDate today) {
        var by = subscription.papersBy();
        return by == null || subscription.chased().papersOverdue() || !today.isAfter(by)
                ? unchanged()
                : accepted(new MortgagePapersOverdue(subscription.unitId(), by));
    }

    static Decision<SubscriptionEvent> expire(Subscription subscription, LocalDate today) {
        var last = subscription.lastDay();
        return last == null || !today.isAfter(last)
                ? unchanged()
                : accepted(new SubscriptionExpired(subscription.unitId()));
    }

    static Decision<SubscriptionEvent> end(Subscription subscription) {
        return subscription.standing().isOver()
                ? unchanged()
                : accepted(new SubscriptionCancelled(subscription.unitId()));
    }

    static Decision<SubscriptionEvent> convert(Subscription subscription, UUID contract) {
        return switch (subscription.standing()) {
            case CONVERTED -> unchanged();
            // The contract is signed, and the deposit stood until then: it only looked expired.
            case LETTER_ISSUED, UNDER_REVIEW, RETURNED, REVIEWED, SIGNED, PACK_DELIVERED, EXPIRED, CANCELLED ->
                accepted(new SubscriptionConverted(subscription.unitId(), contract));
        };
    }
}
