package io.milepost.leads.account.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of an account.
 *
 * @param status PROSPECT or CUSTOMER
 * @param contractId the contract that made it a customer
 */
public record AccountView(
        String status,
        Profile profile,
        List<Contact> contacts,
        @Nullable LocalDate customerSince,
        @Nullable UUID contractId) {

    public static @Nullable AccountView of(Account state) {
        return switch (state) {
            case Account.Unknown _ -> null;
            case Account.Opened(var profile, var contacts, var customer)
            when customer == null -> new AccountView("PROSPECT", profile, contacts, null, null);
            case Account.Opened(var profile, var contacts, var customer) ->
                new AccountView("CUSTOMER", profile, contacts, customer.on(), customer.contractId());
        };
    }
}
