package io.milepost.contracts.paymentschedule.domain;

import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentReceived;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** What of the receipt went to one instalment. */
    record Share(int number, Money amount) {}

    static Receipt of(PaymentReceived received) {
        return new Receipt(received.receiptNo(), received.amount(), received.receivedOn(), List.of(), null);
    }

    boolean reversed() {
        return reversedFor != null;
    }

    boolean hasPaid(int number) {
        return shares.stream().anyMatch(share -> share.number() == number);
    }

    Money unmatched() {
        return shares.stream().map(Share::amount).reduce(amount, Money::minus);
    }

    Receipt matched(int number, Money part) {
        var more = new ArrayList<>(shares);
        more.add(new Share(number, part));
        return new Receipt(receiptNo, amount, receivedOn, more, reversedFor);
    }

    /** It paid nothing after all. */
    Receipt undone(String reason) {
        return new Receipt(receiptNo, amount, receivedOn, List.of(), reason);
    }
}
