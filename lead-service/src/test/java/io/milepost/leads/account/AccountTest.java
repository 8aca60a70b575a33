package io.milepost.leads.account;

import static io.milepost.leads.account.Account.No.*;
import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(ACCOUNT);
    private static final Scenario<Account, Command, Event> NOBODY =
            Scenario.of(ACCOUNT).recording(REACHED);
    private static final Money REVENUE = Money.of("1100.04", "USD");
    private static final Profile ACME = new Profile("Acme", "technology", 1996, REVENUE, 2822, "Ohio", null);
    private static final OpenAccount OPEN = new OpenAccount("Acme", "technology", 1996, REVENUE, 2822, "Ohio", null);
    private static final Scenario<Account, Command, Event> OPENED = NOBODY.given(new AccountOpened(ACME));
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final UUID PERSON = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-019: an account is opened with what is known of the company")
    void is_opened_once() {
        NOBODY.when(OPEN).then(new AccountOpened(ACME)).when(OPEN).thenTaken();
    }

    @Test
    void needs_a_name_and_figures_that_can_be() {
        NOBODY.when(profile(" ", null, null, null)).thenRefused(NAME_MISSING, "/name");
        NOBODY.when(profile("Acme", 2026, Money.of("-0.01", "USD"), null))
                .thenRefused(NEGATIVE_FIGURE, "/annualRevenue");
        NOBODY.when(profile("Acme", 2026, null, -1)).thenRefused(NEGATIVE_FIGURE, "/employees");
        for (int year : List.of(-5, 0, 500, 2028, 99999)) {
            NOBODY.when(profile("Acme", year, null, null)).thenRefused(YEAR_IMPLAUSIBLE, "/foundedYear");
        }
        for (int year : List.of(501, 2027)) {
            NOBODY.when(profile("Acme", year, null, null))
                    .then(new AccountOpened(new Profile("Acme", null, year, null, null, null, null)));
        }
        NOBODY.when(profile("Acme", 2026, Money.of("0.00", "USD"), 0))
                .then(new AccountOpened(new Profile("Acme", null, 2026, Money.of("0.00", "USD"), 0, null, null)));
    }

    @Test
    @DisplayName("R-019: what is given replaces what is known, the rest stays")
    void updates_its_profile() {
        var moved = new UpdateProfile(null, null, null, null, null, "Texas", "Acme Holding");
        var after = new Profile("Acme", "technology", 1996, REVENUE, 2822, "Texas", "Acme Holding");
        OPENED.when(moved)
                .then(new AccountProfileUpdated(ACME, after))
                .when(moved)
                .thenNothing();
        OPENED.when(new UpdateProfile("", null, null, null, null, null, null)).thenRefused(NAME_MISSING, "/name");
        OPENED.when(new UpdateProfile(null, null, 99999, null, null, null, null))
                .thenRefused(YEAR_IMPLAUSIBLE, "/foundedYear");
    }

    @Test
    @DisplayName("A year from before years were looked at stays, and keeps nothing else from being updated")
    void updates_a_profile_with_an_old_fault() {
        var old = new Profile("Acme", null, 99999, null, null, null, null);
        NOBODY.given(new AccountOpened(old))
                .when(new UpdateProfile(null, null, null, null, null, "Texas", null))
                .then(new AccountProfileUpdated(old, new Profile("Acme", null, 99999, null, null, "Texas", null)));
    }

    @Test
    @DisplayName("R-019: contacts are added once each, by the caller's id or by who they are")
    void adds_contacts() {
        var ann = new AddContact(PERSON, "Ann", "buyer", "+1 555 0100", null);
        OPENED.when(ann)
                .then(new AccountContactAdded(PERSON, "Ann", "buyer", "+1 555 0100", null))
                .when(ann)
                .thenRefused(CONTACT_ALREADY_ADDED, "/contactId");
        OPENED.when(new AddContact(null, "", null, null, null)).thenRefused(NAME_MISSING, "/name");

        var unnumbered = new AddContact(null, "Bo", null, null, null);
        var bo = contactId(unnumbered, "h-bo");
        OPENED.when(unnumbered)
                .digest("person", "h-bo")
                .then(new AccountContactAdded(bo, "Bo", null, null, null))
                .when(unnumbered)
                .digest("person", "h-bo")
                .thenNothing()
                .when(new AddContact(null, "Bo", "buyer", null, null))
                .digest("person", "h-bo")
                .thenRefused(CONTACT_ALREADY_ADDED, "/position");
        assertThat(contactId(unnumbered, "h-other")).isNotEqualTo(bo);
    }

    @Test
    @DisplayName("The first signed contract makes a customer, a second changes nothing")
    void becomes_a_customer_once() {
        OPENED.when(new BecomeCustomer(CONTRACT, DAY))
                .then(new AccountBecameCustomer(CONTRACT, DAY))
                .when(new BecomeCustomer(CONTRACT, DAY))
                .thenNothing()
                .when(new BecomeCustomer(PERSON, DAY.plusDays(1)))
                .thenNothing();
    }

    @Test
    void nothing_happens_to_an_account_that_nobody_opened() {
        List<Command> commands = List.of(
                new UpdateProfile("Acme", null, null, null, null, null, null),
                new AddContact(PERSON, "Ann", null, null, null),
                new BecomeCustomer(CONTRACT, DAY));
        commands.forEach(command -> NOBODY.when(command).thenUnknown());
    }

    @Test
    void shows_its_status_in_the_words_of_the_domain() {
        assertThat(View.of(OPENED.state()).status()).isEqualTo("PROSPECT");
        var customer = View.of(OPENED.given(
                        new AccountContactAdded(PERSON, "sealed", null, null, null),
                        new AccountBecameCustomer(CONTRACT, DAY))
                .state());
        assertThat(customer.status()).isEqualTo("CUSTOMER");
        assertThat(customer.customerSince()).isEqualTo(DAY);
        assertThat(customer.contacts()).hasSize(1);
    }

    private static OpenAccount profile(String name, Integer foundedYear, Money revenue, Integer employees) {
        return new OpenAccount(name, null, foundedYear, revenue, employees, null, null);
    }

    private static UUID contactId(AddContact add, String digest) {
        var decision = OPENED.when(add).digest("person", digest).decision();
        return ((AccountContactAdded) decision.events().getFirst()).contactId();
    }
}
