package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.contracts.paymentschedule.Receipt.Share;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is to be paid of a contract and what has come in, each in the order in which it was planned or recorded. */
record Ledger(List<Receivable> receivables, List<Receipt> receipts, List<CreditNoteIssued> creditNotes) {
    Ledger {
        receivables = List.copyOf(receivables);
        receipts = List.copyOf(receipts);
        creditNotes = List.copyOf(creditNotes);
    }

    static Ledger of(List<Instalment> instalments) {
        return new Ledger(instalments.stream().map(Receivable::planned).toList(), List.of(), List.of());
    }

    Optional<Receivable> receivable(int number) {
        return receivables.stream().filter(part -> part.number() == number).findFirst();
    }

    /** The receipt of this number, in whatever spelling. */
    Optional<Receipt> receipt(String receiptNo) {
        var exact = receipts.stream().filter(receipt -> receipt.receiptNo().equals(receiptNo));
        var alike = receipts.stream().filter(receipt -> Codes.same(receipt.receiptNo(), receiptNo));
        return Stream.concat(exact, alike).findFirst();
    }

    /** The receipt of which something was moved away under this number or, if not, refunded. */
    Optional<Receipt> receiptThatGave(String number, boolean moved) {
        return receipts.stream()
                .filter(receipt -> receipt.given(number, moved).isPresent())
                .findFirst();
    }

    /** Whether an invoice or a credit note has this number, in whatever spelling. */
    boolean hasInvoice(String number) {
        var notes = creditNotes.stream().map(CreditNoteIssued::creditNoteNo);
        var invoices = receivables.stream().map(Receivable::invoiceNo);
        return Stream.concat(invoices, notes).anyMatch(known -> Codes.same(number, known));
    }

    Ledger credited(CreditNoteIssued note) {
        var owed = changing(note.number(), part -> part.credited(note.amount()));
        return new Ledger(owed.receivables, receipts, adding(creditNotes, note));
    }

    /** What has come in and has neither paid anything nor gone out again. */
    Money unmatched(Currency currency) {
        return receipts.stream()
                .filter(receipt -> !receipt.reversed())
                .map(Receipt::unmatched)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** Nothing is asked for any more, though some of it may be written off. */
    boolean isSettled() {
        return receivables.stream().allMatch(Receivable::isSettled);
    }

    boolean isCollected() {
        return receivables.stream().allMatch(Receivable::isPaid);
    }

    Ledger with(Receipt receipt) {
        return new Ledger(receivables, adding(receipts, receipt), creditNotes);
    }

    Ledger changing(int number, UnaryOperator<Receivable> change) {
        var parts = receivables.stream()
                .map(part -> part.number() == number ? change.apply(part) : part)
                .toList();
        return new Ledger(parts, receipts, creditNotes);
    }

    Ledger matched(PaymentMatched matched) {
        var share = new Share(matched.number(), matched.amount());
        return changing(share.number(), part -> part.plus(share.amount()))
                .changing(matched.receiptNo(), receipt -> receipt.matched(share));
    }

    Ledger rebaselined(PaymentScheduleRebaselined change) {
        var parts = receivables.stream()
                .map(part -> change.changed().stream()
                        .filter(one -> one.number() == part.number())
                        .findFirst()
                        .map(one -> part.rebaselined(one, change.amendment()))
                        .orElse(part));
        var added = change.added().stream().map(one -> Receivable.added(one, change.amendment()));
        return new Ledger(Stream.concat(parts, added).toList(), receipts, creditNotes);
    }

    /** Whatever comes in, or has, is surplus then. */
    Ledger withoutInstalments() {
        return new Ledger(List.of(), receipts, creditNotes);
    }

    Ledger released(PaymentReleased released) {
        return changing(released.number(), part -> part.plus(released.amount().negated()))
                .changing(released.receiptNo(), receipt -> receipt.released(released.number(), released.amount()));
    }

    /** Whatever the receipt paid is open again. */
    Ledger reversed(String receiptNo, String reason) {
        var shares = receipts.stream()
                .filter(receipt -> receipt.receiptNo().equals(receiptNo))
                .flatMap(receipt -> receipt.shares().stream())
                .toList();
        var open = this;
        for (var share : shares) {
            open = open.changing(
                    share.number(), part -> part.plus(share.amount().negated()));
        }
        return open.changing(receiptNo, receipt -> receipt.undone(reason));
    }

    Ledger changing(String receiptNo, UnaryOperator<Receipt> change) {
        var changed = receipts.stream()
                .map(receipt -> receipt.receiptNo().equals(receiptNo) ? change.apply(receipt) : receipt)
                .toList();
        return new Ledger(receivables, changed, creditNotes);
    }

    static <T> List<T> adding(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
