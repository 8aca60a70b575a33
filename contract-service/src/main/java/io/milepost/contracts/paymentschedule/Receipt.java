package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, which instalments it paid, and what of it went out again.
 *
 * @param from the contract from which it was moved here; null where a customer paid it
 * @param reversedFor the reason why it went back; null while it is here
 */
record Receipt(
        String receiptNo,
        Money amount,
        LocalDate receivedOn,
        @Nullable UUID from,
        List<Share> shares,
        List<Given> given,
        @Nullable String reversedFor) {
    Receipt {
        shares = List.copyOf(shares);
        given = List.copyOf(given);
    }

    /** What of a receipt went to one instalment. */
    record Share(int number, Money amount) {}

    /**
     * What of a receipt was surplus and went out again.
     *
     * @param number of the voucher or of the transfer
     * @param to the contract to which it was moved; null where it was refunded
     */
    record Given(String number, Money amount, @Nullable UUID to, String reason, LocalDate on) {
        static Given of(PaymentMovedOut moved) {
            return new Given(moved.transferNo(), moved.amount(), moved.toContractId(), moved.reason(), moved.on());
        }
    }

    static Receipt of(PaymentReceived received) {
        return new Receipt(
                received.receiptNo(), received.amount(), received.receivedOn(), null, List.of(), List.of(), null);
    }

    static Receipt of(PaymentMovedIn moved) {
        return new Receipt(
                moved.transferNo(),
                moved.amount(),
                moved.receivedOn(),
                moved.fromContractId(),
                List.of(),
                List.of(),
                null);
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

    Optional<Given> given(String number, boolean moved) {
        return given.stream()
                .filter(one -> moved == (one.to() != null) && Codes.same(one.number(), number))
                .findFirst();
    }

    Money unmatched() {
        return Stream.concat(shares.stream().map(Share::amount), given.stream().map(Given::amount))
                .reduce(amount, Money::minus);
    }

    Receipt matched(Share share) {
        return with(Ledger.adding(shares, share), given, reversedFor);
    }

    /** It has paid so much less of the instalment. */
    Receipt released(int number, Money free) {
        var others = shares.stream().filter(share -> share.number() != number);
        var left = paidOf(number, amount.currency()).minus(free);
        var rest = left.isPositive() ? Stream.of(new Share(number, left)) : Stream.<Share>of();
        return with(Stream.concat(others, rest).toList(), given, reversedFor);
    }

    Receipt giving(Given out) {
        return with(shares, Ledger.adding(given, out), reversedFor);
    }

    /** What was moved away is here again. */
    Receipt restored(String transferNo) {
        var kept = given.stream().filter(one -> one.to() == null || !Codes.same(one.number(), transferNo));
        return with(shares, kept.toList(), reversedFor);
    }

    /** It paid nothing after all. */
    Receipt undone(String reason) {
        return with(List.of(), given, reason);
    }

    private Receipt with(List<Share> paid, List<Given> out, @Nullable String reason) {
        return new Receipt(receiptNo, amount, receivedOn, from, paid, out, reason);
    }
}
