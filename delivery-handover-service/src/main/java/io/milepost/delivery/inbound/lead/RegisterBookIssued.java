package io.milepost.delivery.inbound.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code register-book.issued}: for whose sales project; absent where it is for none. The book is the event's subject. */
public record RegisterBookIssued(@Nullable UUID opportunityId) {}
