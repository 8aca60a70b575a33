package io.milepost.contracts.subscription;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.SelfIdentified;
import io.milepost.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's subscription of a unit, under the id of its deposit: the letter is issued after the deposit, completed, reviewed and signed with
 * its side agreements (R-109 to R-112, gate G13), entered in the external sales system on the same day, passed on to the site manager
 * and followed until the contract is signed, whose id is the subscription's too.
 *
 * @param completed as last; null until then
 * @param signed null until then
 * @param papersOn the day on which the mortgage papers came; null until then
 */
public record Subscription(
        SubscriptionLetterIssued issued,
        Standing standing,
        @Nullable SubscriptionCompleted completed,
        @Nullable SubscriptionSigned signed,
        Entry entry,
        @Nullable LocalDate contractOn,
        @Nullable LocalDate papersOn,
        Chased chased) {
    static final Decider<Subscription, Command, SubscriptionEvent> DECIDER =
            new Decider<>(Chasing::decide, Evolution::begin, Evolution::evolve);

    /** The key of the tag by which a letter has its number. */
    static final String LETTER = "subscription-letter";

    /** How far it has come. */
    public enum Standing {
        LETTER_ISSUED,
        UNDER_REVIEW,
        RETURNED,
        REVIEWED,
        SIGNED,
        PACK_DELIVERED,
        CONVERTED,
        CANCELLED,
        EXPIRED;

        boolean isSigned() {
            return this == SIGNED || this == PACK_DELIVERED;
        }

        boolean isOver() {
            return this == CONVERTED || this == CANCELLED || this == EXPIRED;
        }
    }

    /**
     * The entry in the external sales system.
     *
     * @param attempt of the call that was made last; 0 before the first
     * @param retryAt when it is made again; null where none failed
     * @param overdue whether the business day has ended without it
     * @param reference in that system; null until it is there
     * @param siteManager to whom the subscription was passed on; null until then
     * @param transferredOn the day of that
     * @param acceptedOn the day on which that one had it; null until then
     */
    public record Entry(
            int attempt,
            @Nullable Instant retryAt,
            boolean overdue,
            @Nullable String reference,
            @Nullable String siteManager,
            @Nullable LocalDate transferredOn,
            @Nullable LocalDate acceptedOn) {
        static final Entry NONE = new Entry(0, null, false, null, null, null, null);

        boolean isOpen() {
            return attempt > 0 && reference == null;
        }
    }

    /** What has been said of the dates that are waited for. */
    record Chased(boolean reminded, boolean overdue, boolean papersOverdue) {}

    /** How the buyer pays the price. */
    public enum PaymentMethod {
        LUMP_SUM,
        INSTALMENTS,
        MORTGAGE
    }

    /**
     * Issues the letter of a deposit that is paid in full, under the deposit's id.
     *
     * @param letterNo which no other letter has
     */
    public record IssueLetter(UUID depositId, String letterNo) implements SelfIdentified {
        @Override
        public UUID entityId() {
            return depositId;
        }
    }

    public sealed interface Command {}

    /**
     * Fills in the letter, or corrects one that was returned, and hands it in for review. Who the buyer is, is kept as personal data.
     *
     * @param coBuyers others who buy with the buyer
     * @param contractOn the agreed day of signing the contract
     * @param papersBy last day for the papers of a mortgage; there is one where the price is paid by mortgage
     */
    public record CompleteLetter(
            String buyer,
            String idNumber,
            String phone,
            @Limit(Limit.NOTE) String address,
            @Nullable @Limit(Limit.NOTE) String coBuyers,
            PaymentMethod method,
            LocalDate contractOn,
            @Nullable LocalDate papersBy)
            implements Command {}

    /**
     * The supervisor of the agency approves the letter or returns it.
     *
     * @param reason there is one where it is returned
     */
    public record ReviewLetter(
            boolean approved, @Nullable @Limit(Limit.NOTE) String reason) implements Command {}

    /**
     * The buyer has signed the reviewed letter.
     *
     * @param agreements names of the side agreements that were signed with it
     * @param on today when absent
     */
    public record SignSubscription(
            List<String> agreements, @Nullable LocalDate on) implements Command {
        public SignSubscription {
            agreements = List.copyOf(agreements);
        }
    }

    /**
     * The buyer has the pack of the project.
     *
     * @param documents in it, named one by one
     * @param customerCopy whether the customer's copy of the letter is in it, without which it is not complete
     * @param on today when absent
     */
    public record DeliverPack(
            List<String> documents,
            @Nullable Boolean customerCopy,
            @Nullable LocalDate on) implements Command {
        public DeliverPack {
            documents = List.copyOf(documents);
        }
    }

    /** It stands in the external sales system, by hand or by the call of it. */
    public record RecordExternalEntry(String reference) implements Command {}

    /** Sent when a call of the external sales system has failed. */
    public record RecordEntryFailure(int attempt, String cause) implements Command {}

    /** Sent by the timer when the call is to be made again. */
    public record RetryExternalEntry() implements Command {}

    /** Sent by the timer when the business day of the site has ended. */
    public record MarkEntryOverdue() implements Command {}

    public record TransferToSite(
            String siteManager, @Nullable LocalDate on) implements Command {}

    /** The site manager has it; {@code on} is today when absent. */
    public record AcceptTransfer(@Nullable LocalDate on) implements Command {}

    public record RecordMortgagePapers(LocalDate on) implements Command {}

    public record RescheduleSigning(
            LocalDate contractOn, @Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the timer a week before the agreed day of signing. */
    public record RemindSigning() implements Command {}

    public record MarkSigningOverdue() implements Command {}

    public record MarkPapersOverdue() implements Command {}

    /** Sent by the timer when the grace after the agreed day has ended. */
    public record ExpireSubscription() implements Command {}

    /** Sent when the deposit was given up. */
    public record EndSubscription() implements Command {}

    /** Sent when the deposit became part of a price. */
    public record ConvertSubscription(UUID contractId) implements Command {}

    public enum No implements Refusal {
        DEPOSIT_UNKNOWN(state("there is no such deposit")),
        DEPOSIT_NOT_PAID(state("a letter is issued for a deposit that is paid in full and still kept")),
        LETTER_NO_TAKEN(state("another letter has this number")),
        LETTER_SIGNED(state("the letter is signed")),
        LETTER_NOT_UNDER_REVIEW(state("no completed letter waits for its review")),
        LETTER_NOT_REVIEWED(state("a letter is signed once it is completed and approved")),
        LETTER_NOT_SIGNED(state("this follows the signature of the letter")),
        NOT_ENTERED(state("a subscription is passed on once it stands in the external system")),
        ENTRY_ELSE(state("the subscription stands in the external system under another reference")),
        TRANSFERRED(state("the subscription was passed on to another site manager")),
        NOT_TRANSFERRED(state("nothing is accepted on site before it is passed on")),
        ACCEPTED_BEFORE_TRANSFERRED(rule("a subscription is accepted on site on the day it is passed on, or later")),
        SUBSCRIPTION_ENDED(state("the subscription is cancelled, expired or part of a contract")),
        NO_MORTGAGE(state("nothing is paid by mortgage")),
        REVIEWER_COMPLETED_IT(sender("whoever completed a letter does not review it")),
        PAPERS_DAY_MISSING(rule("a mortgage has a last day for its papers, and nothing else has one")),
        PAPERS_AFTER_SIGNING(rule("the papers of a mortgage come before the contract is signed")),
        CONTRACT_DAY_PAST(rule("the agreed day of signing is today or later")),
        AGREEMENT_MISSING(rule("the side agreements of the phase are signed with the letter")),
        COPY_MISSING(rule("the pack has the customer's copy of the letter")),
        DOCUMENT_MISSING(rule("the pack has all documents that the phase names"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * What a letter has to know of the deposit.
     *
     * @param paid in full, and still kept
     */
    record DepositSeen(
            UUID unitId,
            String consultant,
            boolean paid,
            @Nullable Subject subject) {}

    /** What a letter is about. */
    public record Subject(
            String programme,
            String unitNo,
            UUID phaseId,
            String phase,
            @Nullable String site,
            UUID accountId,
            Money price,
            DepositTerms terms) {}

    UUID unitId() {
        return issued.unitId();
    }

    /** Last day on which it stands without its contract; null where no day is agreed, or it is over. */
    @Nullable
    LocalDate lastDay() {
        return contractOn == null || standing.isOver()
                ? null
                : contractOn.plusDays(issued.subject().terms().signingGraceDays());
    }

    /** Last day for the papers that are waited for. */
    @Nullable
    LocalDate papersBy() {
        return completed == null || papersOn != null || standing.isOver() ? null : completed.papersBy();
    }
}
