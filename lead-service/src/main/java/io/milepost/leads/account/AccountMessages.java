package io.milepost.leads.account;

import static io.milepost.platform.catalogue.Role.IMPORTER;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.leads.account.domain.Account;
import io.milepost.leads.account.domain.AccountCommand;
import io.milepost.leads.account.domain.AccountCommand.AddContact;
import io.milepost.leads.account.domain.AccountCommand.BecomeCustomer;
import io.milepost.leads.account.domain.AccountCommand.OpenAccount;
import io.milepost.leads.account.domain.AccountCommand.UpdateProfile;
import io.milepost.leads.account.domain.AccountEvent;
import io.milepost.leads.account.domain.AccountEvent.AccountBecameCustomer;
import io.milepost.leads.account.domain.AccountEvent.AccountContactAdded;
import io.milepost.leads.account.domain.AccountEvent.AccountOpened;
import io.milepost.leads.account.domain.AccountEvent.AccountProfileUpdated;
import io.milepost.leads.account.domain.AccountRefusal;
import io.milepost.leads.account.domain.AccountView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The account's commands and events, with paths, roles, names and personal fields. */
public final class AccountMessages {

    public static final Catalogue<Account, AccountCommand, AccountEvent> ACCOUNT = Catalogue.of(
                    "account",
                    "accounts",
                    new Decider<Account, AccountCommand, AccountEvent>(
                            new Account.Unknown(), Account::decide, Account::evolve))
            .creates(OpenAccount.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(UpdateProfile.class, SALES_REP, SALES_MANAGER)
            .command(AddContact.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(AddContact.class, "person", AccountMessages::person)
            .command(BecomeCustomer.class)
            .event(AccountOpened.class, "account.opened", 1)
            .event(AccountProfileUpdated.class, "account.profile-updated", 1)
            .event(AccountContactAdded.class, "account.contact-added", 1)
            .personal(AccountContactAdded.class, (_, added) -> added.contactId(), "name", "phone", "email")
            .event(AccountBecameCustomer.class, "account.became-customer", 1)
            .refusals(AccountRefusal.class)
            .view(AccountView.class, AccountView::of);

    private AccountMessages() {}

    private static String person(AddContact add) {
        return Stream.of(add.name(), add.phone(), add.email())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
