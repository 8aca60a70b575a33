package io.milepost.leads.account;

import static io.milepost.leads.account.Account.No.*;
import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.account.Accounts.*;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.*;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is known of a customer, and which accounts look like the same one. */
class AccountTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(List.of(
            NAME_MISSING,
            NEGATIVE_FIGURE,
            YEAR_IMPLAUSIBLE,
            NUMBER_WITHOUT_DIGITS,
            COUNTRY_UNKNOWN,
            REGISTRATION_TAKEN,
            CONTACT_ALREADY_ADDED,
            INTEREST_MISSING,
            TEXT_MISSING));
    private static final Scenario<Account, Command, AccountEvent> NOBODY = Accounts.NOBODY.recording(REACHED);
    private static final OpenAccount OPEN =
            new OpenAccount("Acme", "technology", 1996, REVENUE, 2822, "Ohio", null, "91-31 0115x", "CN");
    private static final Scenario<Account, Command, AccountEvent> OPENED = NOBODY.given(Accounts.OPENED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-019: an account is opened with what is known of the company")
    void is_opened_once() {
        NOBODY.when(OPEN).then(Accounts.OPENED).when(OPEN).thenTaken();
    }

    @Test
    @DisplayName("R-019: needs a name, figures that can be, a number with digits and a country that there is")
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
                    .then(new AccountOpened(
                            new Profile("Acme", null, year, null, null, null, null, null, null), List.of()));
        }
        for (var number : List.of("", " ", "-/.", "\u200b")) {
            NOBODY.when(registered(number, "CN")).thenRefused(NUMBER_WITHOUT_DIGITS, "/registrationNumber");
        }
        for (var country : List.of("", "cn", "XX", "CHN", "China")) {
            NOBODY.when(registered("4711", country)).thenRefused(COUNTRY_UNKNOWN, "/country");
        }
        NOBODY.when(registered("4711", null)).then(opened("4711", null));
        NOBODY.when(registered(null, "DE")).then(opened(null, "DE"));
    }

    @Test
    @DisplayName("R-019, G02: a registration number of a country is one account's alone, however it is written")
    void a_registration_number_is_held_by_one() {
        NOBODY.when(OPEN)
                .holding("account-registration=CN 91310115X", OTHER)
                .thenRefused(REGISTRATION_TAKEN, "/registrationNumber");
        NOBODY.when(OPEN).holding("account-registration=DE 91310115X", OTHER).then(Accounts.OPENED);
        NOBODY.given(opened("4711", "DE"))
                .when(new UpdateProfile(null, null, null, null, null, null, null, "91310115X", "CN"))
                .holding("account-registration=CN 91310115X", OTHER)
                .thenRefused(REGISTRATION_TAKEN, "/registrationNumber");
        var row = ACCOUNT.command(OpenAccount.class);
        assertThat(row.claimed(OTHER, null, OPEN))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "account-registration=CN 91310115X", "account-number=91310115X", "account-name=ACME");
        assertThat(row.claimed(OTHER, null, registered(null, "CN")))
                .extracting(Object::toString)
                .containsExactly("account-name=ACME");
    }

    @Test
    @DisplayName(
            "R-019: an account with the name, number or contact of another is let through and says whose it shares")
    void possible_duplicates_are_shown_at_once() {
        var twice = NOBODY.when(OPEN)
                .holding("account-name=ACME", OTHER)
                .holding("account-number=91310115X", PERSON)
                .then(new AccountOpened(
                        ACME,
                        List.of(
                                new Duplicate(OTHER, Trait.NAME, "ACME"),
                                new Duplicate(PERSON, Trait.NUMBER, "91310115X"))));
        assertThat(AccountView.of(twice.state()).possibleDuplicates())
                .extracting(AccountView.Alike::accountId)
                .containsExactly(OTHER, PERSON);
        assertThat(AccountView.of(twice.state()).suspected()).isTrue();
        assertThat(AccountView.of(OPENED.state()).suspected()).isFalse();

        OPENED.when(new AddContact(PERSON, "Ann", null, "+1 555", "ann@x"))
                .digest("phone", "h1")
                .digest("email", "h2")
                .holding("account-contact=h2", OTHER)
                .then(new AccountContactAdded(
                        PERSON,
                        "Ann",
                        null,
                        "+1 555",
                        "ann@x",
                        List.of("h1", "h2"),
                        null,
                        List.of(new Duplicate(OTHER, Trait.CONTACT, "h2")),
                        null));
    }

    @Test
    @DisplayName(
            "R-019: names are alike whatever their case, blanks and punctuation; another name has other duplicates")
    void a_new_name_has_new_duplicates() {
        var twice = NOBODY.given(
                new AccountOpened(named("Acme, Inc."), List.of(new Duplicate(OTHER, Trait.NAME, "ACMEINC"))));
        assertThat(held(twice, "account-name")).as("the first one holds it").isEmpty();
        var bolt = twice.when(renamed("BOLT (gmbh)"))
                .then(new AccountProfileUpdated(named("Acme, Inc."), named("BOLT (gmbh)"), List.of()));
        assertThat(held(bolt, "account-name")).containsExactly("BOLTGMBH");
        assertThat(AccountView.of(bolt.state()).suspected()).isFalse();
        bolt.when(renamed("acme inc"))
                .holding("account-name=ACMEINC", OTHER)
                .then(new AccountProfileUpdated(
                        named("BOLT (gmbh)"), named("acme inc"), List.of(new Duplicate(OTHER, Trait.NAME, "ACMEINC"))));
        assertThat(held(NOBODY.given(new AccountOpened(named("!!!"), null)), "account-name"))
                .isEmpty();
    }

    @Test
    @DisplayName("R-019: what is given replaces what is known, the rest stays")
    void updates_its_profile() {
        var moved = new UpdateProfile(null, null, null, null, null, "Texas", "Acme Holding", null, null);
        var after =
                new Profile("Acme", "technology", 1996, REVENUE, 2822, "Texas", "Acme Holding", "91-31 0115x", "CN");
        OPENED.when(moved)
                .then(new AccountProfileUpdated(ACME, after, List.of()))
                .when(moved)
                .thenNothing();
        OPENED.when(renamed("")).thenRefused(NAME_MISSING, "/name");
        OPENED.when(new UpdateProfile(null, null, 99999, null, null, null, null, null, null))
                .thenRefused(YEAR_IMPLAUSIBLE, "/foundedYear");
    }

    @Test
    @DisplayName("R-019: what was stored before is read as it is; a year of before years were looked at stays")
    void reads_what_was_stored_before() {
        var old = new Profile("Acme", null, 99999, null, null, null, null, null, null);
        NOBODY.given(new AccountOpened(old, null))
                .when(new UpdateProfile(null, null, null, null, null, "Texas", null, null, null))
                .then(new AccountProfileUpdated(
                        old, new Profile("Acme", null, 99999, null, null, "Texas", null, null, null), List.of()));
        var stored = Json.events()
                .readValue(
                        "{\"contactId\": \"%s\", \"name\": \"sealed\", \"position\": \"buyer\"}".formatted(PERSON),
                        AccountContactAdded.class);
        var account = NOBODY.given(new AccountOpened(old, null), stored);
        assertThat(account.state().contacts())
                .containsExactly(new Contact(PERSON, "sealed", "buyer", null, null, List.of(), null, null));
    }

    @Test
    @DisplayName("R-019: a sealed position is known again by its hash, one that was stored open by its text")
    void knows_a_sealed_position_again() {
        var id = UUID.nameUUIDFromBytes(
                "contact of %s: h-ann".formatted(Scenario.ID).getBytes(UTF_8));
        var sealed = new AccountContactAdded(id, "sealed", "sealed", null, null, List.of(), null, null, "h-buyer");
        OPENED.given(sealed)
                .when(new AddContact(null, "Ann", "buyer", null, null))
                .digest("person", "h-ann")
                .digest("position", "h-buyer")
                .thenNothing()
                .when(new AddContact(null, "Ann", "director", null, null))
                .digest("person", "h-ann")
                .digest("position", "h-director")
                .thenRefused(CONTACT_ALREADY_ADDED, "/position");
        var open = new AccountContactAdded(id, "sealed", "buyer", null, null, List.of(), null, null, null);
        OPENED.given(open)
                .when(new AddContact(null, "Ann", "buyer", null, null))
                .digest("person", "h-ann")
                .digest("position", "h-buyer")
                .thenNothing()
                .when(new AddContact(null, "Ann", "director", null, null))
                .digest("person", "h-ann")
                .digest("position", "h-director")
                .thenRefused(CONTACT_ALREADY_ADDED, "/position");
    }

    @Test
    @DisplayName("R-019: contacts are added once each, by the caller's id or by who they are")
    void adds_contacts() {
        var ann = new AddContact(PERSON, "Ann", "buyer", "+1 555 0100", null);
        OPENED.when(ann)
                .digest("phone", "h1")
                .then(new AccountContactAdded(
                        PERSON, "Ann", "buyer", "+1 555 0100", null, List.of("h1"), null, List.of(), null))
                .when(ann)
                .thenRefused(CONTACT_ALREADY_ADDED, "/contactId");
        OPENED.when(new AddContact(null, "", null, null, null)).thenRefused(NAME_MISSING, "/name");

        var unnumbered = new AddContact(null, "Bo", null, null, null);
        var bo = contactId(unnumbered, "h-bo");
        OPENED.when(unnumbered)
                .digest("person", "h-bo")
                .then(Accounts.contact(bo, "Bo", List.of(), null))
                .when(unnumbered)
                .digest("person", "h-bo")
                .thenNothing()
                .when(new AddContact(null, "Bo", "buyer", null, null))
                .digest("person", "h-bo")
                .thenRefused(CONTACT_ALREADY_ADDED, "/position");
        assertThat(contactId(unnumbered, "h-other")).isNotEqualTo(bo);
    }

    @Test
    @DisplayName("R-019: needs, preferences, intention and purchasing power are kept, piece by piece and once")
    void records_what_the_customer_looks_for() {
        var first = new AccountInterestRecorded("two presses", null, Degree.HIGH, null, "h1", null);
        var second = new AccountInterestRecorded("two presses", "blue", Degree.HIGH, Degree.LOW, "h1", "h2");
        OPENED.when(new RecordInterest("two presses", null, Degree.HIGH, null))
                .digest("needs", "h1")
                .then(first)
                .when(new RecordInterest("two presses", null, null, null))
                .digest("needs", "h1")
                .thenNothing()
                .when(new RecordInterest(null, "blue", null, Degree.LOW))
                .digest("preferences", "h2")
                .then(second);
        OPENED.when(new RecordInterest(null, null, null, null)).thenRefused(INTEREST_MISSING);
        OPENED.when(new RecordInterest(" ", null, null, null))
                .digest("needs", "h0")
                .thenRefused(TEXT_MISSING, "/needs");
        assertThat(AccountView.of(OPENED.given(second).state()).interest())
                .isEqualTo(new AccountView.Interest("two presses", "blue", Degree.HIGH, Degree.LOW));
    }

    @Test
    void nothing_happens_to_an_account_that_nobody_opened() {
        List<Command> commands = List.of(
                renamed("Acme"), new AddContact(PERSON, "Ann", null, null, null), new BecomeCustomer(CONTRACT, DAY));
        commands.forEach(command -> NOBODY.when(command).thenUnknown());
    }

    private static Collection<String> held(Scenario<Account, Command, AccountEvent> account, String key) {
        return ACCOUNT.holds().get(key).apply(account.state());
    }

    private static OpenAccount registered(String number, String country) {
        return new OpenAccount("Acme", null, null, null, null, null, null, number, country);
    }

    private static AccountOpened opened(String number, String country) {
        return new AccountOpened(new Profile("Acme", null, null, null, null, null, null, number, country), List.of());
    }

    private static OpenAccount profile(String name, Integer foundedYear, Money revenue, Integer employees) {
        return new OpenAccount(name, null, foundedYear, revenue, employees, null, null, null, null);
    }

    private static UUID contactId(AddContact add, String digest) {
        var decision = OPENED.when(add).digest("person", digest).decision();
        return ((AccountContactAdded) decision.events().getFirst()).contactId();
    }
}
