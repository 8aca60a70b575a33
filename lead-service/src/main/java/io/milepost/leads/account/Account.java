package io.milepost.leads.account;

import static io.milepost.leads.account.Account.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer company: a prospect until its first contract is signed.
 *
 * @param customer since when it is a customer, and by which contract
 */
public record Account(
        Profile profile, List<Contact> contacts, @Nullable AccountBecameCustomer customer) {
    static final Decider<Account, Command, Event> DECIDER =
            new Decider<>(Account::decide, Account::begin, Account::evolve);

    /** No company that was founded in this year or before is still there. */
    private static final int TOO_EARLY = 500;

    public record OpenAccount(
            String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName) {}

    /** What may be asked of an account that is open. */
    public sealed interface Command {}

    /** What is given replaces what is known; what is absent stays. */
    public record UpdateProfile(
            @Nullable String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName)
            implements Command {}

    /**
     * Adds a person who speaks for the company.
     *
     * @param contactId the caller's id for this person; derived from the account and the person when absent
     */
    public record AddContact(
            @Nullable UUID contactId,
            String name,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email)
            implements Command {}

    /** Sent by the automation on a signed contract, by nobody else. */
    public record BecomeCustomer(UUID contractId, LocalDate on) implements Command {}

    public sealed interface Event {}

    public record AccountOpened(Profile profile) implements Event {}

    /** The whole profile before and after, so that a reader needs no history to see the change. */
    public record AccountProfileUpdated(Profile previous, Profile profile) implements Event {}

    /** The person's name, phone and e-mail are stored sealed. */
    public record AccountContactAdded(
            UUID contactId,
            String name,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email) implements Event {}

    public record AccountBecameCustomer(UUID contractId, LocalDate on) implements Event {}

    public enum No implements Refusal {
        CONTACT_ALREADY_ADDED(state("the account already has this contact, with another id or position")),
        NAME_MISSING(rule("a name needs at least one visible character")),
        NEGATIVE_FIGURE(rule("revenue and number of employees cannot be negative")),
        YEAR_IMPLAUSIBLE(rule("a company must have been founded after the year 500, and next year at the latest"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** A person who speaks for an account; name, phone and e-mail are opaque here. */
    public record Contact(
            UUID contactId,
            String name,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email) {}

    /** What is known about a company. No person is in it. */
    public record Profile(
            String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName) {

        Profile updatedBy(UpdateProfile update) {
            return new Profile(
                    Objects.requireNonNullElse(update.name(), name),
                    update.industry() == null ? industry : update.industry(),
                    update.foundedYear() == null ? foundedYear : update.foundedYear(),
                    update.annualRevenue() == null ? annualRevenue : update.annualRevenue(),
                    update.employees() == null ? employees : update.employees(),
                    update.location() == null ? location : update.location(),
                    update.parentName() == null ? parentName : update.parentName());
        }
    }

    public Account {
        contacts = List.copyOf(contacts);
    }

    static Decision<Event> open(OpenAccount open, Occasion occasion) {
        return plausible(open.name(), open.foundedYear(), open.annualRevenue(), open.employees(), occasion.today())
                .accept(() -> new AccountOpened(new Profile(
                        open.name(),
                        open.industry(),
                        open.foundedYear(),
                        open.annualRevenue(),
                        open.employees(),
                        open.location(),
                        open.parentName())));
    }

    static Decision<Event> decide(Account account, Command command, Occasion occasion) {
        return switch (command) {
            case UpdateProfile update -> account.update(update, occasion.today());
            case AddContact add -> account.add(add, occasion);
            case BecomeCustomer(var contract, var on) ->
                account.customer == null ? accepted(new AccountBecameCustomer(contract, on)) : unchanged();
        };
    }

    static Account begin(Event first) {
        return new Account(((AccountOpened) first).profile(), List.of(), null);
    }

    static Account evolve(Account account, Event event) {
        return switch (event) {
            case AccountOpened _ -> account;
            case AccountProfileUpdated(var _, var profile) -> new Account(profile, account.contacts, account.customer);
            case AccountContactAdded(var id, var name, var position, var phone, var email) ->
                account.with(new Contact(id, name, position, phone, email));
            case AccountBecameCustomer customer -> new Account(account.profile, account.contacts, customer);
        };
    }

    private Decision<Event> update(UpdateProfile update, LocalDate today) {
        var updated = profile.updatedBy(update);
        if (updated.equals(profile)) {
            return unchanged();
        }
        return plausible(update.name(), update.foundedYear(), update.annualRevenue(), update.employees(), today)
                .accept(() -> new AccountProfileUpdated(profile, updated));
    }

    private Decision<Event> add(AddContact add, Occasion occasion) {
        var id = Optional.ofNullable(add.contactId()).orElseGet(() -> contactId(occasion));
        var known = contacts.stream()
                .filter(contact -> contact.contactId().equals(id))
                .findFirst();
        return check().text("/name", add.name(), NAME_MISSING)
                .that(known.isEmpty() || add.contactId() == null, "/contactId", CONTACT_ALREADY_ADDED)
                .that(
                        known.isEmpty()
                                || Objects.equals(add.position(), known.get().position()),
                        "/position",
                        CONTACT_ALREADY_ADDED)
                .then(() -> known.isPresent()
                        ? unchanged()
                        : accepted(new AccountContactAdded(id, add.name(), add.position(), add.phone(), add.email())));
    }

    /** The same person added twice gets the same id, without the domain ever comparing who it is. */
    private static UUID contactId(Occasion occasion) {
        var person = occasion.digest("person").orElse("");
        return UUID.nameUUIDFromBytes(
                "contact of %s: %s".formatted(occasion.id(), person).getBytes(UTF_8));
    }

    private static Checks plausible(
            @Nullable String name,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            LocalDate today) {
        return check().text("/name", name, NAME_MISSING)
                .that(
                        foundedYear == null || (foundedYear > TOO_EARLY && foundedYear <= today.getYear() + 1),
                        "/foundedYear",
                        YEAR_IMPLAUSIBLE)
                .that(annualRevenue == null || !annualRevenue.isNegative(), "/annualRevenue", NEGATIVE_FIGURE)
                .that(employees == null || employees >= 0, "/employees", NEGATIVE_FIGURE);
    }

    private Account with(Contact contact) {
        return new Account(
                profile, Stream.concat(contacts.stream(), Stream.of(contact)).toList(), customer);
    }
}
