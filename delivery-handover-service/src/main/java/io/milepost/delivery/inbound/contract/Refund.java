package io.milepost.delivery.inbound.contract;

import io.milepost.platform.value.Money;

/** {@code payment-schedule.payment-refunded}: money that went back to the customer. The schedule has the id of its contract. */
public record Refund(String voucherNo, Money amount) {}
