package io.milepost.reporting.inbound.lead;

import java.util.List;
import java.util.UUID;

/** Types and fields of lead-service's account events that reports use. */
public final class AccountFacts {
    public static final String SOURCE = "lead";
    public static final String OPENED = "account.opened.v1";
    public static final String PROFILE_UPDATED = "account.profile-updated.v1";

    public static final String BECAME_CUSTOMER = "account.became-customer.v1";

    public static final String MERGED = "account.merged.v1";
    public static final String UNMERGED = "account.unmerged.v1";
    public static final String ABSORBED = "account.absorbed.v1";
    public static final String RELEASED = "account.released.v1";

    private AccountFacts() {}

    /**
     * {@link #ABSORBED}: the account stands for another one too.
     *
     * @param standingFor accounts for which that one stands
     */
    public record Absorbed(UUID accountId, List<UUID> standingFor) {
        public Absorbed {
            standingFor = List.copyOf(standingFor);
        }
    }

    /** {@link #RELEASED}: it does no more. */
    public record Released(UUID accountId) {}

    /** {@link #BECAME_CUSTOMER}: by its first contract. */
    public record BecameCustomer(UUID contractId) {}

    /** Both types: what the company is called from then on. */
    public record Named(Profile profile) {}

    /** Of {@link Named} what is read. */
    public record Profile(String name) {}
}
