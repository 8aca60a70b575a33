package io.milepost.contracts.automation;

import io.milepost.contracts.contract.ContractEvent.ContractSigned;
import io.milepost.contracts.deposit.Deposit.ConvertDeposit;
import io.milepost.contracts.deposit.Deposit.EndUnsigned;
import io.milepost.contracts.deposit.Deposit.NoteSchedule;
import io.milepost.contracts.deposit.Deposit.Payment;
import io.milepost.contracts.deposit.DepositEvent.DepositCancelled;
import io.milepost.contracts.deposit.DepositEvent.DepositConverted;
import io.milepost.contracts.deposit.DepositEvent.DepositCredited;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.RecordReceipt;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.PaymentScheduleSet;
import io.milepost.contracts.sellableunit.SellableUnit.NoteTaken;
import io.milepost.contracts.sellableunit.SellableUnit.Taken;
import io.milepost.contracts.subscription.Subscription.ConvertSubscription;
import io.milepost.contracts.subscription.Subscription.EndSubscription;
import io.milepost.contracts.subscription.SubscriptionEvent.SubscriptionExpired;
import io.milepost.contracts.subscription.SubscriptionEvent.SubscriptionSigned;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Automation.Unreached;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.value.Money;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Deposit, subscription, contract and payments of one sale have one id, and follow each other. Most contracts are of no unit:
 * no deposit has their id, and nothing follows.
 */
public final class WhenSaleMovesThenOthersFollow {
    private static final Set<Refusal> NONE_THERE = Set.of(Unreached.UNKNOWN_TARGET);

    /** A deposit that was given up before is parked: somebody has to look at what was signed. */
    public static final Automation<ContractSigned> CONTRACT_SIGNED = of(
            "when-contract-signed-then-convert-deposit",
            "contract.signed.v1",
            ContractSigned.class,
            (cause, signed) -> new ConvertDeposit(cause.subject(), signed.signedOn()));

    public static final Automation<PaymentScheduleSet> PAYMENTS_PLANNED = of(
            "when-payments-planned-then-deposit-notes-schedule",
            "payment-schedule.set.v1",
            PaymentScheduleSet.class,
            (_, _) -> new NoteSchedule());

    /** The buyer's money counts from the signature on; which instalment it pays is finance's to say. */
    public static final Automation<DepositCredited> CREDITED = of(
            "when-deposit-credited-then-record-receipt",
            "deposit.credited.v1",
            DepositCredited.class,
            (_, credited) -> new RecordReceipt(
                    "DEPOSIT " + credited.payments().getFirst().receiptNo(),
                    credited.payments().stream()
                            .map(Payment::amount)
                            .reduce(Money::plus)
                            .orElseThrow(),
                    null,
                    null));

    public static final Automation<DepositConverted> CONVERTED = of(
            "when-deposit-converted-then-subscription-is",
            "deposit.converted.v1",
            DepositConverted.class,
            (_, converted) -> new ConvertSubscription(converted.contractId()));

    public static final Automation<DepositCancelled> CANCELLED = of(
            "when-deposit-cancelled-then-end-subscription",
            "deposit.cancelled.v1",
            DepositCancelled.class,
            (_, _) -> new EndSubscription());

    public static final Automation<SubscriptionExpired> EXPIRED = of(
            "when-subscription-expired-then-end-deposit",
            "subscription.expired.v1",
            SubscriptionExpired.class,
            (_, _) -> new EndUnsigned());

    public static final Automation<SubscriptionSigned> SUBSCRIBED = new Automation<>(
            "when-subscription-signed-then-unit-follows",
            "contract",
            "subscription.signed.v1",
            SubscriptionSigned.class,
            (cause, signed) -> Optional.of(
                    new Reaction.Command(signed.unitId(), new NoteTaken(cause.subject(), Taken.SUBSCRIBED))),
            Set.of());

    private WhenSaleMovesThenOthersFollow() {}

    private static <E> Automation<E> of(
            String name, String type, Class<E> event, BiFunction<Inbound, E, Record> command) {
        return new Automation<>(
                name,
                "contract",
                type,
                event,
                (cause, data) -> Optional.of(new Reaction.Command(cause.subject(), command.apply(cause, data))),
                NONE_THERE);
    }
}
