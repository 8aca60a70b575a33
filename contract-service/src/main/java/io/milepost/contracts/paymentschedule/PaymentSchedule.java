package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.kernel.CollectionTerms;
import io.milepost.contracts.kernel.StandardCollection;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The money of one contract, from the plan to the last receipt.
 *
 * @param plan set once
 * @param value of the contract, with every amendment that the schedule knows of
 * @param amendments their numbers
 * @param ledger what has become of it
 * @param finalPayment claimed once the contract was settled; null before
 * @param pausing of its collection
 */
public record PaymentSchedule(
        PaymentScheduleSet plan,
        Money value,
        List<Integer> amendments,
        Ledger ledger,
        @Nullable FinalPaymentClaimed finalPayment,
        Pausing pausing) {

    static final Decider<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> DECIDER =
            new Decider<>(PaymentSchedule::decide, Evolution::begin, Evolution::evolve);

    public enum No implements Refusal {
        CONTRACT_NOT_SIGNED(state("payments can be planned only under the id of a contract that is signed")),
        INSTALMENT_NOT_DUE(state("the instalment is not due yet, since its trigger has not fired")),
        INSTALMENT_ALREADY_DUE(state("the instalment is already due by another day")),
        INSTALMENT_ALREADY_INVOICED(state("the instalment has another invoice, or one with other dates")),
        INSTALMENT_ALREADY_PAID(state("the instalment is paid in full")),
        INSTALMENT_WRITTEN_OFF(state("the instalment was written off; withdraw that first")),
        INSTALMENT_NOT_INVOICED(state("a credit note takes something off an invoice, and there is none")),
        NOTHING_WRITTEN_OFF(state("nothing of the instalment was written off")),
        RECEIPT_GIVEN(state("a part of the receipt was refunded or moved to another contract")),
        RECEIPT_REVERSED(state("the receipt was reversed")),
        RECEIPT_NOT_MATCHED(state("the receipt is recorded but has paid nothing of this instalment; match it")),
        RECEIPT_USED_UP(state("all of the receipt's money is matched")),
        RECEIPT_UNKNOWN(rule("no receipt has this number")),
        RECEIPT_NO_TAKEN(rule("another receipt of the company has this number")),
        VOUCHER_NO_MISSING(rule("a refund must have the number of its voucher")),
        VOUCHER_NO_TAKEN(rule("another refund of the company has this number")),
        OTHER_CONTRACT_UNKNOWN(rule("money is moved to the payment schedule of another contract")),
        ACCOUNT_DIFFERS(rule("money is moved between contracts of one account only")),
        AMOUNT_ABOVE_SURPLUS(rule("no more of a receipt can be refunded or moved than has paid nothing")),
        AMOUNT_ABOVE_OPEN(rule("no more can be given up than is owed")),
        CREDITED_BEFORE_INVOICED(rule("a credit note cannot be older than its invoice")),
        GIVEN_UP_BY_OWNER(sender("whoever answers for the contract does not give up its money")),
        MONEY_BY_OWNER(sender("whoever answers for the contract follows its money up and does not book it")),
        BEYOND_AUTHORITY(sender("giving up so much of a contract takes somebody of higher authority")),
        RECEIPT_NO_MISSING(rule("a receipt must have a number")),
        INVOICE_NO_TAKEN(rule("another invoice or credit note of the company has this number")),
        INVOICE_NO_MISSING(rule("an invoice must have a number")),
        INSTALMENT_UNKNOWN(rule("no instalment has this number")),
        SETTLED_OTHERWISE(state(
                "the settled amount is not what is to be paid; a change order or a credit note says why it is not")),
        CONTRACT_DIFFERS(rule("the payments must be those of the contract")),
        VALUE_NEGATIVE(rule("a value cannot be negative")),
        PAYMENTS_FAULTY(
                rule("every payment needs a label, a share and what its trigger needs; together they must make up"
                        + " the value")),
        AMOUNT_NOT_POSITIVE(rule("an amount of money must be above zero")),
        PROMISED_BEFORE_TODAY(rule("a promise to pay is for today or a day to come")),
        BEFORE_SIGNED(rule("nothing can fall due or be invoiced before the contract is signed")),
        INVOICED_BEFORE_TRIGGER(rule("an invoice cannot be issued before the instalment's trigger fired")),
        DAY_AGREED(rule("an instalment by date falls due on its agreed day")),
        DUE_BEFORE_ISSUED(rule("an invoice cannot be due before it is issued"));

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
     * The contract that is paid, which has the schedule's id.
     *
     * @param value when it was signed
     * @param signedOn null as long as it is not signed
     * @param paymentMethod how it is paid now, where an instalment says nothing else
     * @param collection what its sales process says of its money; null where that says nothing
     */
    public record SignedContract(
            UUID opportunityId,
            UUID accountId,
            Money value,
            @Nullable LocalDate signedOn,
            @Nullable String paymentMethod,
            @Nullable CollectionTerms collection) {}

    /** Numbers of the receipts of a deposit of the same sale, which has the contract's id and so claims them from no other entity. */
    public record DepositReceipts(List<String> receiptNos) {
        public DepositReceipts {
            receiptNos = List.copyOf(receiptNos);
        }
    }

    /** The payments of another contract, to which money may be moved. */
    public record OtherPayments(UUID accountId, Money value) {}

    static Decision<PaymentScheduleEvent> decide(
            PaymentSchedule schedule, PaymentScheduleCommand command, Occasion occasion) {
        return Holding.telling(schedule, decided(schedule, command, occasion), occasion.today());
    }

    private static Decision<PaymentScheduleEvent> decided(
            PaymentSchedule schedule, PaymentScheduleCommand command, Occasion occasion) {
        var today = occasion.today();
        return switch (command) {
            case TriggerInstalment trigger -> FallingDue.trigger(schedule, trigger, today);
            case FireTrigger fire -> FallingDue.fire(schedule, fire);
            case ClaimFinalPayment claim -> FallingDue.claim(schedule, claim, today);
            case IssueInvoice issue -> FallingDue.invoice(schedule, issue, occasion);
            case MarkOverdue(var number) -> FallingDue.markOverdue(schedule, number, today);
            case SendReminder(var number) -> Chasing.remind(schedule, number);
            case EscalateCollection(var number) -> Chasing.escalate(schedule, number, today);
            case PauseCollection pause -> Pausing.pause(schedule, pause);
            case ResumeCollection resume -> Pausing.resume(schedule, resume);
            case RecordFollowUp followUp -> Chasing.followUp(schedule, followUp, occasion);
            case RecordReceipt receipt ->
                schedule.byFinance(occasion, () -> Collecting.receive(schedule, receipt, occasion));
            case MatchReceipt(var receiptNo, var number) -> Collecting.match(schedule, receiptNo, number);
            case RebaselinePayments _ when schedule.isVoid() -> refused(CONTRACT_NOT_SIGNED);
            case RebaselinePayments rebaseline -> Rebaselining.rebaseline(schedule, rebaseline, occasion);
            case ReverseReceipt(var receiptNo, var reason) ->
                schedule.byFinance(occasion, () -> Collecting.reverse(schedule, receiptNo, reason, occasion));
            case RefundSurplus refund -> schedule.byFinance(occasion, () -> Surplus.refund(schedule, refund, occasion));
            case MoveSurplus move -> schedule.byFinance(occasion, () -> Surplus.move(schedule, move, occasion));
            case TakeOverSurplus moved -> Surplus.takeOver(schedule, moved);
            case RestoreSurplus(var transferNo) -> Surplus.restore(schedule, transferNo, occasion);
            case IssueCreditNote credit -> GivingUp.credit(schedule, credit, occasion);
            case WriteOffInstalment writeOff -> GivingUp.writeOff(schedule, writeOff, occasion);
            case VoidPayments(var on) -> schedule.isVoid() ? unchanged() : accepted(Voiding.voided(schedule, on));
            case WithdrawWriteOff withdraw -> GivingUp.withdraw(schedule, withdraw, occasion);
        };
    }

    /** Finance books money, and whoever follows it up does not (decision 23). */
    private Decision<PaymentScheduleEvent> byFinance(
            Occasion occasion, Supplier<Decision<PaymentScheduleEvent>> decision) {
        return occasion.who().isMember(plan.owner()) ? refused(MONEY_BY_OWNER) : decision.get();
    }

    PaymentSchedule with(Ledger changed) {
        return new PaymentSchedule(plan, value, amendments, changed, finalPayment, pausing);
    }

    PaymentSchedule after(List<PaymentScheduleEvent> events) {
        var after = this;
        for (var event : events) {
            after = Evolution.evolve(after, event);
        }
        return after;
    }

    /** The instalments that an amendment of the contract can give another day, by number. */
    public List<Integer> movable() {
        return ledger.receivables().stream()
                .filter(Receivable::isMovable)
                .map(Receivable::number)
                .toList();
    }

    /** Who chases its money (decision 23); nobody in particular once a manager had to be told. */
    List<String> chasers() {
        return ledger.receivables().stream().anyMatch(part -> part.chase().escalated())
                ? List.of()
                : List.of(plan.owner());
    }

    /** What its sales process says of the money. */
    CollectionTerms collection() {
        return Objects.requireNonNullElse(plan.collection(), StandardCollection.TERMS);
    }

    /** Whether the contract waits for an advance that was not paid in time (gate G15). */
    public boolean isHeld() {
        return !Holding.held(this).isEmpty();
    }

    /** Its contract was signed by mistake. */
    boolean isVoid() {
        return ledger.receivables().isEmpty() && !plan.instalments().isEmpty();
    }

    /** Whether money came in, and neither went back nor elsewhere. */
    public boolean holdsMoney() {
        return sum(Receivable::paid).isPositive()
                || ledger.unmatched(value.currency()).isPositive();
    }

    /** Whether an invoice stands that no credit note has taken back as a whole. */
    public boolean isInvoiced() {
        return ledger.receivables().stream()
                .anyMatch(part -> part.invoice() != null
                        && part.givenUp().credited().compareTo(part.instalment().amount()) < 0);
    }

    /** All that is to come in: the value less what credit notes took off. */
    Money toCollect() {
        return value.minus(sum(part -> part.givenUp().credited()));
    }

    /** What of that has not come in, written off or not. */
    Money left() {
        return toCollect().minus(sum(Receivable::paid)).minus(ledger.unmatched(value.currency()));
    }

    /** Whether all that the contract is worth is planned, and nothing of a receipt or an instalment counts twice. */
    public boolean addsUp() {
        return sum(part -> part.instalment().amount()).equals(value)
                && ledger.receivables().stream().noneMatch(part -> part.open().isNegative())
                && ledger.receipts().stream()
                        .noneMatch(receipt -> receipt.unmatched().isNegative());
    }

    /** Whether this day is known to be before the contract's signature. */
    boolean isBeforeSignature(LocalDate day) {
        return plan.signedOn() != null && day.isBefore(plan.signedOn());
    }

    Money sum(Function<Receivable, Money> part) {
        return ledger.receivables().stream()
                .map(part)
                .reduce(Money.zero(plan.value().currency()), Money::plus);
    }

    /** This decision on the instalment of this number, which the command names at the pointer. */
    Decision<PaymentScheduleEvent> onInstalment(
            int number, String pointer, Function<Receivable, Decision<PaymentScheduleEvent>> decision) {
        return ledger.receivable(number).map(decision).orElseGet(() -> refusedAt(pointer, INSTALMENT_UNKNOWN));
    }
}
