package io.milepost.leads.account.domain;

import static io.milepost.leads.account.domain.AccountRefusal.ACCOUNT_ALREADY_OPEN;
import static io.milepost.leads.account.domain.AccountRefusal.ACCOUNT_UNKNOWN;
import static io.milepost.leads.account.domain.AccountRefusal.CONTACT_ALREADY_ADDED;
import static io.milepost.leads.account.domain.AccountRefusal.NAME_MISSING;
import static io.milepost.leads.account.domain.AccountRefusal.NEGATIVE_FIGURE;
import static io.milepost.leads.account.domain.AccountRefusal.YEAR_IMPLAUSIBLE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.leads.account.domain.AccountCommand.AddContact;
import io.milepost.leads.account.domain.AccountCommand.BecomeCustomer;
import io.milepost.leads.account.domain.AccountCommand.OpenAccount;
import io.milepost.leads.account.domain.AccountCommand.UpdateProfile;
import io.milepost.leads.account.domain.AccountEvent.AccountBecameCustomer;
import io.milepost.leads.account.domain.AccountEvent.AccountContactAdded;
import io.milepost.leads.account.domain.AccountEvent.AccountOpened;
import io.milepost.leads.account.domain.AccountEvent.AccountProfileUpdated;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer company. */
public sealed interface Account {
    /** Before which no company was founded that is still there. */
    int FIRST_YEAR = 500;

    record Unknown() implements Account {}

    /**
     * A prospect until its first contract is signed.
     *
     * @param customer since when it is a customer, and by which contract
     */
    record Opened(
            Profile profile,
            List<Contact> contacts,
            @Nullable AccountBecameCustomer customer) implements Account {
        public Opened {
            contacts = List.copyOf(contacts);
        }
    }

    static Decision<AccountEvent> decide(Account state, AccountCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case OpenAccount open -> open(Profile.of(open), occasion.today());
                    case UpdateProfile _, AddContact _, BecomeCustomer _ -> refused(ACCOUNT_UNKNOWN);
                };
            case Opened account ->
                switch (command) {
                    case OpenAccount _ -> refused(ACCOUNT_ALREADY_OPEN);
                    case UpdateProfile update -> update(account.profile(), update, occasion.today());
                    case AddContact add -> add(account, add, occasion);
                    case BecomeCustomer(var contract, var on) ->
                        account.customer() == null ? accepted(new AccountBecameCustomer(contract, on)) : unchanged();
                };
        };
    }

    static Account evolve(Account state, AccountEvent event) {
        return switch (event) {
            case AccountOpened(var profile) -> new Opened(profile, List.of(), null);
            case AccountProfileUpdated(var _, var profile) -> {
                var account = (Opened) state;
                yield new Opened(profile, account.contacts(), account.customer());
            }
            case AccountContactAdded(var id, var name, var position, var phone, var email) -> {
                var account = (Opened) state;
                var contacts = new ArrayList<>(account.contacts());
                contacts.add(new Contact(id, name, position, phone, email));
                yield new Opened(account.profile(), contacts, account.customer());
            }
            case AccountBecameCustomer customer -> {
                var account = (Opened) state;
                yield new Opened(account.profile(), account.contacts(), customer);
            }
        };
    }

    private static Decision<AccountEvent> open(Profile profile, LocalDate today) {
        var fault = fault(profile.name(), profile.foundedYear(), profile.annualRevenue(), profile.employees(), today);
        return fault.isPresent() ? fault.get() : accepted(new AccountOpened(profile));
    }

    private static Decision<AccountEvent> update(Profile previous, UpdateProfile update, LocalDate today) {
        var profile = previous.updatedBy(update);
        if (profile.equals(previous)) {
            return unchanged();
        }
        var fault = fault(update.name(), update.foundedYear(), update.annualRevenue(), update.employees(), today);
        return fault.isPresent() ? fault.get() : accepted(new AccountProfileUpdated(previous, profile));
    }

    private static Decision<AccountEvent> add(Opened account, AddContact add, Occasion occasion) {
        if (add.name().isBlank()) {
            return refused(NAME_MISSING).at("/name");
        }
        var id = Optional.ofNullable(add.contactId()).orElseGet(() -> contactId(occasion));
        var known = account.contacts().stream()
                .filter(contact -> contact.contactId().equals(id))
                .findFirst();
        if (known.isEmpty()) {
            return accepted(new AccountContactAdded(id, add.name(), add.position(), add.phone(), add.email()));
        }
        if (add.contactId() != null) {
            return refused(CONTACT_ALREADY_ADDED).at("/contactId");
        }
        return Objects.equals(add.position(), known.get().position())
                ? unchanged()
                : refused(CONTACT_ALREADY_ADDED).at("/position");
    }

    /** The same person added twice gets the same id, without the domain ever comparing who it is. */
    private static UUID contactId(Occasion occasion) {
        var person = occasion.digest("person").orElse("");
        return UUID.nameUUIDFromBytes(
                "contact of %s: %s".formatted(occasion.id(), person).getBytes(UTF_8));
    }

    /** Of what is stated; null is not. */
    private static Optional<Refused<AccountEvent>> fault(
            @Nullable String name,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            LocalDate today) {
        if (name != null && name.isBlank()) {
            return Optional.of(refused(NAME_MISSING).at("/name"));
        }
        if (foundedYear != null && (foundedYear <= FIRST_YEAR || foundedYear > today.getYear() + 1)) {
            return Optional.of(refused(YEAR_IMPLAUSIBLE).at("/foundedYear"));
        }
        if (annualRevenue != null && annualRevenue.isNegative()) {
            return Optional.of(refused(NEGATIVE_FIGURE).at("/annualRevenue"));
        }
        if (employees != null && employees < 0) {
            return Optional.of(refused(NEGATIVE_FIGURE).at("/employees"));
        }
        return Optional.empty();
    }

    private static Refused<AccountEvent> refused(AccountRefusal reason) {
        return Decision.refused(reason);
    }
}
