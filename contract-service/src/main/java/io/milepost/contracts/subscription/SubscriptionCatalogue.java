package io.milepost.contracts.subscription;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.contracts.deposit.Deposit;
import io.milepost.contracts.deposit.DepositCatalogue;
import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands and events of a subscription. Finance issues letters, sellers fill them in and have them signed, and another one reviews them. */
public final class SubscriptionCatalogue {
    private static final int REMINDED_DAYS_BEFORE = 7;

    public static final Catalogue<Subscription, Command, SubscriptionEvent> SUBSCRIPTION = Catalogue.of(
                    "subscription", "subscriptions", Subscription.DECIDER)
            .creates(IssueLetter.class, Lettering::issue, FINANCE)
            .reads(
                    IssueLetter.class,
                    () -> DepositCatalogue.DEPOSIT,
                    (_, issue) -> issue.depositId(),
                    DepositSeen.class,
                    SubscriptionCatalogue::seen)
            .claims(IssueLetter.class, Subscription.LETTER, (_, _, issue) -> List.of(Codes.canonical(issue.letterNo())))
            .command(CompleteLetter.class, SALES_REP, SALES_MANAGER)
            .command(ReviewLetter.class, SALES_MANAGER)
            .duty(ReviewLetter.class, "the supervisor whom the phase names", SubscriptionCatalogue::supervisor)
            .command(SignSubscription.class, SALES_REP, SALES_MANAGER)
            .reads(
                    SignSubscription.class,
                    () -> DepositCatalogue.DEPOSIT,
                    (subscription, _) ->
                            subscription == null ? null : subscription.issued().depositId(),
                    DepositSeen.class,
                    SubscriptionCatalogue::seen)
            .command(DeliverPack.class, SALES_REP, SALES_MANAGER)
            .command(RecordExternalEntry.class, SALES_REP, SALES_MANAGER, FINANCE)
            .command(RecordEntryFailure.class)
            .command(RetryExternalEntry.class)
            .command(MarkEntryOverdue.class)
            .command(TransferToSite.class, SALES_REP, SALES_MANAGER)
            .command(AcceptTransfer.class, SALES_MANAGER)
            .duty(
                    AcceptTransfer.class,
                    "the site manager to whom it was passed on",
                    subscription -> Stream.ofNullable(subscription.entry().siteManager())
                            .toList())
            .command(RecordMortgagePapers.class, SALES_REP, SALES_MANAGER)
            .command(RescheduleSigning.class, SALES_REP, SALES_MANAGER)
            .command(RemindSigning.class)
            .command(MarkSigningOverdue.class)
            .command(MarkPapersOverdue.class)
            .command(ExpireSubscription.class)
            .command(EndSubscription.class)
            .command(ConvertSubscription.class)
            .event(SubscriptionLetterIssued.class, "subscription.letter-issued", 1)
            .tags(
                    SubscriptionLetterIssued.class,
                    issued -> Set.of(new Tag(Subscription.LETTER, Codes.canonical(issued.letterNo()))))
            .event(SubscriptionCompleted.class, "subscription.completed", 1)
            .personal(SubscriptionCompleted.class, (id, _) -> id, "buyer", "idNumber", "phone", "address", "coBuyers")
            .event(SubscriptionReviewed.class, "subscription.reviewed", 1)
            .event(SubscriptionReviewRejected.class, "subscription.review-rejected", 1)
            .personal(SubscriptionReviewRejected.class, (id, _) -> id, "reason")
            .event(SubscriptionSigned.class, "subscription.signed", 1)
            .event(DocumentPackDelivered.class, "subscription.pack-delivered", 1)
            .event(ExternalEntryRequested.class, "subscription.external-entry-requested", 1)
            .event(ExternalEntryFailed.class, "subscription.external-entry-failed", 1)
            .event(ExternalEntryOverdue.class, "subscription.external-entry-overdue", 1)
            .event(SubscriptionEnteredExternally.class, "subscription.entered-externally", 1)
            .event(SubscriptionTransferred.class, "subscription.transferred", 1)
            .event(SubscriptionTransferAccepted.class, "subscription.transfer-accepted", 1)
            .event(MortgagePapersReceived.class, "subscription.mortgage-papers-received", 1)
            .event(MortgagePapersOverdue.class, "subscription.mortgage-papers-overdue", 1)
            .event(SigningRescheduled.class, "subscription.signing-rescheduled", 1)
            .event(SigningReminderSent.class, "subscription.signing-reminder-sent", 1)
            .event(SigningOverdue.class, "subscription.signing-overdue", 1)
            .event(SubscriptionExpired.class, "subscription.expired", 1)
            .event(SubscriptionCancelled.class, "subscription.cancelled", 1)
            .event(SubscriptionConverted.class, "subscription.converted", 1)
            .rootedBy(SubscriptionEvent::unitId)
            .ownedBy(subscription -> subscription.issued().consultant())
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(SubscriptionView.class, SubscriptionView::of);

