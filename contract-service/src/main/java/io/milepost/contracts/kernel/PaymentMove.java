package io.milepost.contracts.kernel;

import java.time.LocalDate;

/** An instalment by date that a change puts off or brings forward, by its number in the payment schedule. */
public record PaymentMove(int instalment, LocalDate dueOn) {}
