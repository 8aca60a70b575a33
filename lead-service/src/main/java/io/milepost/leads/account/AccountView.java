package io.milepost.leads.account;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.AccountBecameDormant;
import io.milepost.leads.account.AccountEvent.AccountFlagged;
import io.milepost.platform.value.Moved;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of an account.
 *
 * @param status PROSPECT, CUSTOMER, DORMANT or MERGED
 * @param customerSince day of the first contract of the account or of one that was merged into it
 * @param contractId the contract that made it a customer
 * @param key whether it is flagged as a key customer
 * @param problem whether it is flagged as a problem customer
 * @param suspected whether another account may be the same customer
 * @param possibleDuplicates those accounts, and in what they are alike
 * @param standsFor accounts that were merged into this one
 */
public record AccountView(
        String status,
        Profile profile,
        List<Contact> contacts,
        @Nullable LocalDate customerSince,
        @Nullable UUID contractId,
        @Nullable Interest interest,
        boolean key,
        boolean problem,
        List<Flagged> flags,
        boolean suspected,
        List<Alike> possibleDuplicates,
        @Nullable LocalDate lastActiveOn,
        @Nullable LocalDate dormantSince,
        List<UUID> standsFor,
        @Nullable UUID mergedInto)
        implements Moved {

    /** What the customer looks for. */
    public record Interest(
            @Nullable String needs,
            @Nullable String preferences,
            @Nullable Degree intention,
            @Nullable Degree purchasingPower) {}

    /**
     * Why a sales manager looks after the customer.
     *
     * @param manager code of the sales manager who receives and coordinates the customer
     */
    public record Flagged(Flag flag, String reason, String manager) {}

    public record Alike(UUID accountId, Trait trait) {}

    static AccountView of(Account account) {
        var relation = account.relation();
        var first = relation.first();
        var possible = account.likeness().possible(relation).stream()
                .map(duplicate -> new Alike(duplicate.accountId(), duplicate.trait()))
                .distinct()
                .toList();
        return new AccountView(
                status(account),
                account.profile(),
                account.contacts(),
                first.map(Relation.First::on).orElse(null),
                first.map(Relation.First::contractId).orElse(null),
                Optional.ofNullable(account.interest())
                        .map(known -> new Interest(
                                known.needs(), known.preferences(), known.intention(), known.purchasingPower()))
                        .orElse(null),
                has(account, Flag.KEY),
                has(account, Flag.PROBLEM),
                account.flags().stream()
                        .map(flag -> new Flagged(flag.flag(), flag.reason(), flag.manager()))
                        .toList(),
                !possible.isEmpty(),
                possible,
                relation.lastActive().orElse(null),
                Optional.ofNullable(relation.dormant())
                        .map(AccountBecameDormant::on)
                        .orElse(null),
                relation.standingFor(),
                account.mergedInto());
    }

    @Override
    public @Nullable UUID movedTo() {
        return mergedInto;
    }

    private static String status(Account account) {
        if (account.merged() != null) {
            return "MERGED";
        }
        if (account.relation().first().isEmpty()) {
            return "PROSPECT";
        }
        return account.relation().dormant() == null ? "CUSTOMER" : "DORMANT";
    }

    private static boolean has(Account account, Flag flag) {
        return account.flags().stream().map(AccountFlagged::flag).anyMatch(flag::equals);
    }
}
