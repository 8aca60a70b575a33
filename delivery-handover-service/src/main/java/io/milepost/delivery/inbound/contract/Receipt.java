package io.milepost.delivery.inbound.contract;

import io.milepost.platform.value.Money;

/** {@code payment-schedule.payment-received} and {@code payment-schedule.payment-reversed}: which money. The schedule has the id of its contract and is the event's subject. */
public record Receipt(String receiptNo, Money amount) {}
