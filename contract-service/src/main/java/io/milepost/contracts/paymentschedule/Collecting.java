package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;

import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentSchedule.DepositReceipts;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Money comes in and pays instalments that are due, once each; when all are paid, the contract is collected. */
final class Collecting {

    private Collecting() {}

    static Decision<PaymentScheduleEvent> receive(PaymentSchedule schedule, RecordReceipt command, Occasion occasion) {
        return schedule.ledger()
                .receipt(command.receiptNo())
                .map(before -> again(schedule, before, command))
                .orElseGet(() -> first(schedule, command, occasion));
    }

    private static Decision<PaymentScheduleEvent> first(
            PaymentSchedule schedule, RecordReceipt command, Occasion occasion) {
        var today = occasion.today();
        var plan = schedule.plan();
        var amount = command.amount();
        var receivedOn = Objects.requireNonNullElse(command.receivedOn(), today);
        return check().text("/receiptNo", command.receiptNo(), RECEIPT_NO_MISSING)
                .that(amount.isPositive(), "/amount", AMOUNT_NOT_POSITIVE)
                .that(
                        amount.currency().equals(plan.value().currency()),
                        "/amount/currency",
                        CURRENCIES_MIXED,
                        "a receipt must be in the currency of the contract")
                .notAfter("/receivedOn", receivedOn, today)
                .that(
                        !schedule.isBeforeSignature(receivedOn.plusYears(1)),
                        "/receivedOn",
                        DAY_IMPLAUSIBLE,
                        "money cannot come in more than a year before the contract is signed")
                .that(
                        !isTaken(command.receiptNo(), occasion)
                                && schedule.ledger()
                                        .receiptThatGave(command.receiptNo(), true)
                                        .isEmpty(),
                        "/receiptNo",
                        RECEIPT_NO_TAKEN)
                .then(() -> {
                    var received = new PaymentReceived(command.receiptNo(), amount, receivedOn, plan.owner());
                    var receipt = Receipt.of(received);
                    return command.instalment() == null
                            ? accepted(received)
                            : pay(
                                    schedule.with(schedule.ledger().with(receipt)),
                                    receipt,
                                    command.instalment(),
                                    "/instalment",
                                    List.of(received));
                });
    }

    /** By any other receipt of the company, of a contract or of a deposit. */
    static boolean isTaken(String receiptNo, Occasion occasion) {
        return occasion.holderOf(ClaimedKey.RECEIPT, ClaimedKey.receipt(receiptNo))
                        .isPresent()
                || occasion.read(DepositReceipts.class).map(DepositReceipts::receiptNos).orElse(List.of()).stream()
                        .anyMatch(known -> Codes.same(known, receiptNo));
    }

    /** Unchanged if it says nothing new; an instalment that the receipt has not paid has to be matched. */
    private static Decision<PaymentScheduleEvent> again(
            PaymentSchedule schedule, Receipt before, RecordReceipt command) {
        var instalment = command.instalment();
        if (instalment != null && schedule.ledger().receivable(instalment).isEmpty()) {
            return refusedAt("/instalment", INSTALMENT_UNKNOWN);
        }
        if (before.reversed()) {
            return refusedAt("/receiptNo", RECEIPT_REVERSED);
        }
        if (!isSame(before, command)) {
            return refusedAt("/receiptNo", RECEIPT_NO_TAKEN);
        }
        return instalment == null || before.hasPaid(instalment)
                ? unchanged()
                : refusedAt("/instalment", RECEIPT_NOT_MATCHED);
    }

    private static boolean isSame(Receipt before, RecordReceipt command) {
        return before.amount().equals(command.amount())
                && (command.receivedOn() == null || command.receivedOn().equals(before.receivedOn()));
    }

    static Decision<PaymentScheduleEvent> match(PaymentSchedule schedule, String receiptNo, int number) {
        return onReceipt(schedule, receiptNo, receipt -> {
            if (receipt.reversed()) {
                return refused(RECEIPT_REVERSED);
            }
            return receipt.unmatched().isPositive()
                    ? pay(schedule, receipt, number, "/number", List.of())
                    : refused(RECEIPT_USED_UP);
        });
    }

