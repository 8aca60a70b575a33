package io.milepost.contracts.paymentschedule.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Money that came in, and which instalments it paid. */
record Receipt(String receiptNo, Money amount, LocalDate receivedOn, List<Share> shares, boolean reversed) {
    Receipt {
        shares = List.copyOf(shares);
    }

    /** What of the receipt went to one instalment. */
    record Share(int number, Money amount) {}

    Money unmatched() {
        return shares.stream().map(Share::amount).reduce(amount, Money::minus);
    }

    Receipt matched(int number, Money part) {
        var more = new ArrayList<>(shares);
        more.add(new Share(number, part));
        return new Receipt(receiptNo, amount, receivedOn, more, reversed);
    }

    /** It paid nothing after all. */
    Receipt undone() {
        return new Receipt(receiptNo, amount, receivedOn, List.of(), true);
    }
}
