package io.milepost.delivery.inbound.contract;

import io.milepost.platform.value.Money;

/**
 * {@code payment-schedule.payment-moved-out}, {@code payment-moved-in} and {@code payment-restored}: money that counts for another
 * contract, or again for the first one. Its number is that of a receipt where it goes to.
 */
public record Transfer(String transferNo, Money amount) {}
