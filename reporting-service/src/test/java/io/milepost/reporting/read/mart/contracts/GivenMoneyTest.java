package io.milepost.reporting.read.mart.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.value.Money;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events of one contract's money, one after the other. */
class GivenMoneyTest {
    private @Nullable Receivables now;

    @Test
    @DisplayName("R-140: money that was refunded or moved away is not there, and what was moved in is")
    void what_went_out_again_is_not_received() {
        set();
        assertThat(received("payment-received", "400.00")).isEqualTo(usd("400.00"));
        assertThat(received("payment-refunded", "30.00")).isEqualTo(usd("370.00"));
        assertThat(received("payment-moved-out", "70.00")).isEqualTo(usd("300.00"));
        assertThat(received("payment-restored", "20.00")).isEqualTo(usd("320.00"));
        assertThat(received("payment-moved-in", "1.00")).isEqualTo(usd("321.00"));
        assertThat(received("payment-reversed", "1.00")).isEqualTo(usd("320.00"));
    }

    @Test
    @DisplayName("R-141: a credit note makes less due; a write-off is due still, and late no more")
    void what_was_given_up_is_not_late() {
        set();
        happened("instalment-became-due", "150.00");
        assertThat(first()).isEqualTo("150.00 due, 150.00 open");
        happened("credit-note-issued", "50.00");
        assertThat(first()).isEqualTo("100.00 due, 100.00 open");
        happened("instalment-written-off", "100.00");
        assertThat(first()).isEqualTo("100.00 due, 0.00 open");
        happened("instalment-write-off-withdrawn", "100.00");
        assertThat(first()).isEqualTo("100.00 due, 100.00 open");
    }

    private void set() {
        apply("set", "{\"owner\": \"kim\", \"value\": {\"amount\": \"1000.00\", \"currency\": \"USD\"}}");
    }

    private Money received(String event, String amount) {
        happened(event, amount);
        return known().received();
    }

    private void happened(String event, String amount) {
        apply(event, """
                {"receiptNo": "R", "number": 1, "amount": {"amount": "%s", "currency": "USD"},
                 "dueOn": "2026-03-01", "receivedOn": "2026-03-02", "on": "2026-03-03"}
                """.formatted(amount));
    }

    private void apply(String event, String json) {
        var fold = new PaymentFolding(ZoneOffset.UTC);
        var type = "payment-schedule." + event + ".v1";
        assertThat(fold.types()).contains(type);
        now = fold.apply(now, ProducerSamples.event("contract", type, json));
    }

    private String first() {
        var part = known().instalments().get("1");
        return "%s due, %s open".formatted(part.amount().amount(), part.open().amount());
    }

    private Receivables known() {
        assertThat(now).isNotNull();
        return now;
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
