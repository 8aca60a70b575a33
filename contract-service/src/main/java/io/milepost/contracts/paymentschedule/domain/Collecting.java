package io.milepost.contracts.paymentschedule.domain;

import static io.milepost.contracts.paymentschedule.domain.PaymentSchedule.refused;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.AMOUNT_NOT_POSITIVE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.CURRENCIES_MIXED;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.DAY_IMPLAUSIBLE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.DAY_IN_FUTURE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_ALREADY_PAID;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_NOT_DUE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_UNKNOWN;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.REASON_MISSING;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.RECEIPT_NOT_MATCHED;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.RECEIPT_NO_MISSING;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.RECEIPT_NO_TAKEN;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.RECEIPT_REVERSED;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.RECEIPT_UNKNOWN;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.RECEIPT_USED_UP;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.MatchReceipt;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.RecordReceipt;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.ReverseReceipt;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.AdvancePaymentReceived;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InstalmentOverdueWithdrawn;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentMatched;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentReceived;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentReversed;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentScheduleCollectionReopened;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentScheduleFullyCollected;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Money comes in and pays instalments that are due, once each; when all are paid, the contract is collected. */
final class Collecting {

    private Collecting() {}

    static Decision<PaymentScheduleEvent> receive(Ledger ledger, RecordReceipt command, Occasion occasion) {
        var before = ledger.find(command.receiptNo());
        if (before.isPresent()) {
            return again(ledger, before.get(), command);
        }
        var received = new PaymentReceived(
                command.receiptNo(),
                command.amount(),
                Objects.requireNonNullElse(command.receivedOn(), occasion.today()),
                ledger.owner());
        var receipt = Receipt.of(received);
        var fault = faultOf(receipt, ledger, occasion);
        if (fault.isPresent()) {
            return fault.get();
        }
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(received);
        if (command.instalment() != null) {
            var obstacle = obstacleTo(ledger, command.instalment());
            if (obstacle.isPresent()) {
                return obstacle.get().at("/instalment");
            }
            events.addAll(pay(new Ledger(ledger.with(receipt)), receipt, command.instalment()));
        }
        return accepted(events);
    }

    /** Already so if all of it is; what was forgotten the first time is said to be missing. */
    private static Decision<PaymentScheduleEvent> again(Ledger ledger, Receipt before, RecordReceipt command) {
        var instalment = command.instalment();
        if (instalment != null && ledger.receivable(instalment).isEmpty()) {
            return refused(INSTALMENT_UNKNOWN).at("/instalment");
        }
        if (before.reversed()) {
            return refused(RECEIPT_REVERSED).at("/receiptNo");
        }
        if (!isSame(before, command)) {
            return refused(RECEIPT_NO_TAKEN).at("/receiptNo");
        }
        return instalment == null || before.hasPaid(instalment)
                ? unchanged()
                : refused(RECEIPT_NOT_MATCHED).at("/instalment");
    }

    static Decision<PaymentScheduleEvent> match(Ledger ledger, MatchReceipt command) {
        var receipt = ledger.find(command.receiptNo());
        if (receipt.isEmpty()) {
            return refused(RECEIPT_UNKNOWN).at("/receiptNo");
        }
        if (receipt.get().reversed()) {
            return refused(RECEIPT_REVERSED);
        }
        if (!receipt.get().unmatched().isPositive()) {
            return refused(RECEIPT_USED_UP);
        }
        var obstacle = obstacleTo(ledger, command.number());
        return obstacle.isPresent()
                ? obstacle.get().at("/number")
                : accepted(pay(ledger, receipt.get(), command.number()));
    }

    static Decision<PaymentScheduleEvent> reverse(Ledger ledger, ReverseReceipt command, Occasion occasion) {
        var found = ledger.find(command.receiptNo());
        if (found.isEmpty()) {
            return refused(RECEIPT_UNKNOWN).at("/receiptNo");
        }
        var receipt = found.get();
        if (command.reason().isBlank()) {
            return refused(REASON_MISSING).at("/reason");
        }
        if (receipt.reversed()) {
            return command.reason().equals(receipt.reversedFor())
                    ? unchanged()
                    : Decision.<PaymentScheduleEvent>refused(
                                    RECEIPT_REVERSED, "the receipt was reversed for another reason")
                            .at("/reason");
        }
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(new PaymentReversed(receipt.receiptNo(), receipt.amount(), command.reason(), occasion.today()));
        var open = new Ledger(ledger.reversed(receipt.receiptNo(), command.reason()));
        if (ledger.isCollected() && !open.isCollected()) {
            var plan = open.state().plan();
            events.add(new PaymentScheduleCollectionReopened(
                    plan.contractId(), open.sum(Receivable::open), occasion.today()));
        }
        // The timer of an instalment that was paid in time has gone off already, so its lateness is said here.
        receipt.shares().stream()
                .map(share -> open.receivable(share.number()).orElseThrow())
                .flatMap(part -> FallingDue.overdue(open, part, occasion.today()).stream())
                .forEach(events::add);
        return accepted(events);
    }

