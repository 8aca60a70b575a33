package io.milepost.leads.account;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Accounts that tests begin with. */
final class Accounts {
    static final Scenario<Account, Command, AccountEvent> NOBODY = Scenario.of(ACCOUNT);
    static final Money REVENUE = Money.of("1100.04", "USD");
    static final Profile ACME =
            new Profile("Acme", "technology", 1996, REVENUE, 2822, "Ohio", null, "91-31 0115x", "CN");
    static final AccountOpened OPENED = new AccountOpened(ACME, List.of());
    static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    static final UUID PERSON = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    static final LocalDate DAY = LocalDate.parse("2026-03-01");
    static final AccountBecameCustomer SIGNED = new AccountBecameCustomer(CONTRACT, DAY, null);

    private Accounts() {}

    static Profile named(String name) {
        return new Profile(name, null, null, null, null, null, null, null, null);
    }

    static UpdateProfile renamed(String name) {
        return new UpdateProfile(name, null, null, null, null, null, null, null, null);
    }

    static AccountContactAdded contact(UUID id, String name, List<String> keys, UUID from) {
        return new AccountContactAdded(id, name, null, null, null, keys, from, from == null ? List.of() : null, null);
    }
}
