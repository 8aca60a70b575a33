package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be paid of a contract and what has come in, each in the order in which it was planned or recorded. */
record Ledger(List<Receivable> receivables, List<Receipt> receipts) {
    Ledger {
        receivables = List.copyOf(receivables);
        receipts = List.copyOf(receipts);
    }

    /**
     * Money that came in, and which instalments it paid.
     *
     * @param reversedFor the reason why it went back; null while it is here
     */
    record Receipt(
            String receiptNo,
            Money amount,
            LocalDate receivedOn,
            List<Share> shares,
            @Nullable String reversedFor) {
        Receipt {
            shares = List.copyOf(shares);
        }

        static Receipt of(PaymentReceived received) {
            return new Receipt(received.receiptNo(), received.amount(), received.receivedOn(), List.of(), null);
        }

        boolean reversed() {
            return reversedFor != null;
        }

        boolean hasPaid(int number) {
            return shares.stream().anyMatch(share -> share.number() == number);
        }

        Money paidOf(int number, Currency currency) {
            return shares.stream()
                    .filter(share -> share.number() == number)
                    .map(Share::amount)
                    .reduce(Money.zero(currency), Money::plus);
        }

        /** It has paid so much less of the instalment. */
        Receipt released(int number, Money free) {
            var others = shares.stream().filter(share -> share.number() != number);
            var left = paidOf(number, amount.currency()).minus(free);
            var rest = left.isPositive() ? Stream.of(new Share(number, left)) : Stream.<Share>of();
            return new Receipt(
                    receiptNo, amount, receivedOn, Stream.concat(others, rest).toList(), reversedFor);
        }

        Money unmatched() {
            return shares.stream().map(Share::amount).reduce(amount, Money::minus);
        }

        Receipt matched(Share share) {
            return new Receipt(receiptNo, amount, receivedOn, adding(shares, share), reversedFor);
        }

        /** It paid nothing after all. */
        Receipt undone(String reason) {
            return new Receipt(receiptNo, amount, receivedOn, List.of(), reason);
        }
    }

    /** What of a receipt went to one instalment. */
    record Share(int number, Money amount) {}

    static Ledger of(List<Instalment> instalments) {
        return new Ledger(instalments.stream().map(Receivable::planned).toList(), List.of());
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

    boolean isCollected() {
        return receivables.stream().allMatch(Receivable::isPaid);
    }

    Ledger with(Receipt receipt) {
        return new Ledger(receivables, adding(receipts, receipt));
    }

    Ledger changing(int number, UnaryOperator<Receivable> change) {
        var parts = receivables.stream()
                .map(part -> part.number() == number ? change.apply(part) : part)
                .toList();
        return new Ledger(parts, receipts);
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
        return new Ledger(Stream.concat(parts, added).toList(), receipts);
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

    private Ledger changing(String receiptNo, UnaryOperator<Receipt> change) {
        var changed = receipts.stream()
                .map(receipt -> receipt.receiptNo().equals(receiptNo) ? change.apply(receipt) : receipt)
                .toList();
        return new Ledger(receivables, changed);
    }

    private static <T> List<T> adding(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
