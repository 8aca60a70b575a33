package io.milepost.reporting.inbound;

import io.milepost.platform.value.Money;

/** Money as it is on the wire. */
public record Amount(String amount, String currency) {
    public Amount {
        // Checked where it is read: what is no money must not become a number of a report.
        Money.of(amount, currency);
    }

    public long minor() {
        return Money.of(amount, currency).minor();
    }
}
