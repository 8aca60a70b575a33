package io.milepost.delivery.inbound.lead;

import java.time.LocalDate;

/** {@code register-book.recovered}: on which day. The book is the event's subject. */
public record RegisterBookRecovered(LocalDate on) {}