    /** The same business day: what is signed is entered by its end at the site (R-113, decision 19). */
    public static final Due<Subscription> ENTRY_OVERDUE =
            due("external-entry-overdue", MarkEntryOverdue.class, subscription -> {
                var signed = subscription.signed();
                return signed == null
                                || !subscription.entry().isOpen()
                                || subscription.entry().overdue()
                        ? null
                        : DueDate.workingDaysAfter(signed.at(), 0, new MarkEntryOverdue());
            });

    /** A call that has failed is made again. */
    public static final Due<Subscription> ENTRY_RETRY =
            due("external-entry-retry", RetryExternalEntry.class, subscription -> {
                var retryAt = subscription.entry().retryAt();
                return retryAt == null || !subscription.entry().isOpen()
                        ? null
                        : DueDate.at(retryAt, new RetryExternalEntry());
            });

    public static final Due<Subscription> SIGNING_REMINDER = due(
            "signing-reminder",
            RemindSigning.class,
            subscription -> agreed(
                    subscription,
                    subscription.chased().reminded(),
                    day -> DueDate.startOf(day.minusDays(REMINDED_DAYS_BEFORE), new RemindSigning())));

    public static final Due<Subscription> SIGNING_OVERDUE = due(
            "signing-overdue",
            MarkSigningOverdue.class,
            subscription -> agreed(
                    subscription,
                    subscription.chased().overdue(),
                    day -> DueDate.endOf(day, new MarkSigningOverdue())));

    public static final Due<Subscription> PAPERS_OVERDUE =
            due("mortgage-papers-overdue", MarkPapersOverdue.class, subscription -> {
                var by = subscription.papersBy();
                return by == null || subscription.chased().papersOverdue()
                        ? null
                        : DueDate.endOf(by, new MarkPapersOverdue());
            });

    /** After the grace of the phase the unit is free again. */
    public static final Due<Subscription> EXPIRY =
            due("subscription-expiry", ExpireSubscription.class, subscription -> {
                var last = subscription.lastDay();
                return last == null ? null : DueDate.endOf(last, new ExpireSubscription());
            });

    public static final NoticeRule<ExternalEntryFailed> ENTRY_FAILED_NOTICE = notice("external-entry-failed")
            .on(SUBSCRIPTION, ExternalEntryFailed.class)
            .about(failed -> "attempt " + failed.attempt())
            .to(OWNER);

    public static final NoticeRule<ExternalEntryOverdue> ENTRY_OVERDUE_NOTICE = notice("external-entry-overdue")
            .on(SUBSCRIPTION, ExternalEntryOverdue.class)
            .to(OWNER, MANAGER);

    public static final NoticeRule<SigningReminderSent> SIGNING_NOTICE = notice("contract-signing-due")
            .on(SUBSCRIPTION, SigningReminderSent.class)
            .to(OWNER);

    public static final NoticeRule<SigningOverdue> SIGNING_OVERDUE_NOTICE = notice("contract-signing-overdue")
            .on(SUBSCRIPTION, SigningOverdue.class)
            .to(OWNER, MANAGER);

    public static final NoticeRule<MortgagePapersOverdue> PAPERS_NOTICE = notice("mortgage-papers-overdue")
            .on(SUBSCRIPTION, MortgagePapersOverdue.class)
            .to(OWNER, MANAGER);

    public static final NoticeRule<SubscriptionReviewRejected> RETURNED_NOTICE = notice("subscription-letter-returned")
            .on(SUBSCRIPTION, SubscriptionReviewRejected.class)
            .to(OWNER);

    private SubscriptionCatalogue() {}

    private static List<String> supervisor(Subscription subscription) {
        var supervisor = subscription.issued().subject().terms().supervisor();
        return supervisor == null ? List.of() : List.of(supervisor);
    }

    private static DepositSeen seen(Deposit deposit) {
        var sale = deposit.sale();
        return new DepositSeen(
                deposit.unitId(),
                deposit.consultant(),
                deposit.standing() == Deposit.Standing.PAID,
                sale == null
                        ? null
                        : new Subject(
                                sale.programme(),
                                sale.unitNo(),
                                sale.phaseId(),
                                sale.phase(),
                                sale.site(),
                                sale.accountId(),
                                sale.price(),
                                sale.terms()));
    }

    private static @Nullable DueDate agreed(
            Subscription subscription, boolean said, Function<LocalDate, DueDate> date) {
        var day = subscription.contractOn();
        return day == null || said || subscription.standing().isOver() ? null : date.apply(day);
    }

    private static Due<Subscription> due(
            String kind, Class<? extends Record> command, Function<Subscription, @Nullable DueDate> date) {
        return new Due<>(kind, SUBSCRIPTION, command, subscription -> {
            var due = date.apply(subscription);
            var issued = subscription.issued();
            return due == null
                    ? List.of()
                    : List.of(
                            due.ownedBy(issued.consultant()).at(issued.subject().site()));
        });
    }
}
