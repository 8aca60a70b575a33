package io.milepost.leads.account.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who speaks for an account; name, phone and e-mail are opaque here. */
public record Contact(
        UUID contactId,
        String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String email) {}