    private static Optional<Refused<PaymentScheduleEvent>> faultOf(Receipt receipt, Ledger ledger, Occasion occasion) {
        if (receipt.receiptNo().isBlank()) {
            return Optional.of(refused(RECEIPT_NO_MISSING).at("/receiptNo"));
        }
        if (!receipt.amount().isPositive()) {
            return Optional.of(refused(AMOUNT_NOT_POSITIVE).at("/amount"));
        }
        if (!receipt.amount().currency().equals(ledger.state().plan().value().currency())) {
            return Optional.of(refused(CURRENCIES_MIXED).at("/amount/currency"));
        }
        if (receipt.receivedOn().isAfter(occasion.today())) {
            return Optional.of(refused(DAY_IN_FUTURE).at("/receivedOn"));
        }
        return ledger.isBeforeSignature(receipt.receivedOn().plusYears(1))
                ? Optional.of(refused(DAY_IMPLAUSIBLE).at("/receivedOn"))
                : Optional.empty();
    }

    private static boolean isSame(Receipt before, RecordReceipt command) {
        return before.amount().equals(command.amount())
                && (command.receivedOn() == null || command.receivedOn().equals(before.receivedOn()));
    }

    private static Optional<Refused<PaymentScheduleEvent>> obstacleTo(Ledger ledger, int number) {
        var receivable = ledger.receivable(number);
        if (receivable.isEmpty()) {
            return Optional.of(refused(INSTALMENT_UNKNOWN));
        }
        if (receivable.get().isPaid()) {
            return Optional.of(refused(INSTALMENT_ALREADY_PAID));
        }
        return receivable.get().dueOn() == null ? Optional.of(refused(INSTALMENT_NOT_DUE)) : Optional.empty();
    }

    private static List<PaymentScheduleEvent> pay(Ledger ledger, Receipt receipt, int number) {
        var receivable = ledger.receivable(number).orElseThrow();
        var left = receipt.unmatched();
        var part = left.compareTo(receivable.open()) < 0 ? left : receivable.open();
        var matched = new PaymentMatched(receipt.receiptNo(), number, part);
        var after = new Ledger(ledger.matched(matched));
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(matched);
        events.addAll(takenBack(after, receivable));
        if (receivable.instalment().trigger() == Trigger.SIGNATURE
                && after.receivable(number).orElseThrow().isPaid()) {
            events.add(
                    new AdvancePaymentReceived(number, receivable.instalment().amount(), receipt.receivedOn()));
        }
        if (after.isCollected()) {
            var plan = ledger.state().plan();
            events.add(new PaymentScheduleFullyCollected(plan.contractId(), plan.value(), lastPaidOn(after)));
        }
        return events;
    }

    /** Money that was there in time and noted late does not leave its instalment looking late. */
    private static List<PaymentScheduleEvent> takenBack(Ledger after, Receivable before) {
        var dueOn = before.dueOn();
        if (dueOn == null
                || !before.overdue()
                || !after.receivable(before.number()).orElseThrow().isPaid()) {
            return List.of();
        }
        var paidOn = lastOf(after.receipts().filter(receipt -> receipt.hasPaid(before.number())));
        return paidOn.isAfter(dueOn)
                ? List.of()
                : List.of(new InstalmentOverdueWithdrawn(before.number(), dueOn, paidOn, after.owner()));
    }

    /** The day on which the last of the money came in, whenever it was matched. */
    private static LocalDate lastPaidOn(Ledger ledger) {
        return lastOf(ledger.receipts().filter(receipt -> !receipt.shares().isEmpty()));
    }

    private static LocalDate lastOf(Stream<Receipt> receipts) {
        return receipts.map(Receipt::receivedOn).max(LocalDate::compareTo).orElseThrow();
    }
}
