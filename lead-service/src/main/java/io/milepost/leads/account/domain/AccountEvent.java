package io.milepost.leads.account.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to an account. */
public sealed interface AccountEvent {

    record AccountOpened(Profile profile) implements AccountEvent {}

    /** The whole profile before and after, so that a reader needs no history to see the change. */
    record AccountProfileUpdated(Profile previous, Profile profile) implements AccountEvent {}

    /** The person's name, phone and e-mail are stored sealed. */
    record AccountContactAdded(
            UUID contactId,
            String name,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email) implements AccountEvent {}

    record AccountBecameCustomer(UUID contractId, LocalDate on) implements AccountEvent {}
}
