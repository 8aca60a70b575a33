package io.milepost.leads.account;

import io.milepost.leads.account.AccountEvent.*;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has passed between us and a customer.
 *
 * @param customer by which contract of its own it became a customer
 * @param active the last day of which activity is known besides its first contract
 * @param dormant since when it sleeps
 * @param absorbed the accounts for which it stands
 */
record Relation(
        @Nullable AccountBecameCustomer customer,
        @Nullable LocalDate active,
        @Nullable AccountBecameDormant dormant,
        List<AccountAbsorbed> absorbed) {
    static final Relation NONE = new Relation(null, null, null, List.of());

    Relation {
        absorbed = List.copyOf(absorbed);
    }

    /** The first contract of the account or of one for which it stands. */
    record First(UUID contractId, LocalDate on) {}

    Optional<First> first() {
        var own = customer == null ? Stream.<First>of() : Stream.of(new First(customer.contractId(), customer.on()));
        var others = absorbed.stream().flatMap(other -> {
            var contract = other.contractId();
            var since = other.customerSince();
            return contract == null || since == null ? Stream.<First>of() : Stream.of(new First(contract, since));
        });
        return Stream.concat(own, others).min(Comparator.comparing(First::on));
    }

    /** The last day of which any activity is known. */
    Optional<LocalDate> lastActive() {
        return Stream.of(
                        Stream.ofNullable(customer).map(AccountBecameCustomer::on),
                        Stream.ofNullable(active),
                        absorbed.stream().flatMap(other -> Stream.ofNullable(other.lastActiveOn())))
                .flatMap(days -> days)
                .max(Comparator.naturalOrder());
    }

    boolean hasAbsorbed(UUID other) {
        return absorbed.stream().anyMatch(known -> known.accountId().equals(other));
    }

    /** Whether that account was merged into this one, at once or in several steps. */
    boolean standsFor(UUID other) {
        return hasAbsorbed(other)
                || absorbed.stream().anyMatch(known -> known.standingFor().contains(other));
    }

    List<UUID> standingFor() {
        return absorbed.stream()
                .flatMap(known -> Stream.concat(Stream.of(known.accountId()), known.standingFor().stream()))
                .distinct()
                .toList();
    }

    Relation signed(AccountBecameCustomer signed) {
        return new Relation(signed, active, dormant, absorbed);
    }

    /** What happened before it fell asleep does not wake it. */
    Relation activeOn(LocalDate day) {
        var latest = active == null || day.isAfter(active) ? day : active;
        var asleep = dormant != null && day.isBefore(dormant.on()) ? dormant : null;
        return new Relation(customer, latest, asleep, absorbed);
    }

    Relation asleep(AccountBecameDormant since) {
        return new Relation(customer, active, since, absorbed);
    }

    Relation with(AccountAbsorbed other) {
        return new Relation(
                customer,
                active,
                dormant,
                Stream.concat(without(other.accountId()).absorbed().stream(), Stream.of(other))
                        .toList());
    }

    Relation without(UUID other) {
        return new Relation(
                customer,
                active,
                dormant,
                absorbed.stream()
                        .filter(known -> !known.accountId().equals(other))
                        .toList());
    }
}
