package io.milepost.leads.account;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.leads.account.Account.*;
import io.milepost.platform.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The account's commands and events, with paths, roles, names and personal fields. */
public final class AccountCatalogue {

    public static final Catalogue<Account, Command, Event> ACCOUNT = Catalogue.of(
                    "account", "accounts", Account.DECIDER)
            .creates(OpenAccount.class, Account::open, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(UpdateProfile.class, SALES_REP, SALES_MANAGER)
            .command(AddContact.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(AddContact.class, "person", AccountCatalogue::person)
            .command(BecomeCustomer.class)
            .event(AccountOpened.class, "account.opened", 1)
            .event(AccountProfileUpdated.class, "account.profile-updated", 1)
            .event(AccountContactAdded.class, "account.contact-added", 1)
            .personal(AccountContactAdded.class, (_, added) -> added.contactId(), "name", "phone", "email")
            .event(AccountBecameCustomer.class, "account.became-customer", 1)
            .open()
            .refusals(No.class)
            .view(View.class, View::of);

    private AccountCatalogue() {}

    /**
     * What a read shows of an account.
     *
     * @param status PROSPECT or CUSTOMER
     * @param contractId the contract that made it a customer
     */
    public record View(
            String status,
            Profile profile,
            List<Contact> contacts,
            @Nullable LocalDate customerSince,
            @Nullable UUID contractId) {
        static View of(Account account) {
            var customer = account.customer();
            return customer == null
                    ? new View("PROSPECT", account.profile(), account.contacts(), null, null)
                    : new View("CUSTOMER", account.profile(), account.contacts(), customer.on(), customer.contractId());
        }
    }

    private static String person(AddContact add) {
        return Stream.of(add.name(), add.phone(), add.email())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
