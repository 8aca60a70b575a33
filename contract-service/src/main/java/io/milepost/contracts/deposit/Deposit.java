package io.milepost.contracts.deposit;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that a buyer puts down for a unit. The first deposit takes it, by a claim that the append decides on; whoever comes later is
 * rejected on record and gets the money back.
 *
 * @param sale what it is for; null of one that was rejected
 * @param payments as receipted, in their order
 * @param reminded whether the buyer was to be told to top up
 * @param overdue whether the day for the rest has passed
 * @param endedBy which side gave it up; null where a day passed
 * @param cancelledBy the member or token that ended it; null where nobody did
 * @param owed what is due to the buyer; null as long as the money is kept
 * @param forfeited what is not; null where nobody decided so
 * @param contract under which it became a part of the price; null until then
 * @param scheduled whether the payments of its contract are planned
 */
public record Deposit(
        UUID unitId,
        String consultant,
        Standing standing,
        @Nullable Sale sale,
        List<Payment> payments,
        boolean reminded,
        boolean overdue,
        @Nullable Side endedBy,
        @Nullable String cancelledBy,
        @Nullable Money owed,
        @Nullable Money forfeited,
        @Nullable UUID contract,
        boolean scheduled,
        boolean buyerTold) {
    static final Decider<Deposit, Command, DepositEvent> DECIDER =
            new Decider<>(Keeping::decide, Evolution::begin, Evolution::evolve);

    /** What has become of it. */
    public enum Standing {
        /** A part is paid, and the unit is held. */
        PARTIAL,
        PAID,
        /** Another buyer was first, or the unit is not for sale: the money goes back. */
        REJECTED,
        /** It was given up: the unit is free, and the money goes back. */
        ENDED,
        REFUNDED,
        FORFEITED,
        /** Part of the price of a signed contract. */
        CONVERTED;

        /** Whether the unit is nobody else's. */
        boolean holdsUnit() {
            return this == PARTIAL || this == PAID || this == CONVERTED;
        }

        /** Whether money goes back. */
        boolean owes() {
            return this == REJECTED || this == ENDED;
        }
    }

    /**
     * A receipt.
     *
     * @param receiptNo which no other receipt of the company has
     */
    public record Payment(String receiptNo, Money amount, LocalDate paidOn) {}

    /**
     * What a deposit is for.
     *
     * @param sheet number of the price sheet in the unit
     * @param price as the sheet says
     */
    public record Sale(
            String programme,
            String unitNo,
            UUID phaseId,
            String phase,
            @Nullable String site,
            UUID accountId,
            MoneyKind kind,
            int sheet,
            Money price,
            DepositTerms terms) {
        LocalDate holdUntil(LocalDate topUpBy) {
            return topUpBy.plusDays(terms.graceDays());
        }
    }

    /** Why a deposit was not taken. */
    public enum Rejection {
        UNIT_TAKEN,
        UNIT_NOT_RELEASED,
        UNIT_WITHDRAWN
    }

    /**
     * Money was received for a unit; in the order in which this is recorded deposits take units.
     *
     * @param accountId the buyer
     * @param consultant code of the member who sells
     * @param sheet number of the price sheet that the buyer was given for the unit
     * @param paidOn today when absent
     * @param payer the person who paid, where that is another one; kept as personal data
     */
    public record RecordDeposit(
            UUID unitId,
            UUID accountId,
            String consultant,
            int sheet,
            MoneyKind kind,
            String receiptNo,
            Money amount,
            @Nullable LocalDate paidOn,
            @Nullable String payer) {}

    public sealed interface Command {}

    /** More of it was received; {@code paidOn} is today when absent. */
    public record TopUpDeposit(
            String receiptNo, Money amount, @Nullable LocalDate paidOn) implements Command {}

    /** A buyer who came too late knows it, or one who paid in part that the rest is due. */
    public record RecordBuyerTold(LocalDate on) implements Command {}

    /** Who gives up the sale. */
    public enum Side {
        BUYER,
        SELLER
    }

    /** The sale does not come about: the unit is free, and the money is due to the buyer. */
    public record CancelDeposit(Side by, @Limit(Limit.NOTE) String reason) implements Command {}

    /** A part of the earnest money that a buyer left does not go back, as far as the policy of the phase allows. */
    public record ForfeitDeposit(
            Money amount, @Limit(Limit.NOTE) String reason) implements Command {}

    /**
     * What is due to the buyer was paid.
     *
     * @param voucherNo which no other refund has
     * @param on today when absent
     */
    public record RefundDeposit(String voucherNo, @Nullable LocalDate on) implements Command {}

    /** Sent by the timer a week before the last day for the rest. */
    public record RemindTopUp() implements Command {}

    /** Sent by the timer when the last day for the rest has ended. */
    public record MarkTopUpOverdue() implements Command {}

    /** Sent by the timer when the hold has ended. */
    public record ExpireHold() implements Command {}

    /** Sent when the buyer did not sign the contract in time. */
    public record EndUnsigned() implements Command {}

    /** Sent when the contract of the sale is signed. */
    public record ConvertDeposit(UUID contractId, LocalDate signedOn) implements Command {}

    /** Sent when the payments of the contract are planned. */
    public record NoteSchedule() implements Command {}

    public enum No implements Refusal {
        UNIT_UNKNOWN(state("there is no such unit")),
        UNIT_TAKEN(state("another deposit has taken the unit; the money is due to the buyer")),
        UNIT_NOT_RELEASED(state("the unit is not released for sale; the money is due to the buyer")),
        UNIT_WITHDRAWN(state("the unit is withdrawn from sale; the money is due to the buyer")),
        UNIT_NOT_CONFIRMED(
                state("several customers want the unit, and no sales manager has confirmed that it is unsold")),
        RECEIPT_NO_TAKEN(state("another receipt has this number")),
        VOUCHER_NO_TAKEN(state("another refund has this number")),
        PRICE_SHEET_UNKNOWN(state("the unit has no such price sheet of this buyer")),
        PRICE_SHEET_ENDED(state("the price sheet is not valid any more")),
        DEPOSIT_ENDED(state("the deposit is rejected, given up, refunded or part of a price")),
        DEPOSIT_KEPT(state("nothing is due to the buyer")),
        DEPOSIT_COMPLETE(state("the deposit is paid in full")),
        BUYER_NOT_REJECTED(state("only a buyer who came too late, or who owes the rest of a deposit, has to be told")),
        TOP_UP_DAY_PASSED(state("the last day for the rest of a deposit has passed")),
        FORFEITURE_NOT_ALLOWED(state("only earnest money that a buyer left is forfeited, and once")),
        MONEY_BY_SELLER(sender("whoever sells the unit neither receives nor returns its money")),
        REFUNDED_BY_CANCELLER(sender("whoever ended the sale does not pay the money back")),
        FORFEITURE_BY_CANCELLER(sender("whoever ended the sale does not decide on forfeiture")),
        AMOUNT_NOT_POSITIVE(rule("a payment is more than no money")),
        PART_NOT_ENOUGH(rule("the amount is less than what takes or holds the unit")),
        AMOUNT_ABOVE_DEPOSIT(rule("no more than the deposit of the phase is taken")),
        EARNEST_MONEY_ABOVE_CAP(
                rule("earnest money is at most the part of the price that the terms of the phase allow")),
        FORFEITURE_ABOVE_LIMIT(rule("no more is forfeited than the terms of the phase allow"));

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
     * What a deposit has to know of the unit.
     *
     * @param onSale null of a unit that was never released
     */
    record UnitOnOffer(
            String programme,
            String unitNo,
            @Nullable OnSale onSale,
            boolean withdrawn,
            boolean confirmed,
            List<Priced> sheets) {
        public UnitOnOffer {
            sheets = List.copyOf(sheets);
        }

        /** Whether several customers, this one among them, have a price sheet that is valid. */
        boolean isContested(UUID account, Occasion occasion) {
            return sheets.stream()
                    .filter(sheet -> !sheet.validUntil().isBefore(occasion.today()))
                    .anyMatch(sheet -> !occasion.isOneCustomer(sheet.accountId(), account));
        }
    }

    record OnSale(UUID phaseId, String phase, @Nullable String site, DepositTerms terms) {}

    record Priced(int number, UUID accountId, Money price, LocalDate validUntil) {}

    public Deposit {
        payments = List.copyOf(payments);
    }

    /** What was received. */
    Money paid() {
        return payments.stream().map(Payment::amount).reduce(Money::plus).orElseThrow();
    }

    /** By the buyer's word, or because the buyer let a day pass. */
    boolean isLeftByBuyer() {
        return endedBy != Side.SELLER;
    }

    /** The last day for the rest, of a hold. */
    @Nullable
    LocalDate topUpBy() {
        return standing == Standing.PARTIAL && sale != null ? sale.terms().topUpBy() : null;
    }
}