    static Decision<PaymentScheduleEvent> reverse(
            PaymentSchedule schedule, String receiptNo, String reason, Occasion occasion) {
        return onReceipt(
                schedule,
                receiptNo,
                receipt -> check().reason("/reason", reason).then(() -> {
                    if (!receipt.reversed()) {
                        return receipt.given().isEmpty()
                                ? accepted(reversed(schedule, receipt, reason, occasion))
                                : refused(RECEIPT_GIVEN);
                    }
                    return reason.equals(receipt.reversedFor())
                            ? unchanged()
                            : refusedAt("/reason", RECEIPT_REVERSED, "the receipt was reversed for another reason");
                }));
    }

    private static List<PaymentScheduleEvent> reversed(
            PaymentSchedule schedule, Receipt receipt, String reason, Occasion occasion) {
        var today = occasion.today();
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(new PaymentReversed(receipt.receiptNo(), receipt.amount(), reason, today));
        Stream.ofNullable(Surplus.returned(receipt, occasion)).forEach(events::add);
        var open = schedule.with(schedule.ledger().reversed(receipt.receiptNo(), reason));
        if (schedule.ledger().isCollected() && !open.ledger().isCollected()) {
            events.add(new PaymentScheduleCollectionReopened(
                    schedule.plan().contractId(), open.sum(Receivable::open), today));
        }
        // The timer of an instalment that was paid in time has fired already, so it becomes overdue here.
        receipt.shares().stream()
                .map(share -> open.ledger().receivable(share.number()).orElseThrow())
                .flatMap(part -> FallingDue.overdue(open, part, today).stream())
                .forEach(events::add);
        return events;
    }

    private static Decision<PaymentScheduleEvent> onReceipt(
            PaymentSchedule schedule, String receiptNo, Function<Receipt, Decision<PaymentScheduleEvent>> decision) {
        return schedule.ledger()
                .receipt(receiptNo)
                .map(decision)
                .orElseGet(() -> refusedAt("/receiptNo", RECEIPT_UNKNOWN));
    }

    /** What is left of the receipt pays the instalment, after these events. */
    private static Decision<PaymentScheduleEvent> pay(
            PaymentSchedule schedule, Receipt receipt, int number, String pointer, List<PaymentScheduleEvent> before) {
        return schedule.onInstalment(number, pointer, receivable -> {
            if (receivable.isSettled()) {
                return refusedAt(pointer, receivable.isPaid() ? INSTALMENT_ALREADY_PAID : INSTALMENT_WRITTEN_OFF);
            }
            return receivable.dueOn() == null
                    ? refusedAt(pointer, INSTALMENT_NOT_DUE)
                    : accepted(Stream.concat(before.stream(), paid(schedule, receipt, receivable).stream())
                            .toList());
        });
    }

    private static List<PaymentScheduleEvent> paid(PaymentSchedule schedule, Receipt receipt, Receivable before) {
        var number = before.number();
        var left = receipt.unmatched();
        var part = left.compareTo(before.open()) < 0 ? left : before.open();
        var matched = new PaymentMatched(receipt.receiptNo(), number, part);
        var ledger = schedule.ledger().matched(matched);
        var plan = schedule.plan();
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(matched);
        if (ledger.receivable(number).orElseThrow().isPaid()) {
            events.addAll(withdrawn(ledger, before, plan.owner()));
            if (before.instalment().trigger() == Trigger.SIGNATURE) {
                events.add(
                        new AdvancePaymentReceived(number, before.instalment().amount(), receipt.receivedOn()));
            }
        }
        if (ledger.isCollected()) {
            var lastOn = lastOf(
                    ledger.receipts().stream().filter(one -> !one.shares().isEmpty()));
            events.add(new PaymentScheduleFullyCollected(plan.contractId(), schedule.toCollect(), lastOn));
        }
        return events;
    }

    /** An instalment is not overdue whose money was there in time and only noted late. */
    private static List<PaymentScheduleEvent> withdrawn(Ledger after, Receivable before, String owner) {
        var dueOn = before.dueOn();
        if (dueOn == null || !before.overdue()) {
            return List.of();
        }
        var paidOn = lastOf(after.receipts().stream().filter(receipt -> receipt.hasPaid(before.number())));
        return paidOn.isAfter(dueOn)
                ? List.of()
                : List.of(new InstalmentOverdueWithdrawn(before.number(), dueOn, paidOn, owner));
    }

    /** The day on which the last of the money came in, whenever it was matched. */
    private static LocalDate lastOf(Stream<Receipt> receipts) {
        return receipts.map(Receipt::receivedOn).max(LocalDate::compareTo).orElseThrow();
    }
}
