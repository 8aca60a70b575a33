package io.milepost.leads.account.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of an account. */
public sealed interface AccountCommand {

    record OpenAccount(
            String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName)
            implements AccountCommand {}

    /** What is given replaces what is known; what is absent stays. */
    record UpdateProfile(
            @Nullable String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName)
            implements AccountCommand {}

    /**
     * Adds a person who speaks for the company.
     *
     * @param contactId the caller's id for this person; derived from the account and the contact's number when absent
     */
    record AddContact(
            @Nullable UUID contactId,
            String name,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email)
            implements AccountCommand {}

    /** Sent by the automation on a signed contract, by nobody else. */
    record BecomeCustomer(UUID contractId, LocalDate on) implements AccountCommand {}
}
