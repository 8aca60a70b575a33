package io.milepost.leads.account;

import static io.milepost.leads.account.Account.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two accounts of one customer become one, and two again where that was a mistake (R-019, decision 44). The merge is decided on the account
 * that gives way. The surviving one follows: it looks at the other as it is by then, so that it may be told late, twice or out of order.
 */
final class Merging {

    private Merging() {}

    /** What a merge has to know of the account that survives. */
    record Survivor(boolean merged, Set<Flag> flags) {
        Survivor {
            flags = Set.copyOf(flags);
        }

        static Survivor of(Account other) {
            return new Survivor(
                    other.merged() != null,
                    other.flags().stream().map(AccountFlagged::flag).collect(Collectors.toSet()));
        }
    }

    /** What the surviving account takes over from the other one. */
    record Merged(
            @Nullable UUID into,
            List<UUID> standingFor,
            @Nullable UUID contractId,
            @Nullable LocalDate customerSince,
            @Nullable LocalDate lastActiveOn,
            List<Contact> contacts) {
        Merged {
            standingFor = List.copyOf(standingFor);
            contacts = List.copyOf(contacts);
        }

        static Merged of(Account other) {
            var first = other.relation().first();
            return new Merged(
                    other.mergedInto(),
                    other.relation().standingFor(),
                    first.map(Relation.First::contractId).orElse(null),
                    first.map(Relation.First::on).orElse(null),
                    other.relation().lastActive().orElse(null),
                    other.contacts());
        }
    }

    static Decision<AccountEvent> merge(Account account, MergeAccount merge, Occasion occasion) {
        var before = account.merged();
        if (before != null) {
            return before.equals(new AccountMerged(merge.into(), merge.reason()))
                    ? unchanged()
                    : refused(ACCOUNT_MERGED, "account %s stands in its place".formatted(before.into()));
        }
        var survivor = occasion.read(Survivor.class);
        var kept = survivor.map(Survivor::flags).orElse(Set.of());
        return check().that(!merge.into().equals(occasion.id()), "/into", MERGE_WITH_ITSELF)
                .reason("/reason", merge.reason())
                .that(survivor.isPresent(), "/into", MERGE_TARGET_UNKNOWN)
                .that(survivor.filter(Survivor::merged).isEmpty(), "/into", MERGE_TARGET_MERGED)
                .that(
                        account.flags().stream().allMatch(flagged -> kept.contains(flagged.flag())),
                        "/into",
                        FLAG_WOULD_BE_LOST)
                .accept(() -> new AccountMerged(merge.into(), merge.reason()));
    }

    /** The registration number stays with whoever has it by now. */
    static Decision<AccountEvent> unmerge(Account account, String reason, Occasion occasion) {
        var merged = account.merged();
        if (merged == null) {
            return refused(ACCOUNT_NOT_MERGED);
        }
        var holder = Likeness.registration(account.profile())
                .flatMap(number -> occasion.holderOf(Likeness.REGISTRATION, number))
                .orElse(null);
        return check().reason("/reason", reason).accept(() -> new AccountUnmerged(merged.into(), reason, holder));
    }

    static Decision<AccountEvent> dismiss(Account account, DismissDuplicate apart) {
        var likeness = account.likeness();
        if (likeness.apart().contains(apart.accountId())) {
            return unchanged();
        }
        return check().that(
                        likeness.possible(account.relation()).stream()
                                .anyMatch(duplicate -> duplicate.accountId().equals(apart.accountId())),
                        "/accountId",
                        NOT_A_DUPLICATE)
                .reason("/reason", apart.reason())
                .accept(() -> new AccountDuplicateDismissed(apart.accountId(), apart.reason()));
    }

    static Decision<AccountEvent> absorb(Account account, UUID other, Occasion occasion) {
        return occasion.read(Merged.class)
                .filter(merged -> occasion.id().equals(merged.into()))
                .map(merged -> absorb(account, other, merged))
                .orElseGet(Decision::unchanged);
    }

    private static Decision<AccountEvent> absorb(Account account, UUID other, Merged merged) {
        var absorbed = new AccountAbsorbed(
                other,
                merged.standingFor(),
                merged.contractId(),
                merged.customerSince(),
                merged.lastActiveOn(),
                account.mergedInto());
        var contacts = merged.contacts().stream()
                .filter(contact -> isNobodyElse(account, contact, other))
                .map(contact -> new AccountContactAdded(
                        contact.contactId(),
                        contact.name(),
                        contact.position(),
                        contact.phone(),
                        contact.email(),
                        contact.contactKeys(),
                        other,
                        null,
                        contact.positionKey()))
                .toList();
        if (account.relation().absorbed().contains(absorbed) && hasAll(account, contacts)) {
            return unchanged();
        }
        var events = new ArrayList<AccountEvent>();
        events.add(absorbed);
        events.addAll(contacts);
        return accepted(events);
    }

    private static boolean isNobodyElse(Account account, Contact contact, UUID other) {
        return account.contacts().stream()
                .noneMatch(known -> known.contactId().equals(contact.contactId()) && !other.equals(known.from()));
    }

    private static boolean hasAll(Account account, List<AccountContactAdded> contacts) {
        return contacts.stream()
                .allMatch(added -> account.contacts().stream()
                        .anyMatch(known -> known.contactId().equals(added.contactId())));
    }

    static Decision<AccountEvent> release(Account account, UUID other, Occasion occasion) {
        boolean stillMerged = occasion.read(Merged.class)
                .filter(merged -> occasion.id().equals(merged.into()))
                .isPresent();
        return stillMerged || !account.relation().hasAbsorbed(other)
                ? unchanged()
                : accepted(new AccountReleased(other, account.mergedInto()));
    }
}
