package io.milepost.delivery.inbound.contract;

/** Of payment-schedule.advance-payment-received and advance-hold-lifted what we use. */
public record AdvanceSettled(int number) {}
