package io.milepost.reporting.inbound.lead;

import java.util.UUID;

/** Types and fields of lead-service's account events that reports use. */
public final class AccountFacts {
    public static final String SOURCE = "lead";
    public static final String OPENED = "account.opened.v1";
    public static final String PROFILE_UPDATED = "account.profile-updated.v1";

    public static final String BECAME_CUSTOMER = "account.became-customer.v1";

    private AccountFacts() {}

    /** {@link #BECAME_CUSTOMER}: by its first contract. */
    public record BecameCustomer(UUID contractId) {}

    /** Both types: what the company is called from then on. */
    public record Named(Profile profile) {}

    /** Of {@link Named} what is read. */
    public record Profile(String name) {}
}
