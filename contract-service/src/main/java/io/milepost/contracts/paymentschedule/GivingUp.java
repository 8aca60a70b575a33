package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Money that is not asked for any more. A credit note takes it off an invoice, so that it is not owed; a write-off gives it up though it
 * is. Who may do so follows from how much of the contract is given up in all, so that nobody gets further by doing it in parts.
 */
final class GivingUp {

    private GivingUp() {}

    static Decision<PaymentScheduleEvent> credit(PaymentSchedule schedule, IssueCreditNote credit, Occasion occasion) {
        var before = schedule.ledger().creditNotes().stream()
                .filter(note -> Codes.same(note.creditNoteNo(), credit.creditNoteNo()))
                .findFirst();
        if (before.isPresent()) {
            return isSame(before.get(), credit) ? unchanged() : refusedAt("/creditNoteNo", INVOICE_NO_TAKEN);
        }
        return schedule.onInstalment(credit.number(), "/number", part -> {
            var invoice = part.invoice();
            var issuedOn = Objects.requireNonNullElse(credit.issuedOn(), occasion.today());
            return check().text("/creditNoteNo", credit.creditNoteNo(), INVOICE_NO_MISSING)
                    .that(!isTaken(schedule, credit.creditNoteNo(), occasion), "/creditNoteNo", INVOICE_NO_TAKEN)
                    .that(credit.amount().isPositive(), "/amount", AMOUNT_NOT_POSITIVE)
                    .that(isInCurrency(schedule, credit.amount()), "/amount/currency", CURRENCIES_MIXED)
                    .reason("/reason", credit.reason())
                    .notAfter("/issuedOn", issuedOn, occasion.today())
                    .then(() -> {
                        if (invoice == null) {
                            return refused(INSTALMENT_NOT_INVOICED);
                        }
                        if (issuedOn.isBefore(invoice.issuedOn())) {
                            return refusedAt("/issuedOn", CREDITED_BEFORE_INVOICED);
                        }
                        if (credit.amount().compareTo(part.payable()) > 0) {
                            return refusedAt(
                                    "/amount",
                                    AMOUNT_ABOVE_OPEN,
                                    "what is owed of the instalment is " + part.payable());
                        }
                        return within(
                                schedule,
                                credit.amount(),
                                occasion,
                                new CreditNoteIssued(
                                        part.number(),
                                        credit.creditNoteNo(),
                                        invoice.invoiceNo(),
                                        credit.amount(),
                                        credit.reason(),
                                        issuedOn));
                    });
        });
    }

    private static boolean isTaken(PaymentSchedule schedule, String number, Occasion occasion) {
        return occasion.holderOf(ClaimedKey.INVOICE, ClaimedKey.invoice(number)).isPresent()
                || schedule.ledger().hasInvoice(number);
    }

    private static boolean isInCurrency(PaymentSchedule schedule, Money amount) {
        return amount.currency().equals(schedule.plan().value().currency());
    }

    private static boolean isSame(CreditNoteIssued before, IssueCreditNote again) {
        return before.number() == again.number()
                && before.amount().equals(again.amount())
                && before.reason().equals(again.reason())
                && (again.issuedOn() == null || again.issuedOn().equals(before.issuedOn()));
    }

    static Decision<PaymentScheduleEvent> writeOff(
            PaymentSchedule schedule, WriteOffInstalment writeOff, Occasion occasion) {
        return schedule.onInstalment(writeOff.number(), "/number", part -> {
            var amount = Objects.requireNonNullElse(writeOff.amount(), part.open());
            return check().that(
                            writeOff.amount() == null || writeOff.amount().isPositive(), "/amount", AMOUNT_NOT_POSITIVE)
                    .that(isInCurrency(schedule, amount), "/amount/currency", CURRENCIES_MIXED)
                    .reason("/reason", writeOff.reason())
                    .then(() -> {
                        if (part.givenUp().writtenOff().isPositive()) {
                            return isSame(part, writeOff) ? unchanged() : refused(INSTALMENT_WRITTEN_OFF);
                        }
                        if (part.isSettled()) {
                            return refused(INSTALMENT_ALREADY_PAID);
                        }
                        if (part.dueOn() == null) {
                            return refused(INSTALMENT_NOT_DUE);
                        }
                        if (amount.compareTo(part.open()) > 0) {
                            return refusedAt("/amount", AMOUNT_ABOVE_OPEN, "open of the instalment is " + part.open());
                        }
                        return within(
                                schedule,
                                amount,
                                occasion,
                                new InstalmentWrittenOff(
                                        part.number(),
                                        amount,
                                        writeOff.reason(),
                                        occasion.who().name(),
                                        occasion.today()));
                    });
        });
    }

    private static boolean isSame(Receivable before, WriteOffInstalment again) {
        return again.reason().equals(before.givenUp().reason())
                && (again.amount() == null
                        ? before.isSettled()
                        : again.amount().equals(before.givenUp().writtenOff()));
    }

    static Decision<PaymentScheduleEvent> withdraw(
            PaymentSchedule schedule, WithdrawWriteOff withdraw, Occasion occasion) {
        return schedule.onInstalment(
                withdraw.number(),
                "/number",
                part -> check().reason("/reason", withdraw.reason()).then(() -> {
                    var given = part.givenUp().writtenOff();
                    if (!given.isPositive()) {
                        return refused(NOTHING_WRITTEN_OFF);
                    }
                    var events = new ArrayList<PaymentScheduleEvent>();
                    events.add(
                            new InstalmentWriteOffWithdrawn(part.number(), given, withdraw.reason(), occasion.today()));
                    var after = schedule.after(events);
                    events.addAll(FallingDue.overdue(
                            after, after.ledger().receivable(part.number()).orElseThrow(), occasion.today()));
                    return accepted(events);
                }));
    }

    /** The event and what follows from it, where the sender may give up so much in all. */
    private static Decision<PaymentScheduleEvent> within(
            PaymentSchedule schedule, Money more, Occasion occasion, PaymentScheduleEvent event) {
        if (occasion.who().isMember(schedule.plan().owner())) {
            return refused(GIVEN_UP_BY_OWNER);
        }
        var inAll = schedule.sum(part -> part.givenUp().total()).plus(more);
        var approvers = schedule.collection().approversOf(inAll);
        if (!occasion.who().hasAny(approvers)) {
            return refused(
                    BEYOND_AUTHORITY,
                    "giving up %s of this contract in all takes one of %s".formatted(inAll, approvers));
        }
        var events = new ArrayList<PaymentScheduleEvent>(List.of(event));
        var after = schedule.after(events);
        events.addAll(Rebaselining.released(after));
        var was = schedule.ledger().isCollected();
        if (!was && after.after(events.subList(1, events.size())).ledger().isCollected()) {
            events.add(new PaymentScheduleFullyCollected(
                    schedule.plan().contractId(), after.toCollect(), occasion.today()));
        }
        return accepted(events);
    }
}
