package io.milepost.leads.account;

import static io.milepost.leads.account.Account.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.*;
import io.milepost.leads.kernel.ContactKey;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a customer, and which other accounts look like the same one. */
final class Profiling {
    /** No company that was founded in this year or before is still there. */
    private static final int TOO_EARLY = 500;

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Profiling() {}

    static Profile of(OpenAccount open) {
        return new Profile(
                open.name(),
                open.industry(),
                open.foundedYear(),
                open.annualRevenue(),
                open.employees(),
                open.location(),
                open.parentName(),
                open.registrationNumber(),
                open.country());
    }

    static Decision<AccountEvent> open(OpenAccount open, Occasion occasion) {
        var profile = of(open);
        var said = new UpdateProfile(
                open.name(),
                null,
                open.foundedYear(),
                open.annualRevenue(),
                open.employees(),
                null,
                null,
                open.registrationNumber(),
                open.country());
        return unheld(plausible(said, occasion.today()), profile, occasion)
                .accept(() -> new AccountOpened(profile, Likeness.found(Likeness.keys(profile), occasion)));
    }

    static Decision<AccountEvent> update(Account account, UpdateProfile update, Occasion occasion) {
        var profile = account.profile();
        var updated = profile.updatedBy(update);
        if (updated.equals(profile)) {
            return unchanged();
        }
        return unheld(plausible(update, occasion.today()), updated, occasion)
                .accept(() ->
                        new AccountProfileUpdated(profile, updated, Likeness.found(Likeness.keys(updated), occasion)));
    }

    static Decision<AccountEvent> add(Account account, AddContact add, Occasion occasion) {
        var id = Optional.ofNullable(add.contactId()).orElseGet(() -> contactId(occasion));
        var known = account.contacts().stream()
                .filter(contact -> contact.contactId().equals(id))
                .findFirst();
        return check().text("/name", add.name(), NAME_MISSING)
                .that(known.isEmpty() || add.contactId() == null, "/contactId", CONTACT_ALREADY_ADDED)
                .that(known.isEmpty() || isIn(known.get(), add, occasion), "/position", CONTACT_ALREADY_ADDED)
                .then(() -> known.isPresent() ? unchanged() : accepted(added(id, add, occasion)));
    }

    /** A position that was sealed is told by its hash, one from before that by its text. */
    private static boolean isIn(Account.Contact known, AddContact add, Occasion occasion) {
        return known.positionKey() == null
                ? occasion.isSame(known.position(), add.position())
                : occasion.digest("position")
                        .filter(known.positionKey()::equals)
                        .isPresent();
    }

    private static AccountContactAdded added(UUID id, AddContact add, Occasion occasion) {
        var keys = Stream.of("phone", "email")
                .flatMap(name -> occasion.digest(name).stream())
                .toList();
        var found = Likeness.found(keys.stream().map(value -> new Key(Trait.CONTACT, value)), occasion);
        var position = occasion.digest("position").orElse(null);
        return new AccountContactAdded(
                id, add.name(), add.position(), add.phone(), add.email(), keys, null, found, position);
    }

    /** The same person added twice gets the same id, without the domain ever comparing who it is. */
    private static UUID contactId(Occasion occasion) {
        var person = occasion.digest("person").orElse("");
        return UUID.nameUUIDFromBytes(
                "contact of %s: %s".formatted(occasion.id(), person).getBytes(UTF_8));
    }

    static Decision<AccountEvent> record(Account account, RecordInterest record, Occasion occasion) {
        var known = Objects.requireNonNullElseGet(
                account.interest(), () -> new AccountInterestRecorded(null, null, null, null, null, null));
        var needsKey = occasion.digest("needs");
        var preferencesKey = occasion.digest("preferences");
        var told = new AccountInterestRecorded(
                needsKey.isPresent() ? record.needs() : known.needs(),
                preferencesKey.isPresent() ? record.preferences() : known.preferences(),
                record.intention() == null ? known.intention() : record.intention(),
                record.purchasingPower() == null ? known.purchasingPower() : record.purchasingPower(),
                needsKey.orElse(known.needsKey()),
                preferencesKey.orElse(known.preferencesKey()));
        return check().that(says(record), INTEREST_MISSING)
                .text("/needs", record.needs())
                .text("/preferences", record.preferences())
                .then(() -> isSame(told, known) ? unchanged() : accepted(told));
    }

    private static boolean says(RecordInterest record) {
        return Stream.of(record.needs(), record.preferences(), record.intention(), record.purchasingPower())
                .anyMatch(Objects::nonNull);
    }

    /** The texts are sealed in what is known; their hashes tell whether they are the same. */
    private static boolean isSame(AccountInterestRecorded one, AccountInterestRecorded other) {
        return Objects.equals(one.needsKey(), other.needsKey())
                && Objects.equals(one.preferencesKey(), other.preferencesKey())
                && one.intention() == other.intention()
                && one.purchasingPower() == other.purchasingPower();
    }

    /** A number of a register is one account's alone, as long as that one is not merged into another. */
    private static Checks unheld(Checks checks, Profile profile, Occasion occasion) {
        var holder = Likeness.registration(profile).flatMap(number -> occasion.holderOf(Likeness.REGISTRATION, number));
        return checks.that(
                holder.isEmpty(),
                "/registrationNumber",
                REGISTRATION_TAKEN,
                "account %s has this registration number".formatted(holder.orElse(null)));
    }

    private static Checks plausible(UpdateProfile said, LocalDate today) {
        var founded = said.foundedYear();
        var revenue = said.annualRevenue();
        var number = said.registrationNumber();
        return check().text("/name", said.name(), NAME_MISSING)
                .that(
                        founded == null || (founded > TOO_EARLY && founded <= today.getYear() + 1),
                        "/foundedYear",
                        YEAR_IMPLAUSIBLE)
                .that(revenue == null || !revenue.isNegative(), "/annualRevenue", NEGATIVE_FIGURE)
                .that(said.employees() == null || said.employees() >= 0, "/employees", NEGATIVE_FIGURE)
                .that(
                        number == null || ContactKey.companyNumber(number) != null,
                        "/registrationNumber",
                        NUMBER_WITHOUT_DIGITS)
                .that(isCountry(said.country()), "/country", COUNTRY_UNKNOWN);
    }

    private static boolean isCountry(@Nullable String code) {
        return code == null || COUNTRIES.contains(code);
    }

    /** What an account would claim if it were given this command. */
    static List<String> claimed(Profile profile, Trait trait) {
        return Likeness.keys(profile)
                .filter(key -> key.trait() == trait)
                .map(Key::value)
                .toList();
    }
}
