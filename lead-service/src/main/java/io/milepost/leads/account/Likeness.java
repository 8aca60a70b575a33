package io.milepost.leads.account;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.kernel.ContactKey;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an account looks like. The first account with a key holds it, also once it is merged, and leads to the one that stands for it; a
 * later one with the same key is let through and says whose key it shares. A registration number of a country is one account's alone.
 *
 * @param duplicates the other accounts that held a key of this one when its keys last changed
 * @param apart those of them that were said to be other customers; they go on holding their keys
 */
record Likeness(List<Duplicate> duplicates, Set<UUID> apart) {
    static final Likeness NONE = new Likeness(List.of(), Set.of());

    /** Under which an account claims its registration number. */
    static final String REGISTRATION = "account-registration";

    Likeness {
        duplicates = List.copyOf(duplicates);
        apart = Set.copyOf(apart);
    }

    /** The tag key of a trait. */
    static String tag(Trait trait) {
        return switch (trait) {
            case NAME -> "account-name";
            case NUMBER -> "account-number";
            case CONTACT -> "account-contact";
        };
    }

    /** By name and number; the keys of its contacts stand in the events that bring them. */
    static Stream<Key> keys(Profile profile) {
        return Stream.concat(key(Trait.NAME, letters(profile.name())), key(Trait.NUMBER, number(profile)));
    }

    /** The number within the register of its country; one without a country is of a register of its own. */
    static Optional<String> registration(Profile profile) {
        var country = profile.country();
        return number(profile).map(number -> country == null ? number : country + " " + number);
    }

    /** The other accounts that hold these keys. */
    static List<Duplicate> found(Stream<Key> keys, Occasion occasion) {
        return keys.distinct()
                .flatMap(key -> occasion.holderOf(tag(key.trait()), key.value()).stream()
                        .map(holder -> new Duplicate(holder, key.trait(), key.value())))
                .toList();
    }

    /** Another profile has other duplicates. */
    Likeness ofProfile(@Nullable List<Duplicate> found) {
        return with(duplicates.stream().filter(duplicate -> duplicate.trait() == Trait.CONTACT), found);
    }

    /** One contact more may have more of them. */
    Likeness ofContact(@Nullable List<Duplicate> found) {
        return with(duplicates.stream(), found);
    }

    private Likeness with(Stream<Duplicate> kept, @Nullable List<Duplicate> found) {
        return found == null
                ? this
                : new Likeness(Stream.concat(kept, found.stream()).distinct().toList(), apart);
    }

    Likeness keptApart(UUID other) {
        return new Likeness(
                duplicates,
                Set.copyOf(Stream.concat(apart.stream(), Stream.of(other)).toList()));
    }

    /** Those that may be the same customer: neither said to be another one, nor one for which the account stands. */
    List<Duplicate> possible(Relation relation) {
        return duplicates.stream()
                .filter(duplicate ->
                        !apart.contains(duplicate.accountId()) && !relation.standsFor(duplicate.accountId()))
                .toList();
    }

    boolean isFirst(Key key) {
        return duplicates.stream()
                .noneMatch(
                        other -> other.trait() == key.trait() && other.value().equals(key.value()));
    }

    private static Stream<Key> key(Trait trait, Optional<String> value) {
        return value.map(present -> new Key(trait, present)).stream();
    }

    private static Optional<String> number(Profile profile) {
        return Optional.ofNullable(ContactKey.companyNumber(profile.registrationNumber()));
    }

    /** Case, blanks and punctuation make no other name. */
    private static Optional<String> letters(String name) {
        var letters = Codes.canonical(name).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
        return Optional.of(letters).filter(some -> !some.isEmpty());
    }
}
