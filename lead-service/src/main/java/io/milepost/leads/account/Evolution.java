package io.milepost.leads.account;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.*;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an account is after an event. */
final class Evolution {

    private Evolution() {}

    static Account evolve(Account account, AccountEvent event) {
        var relation = account.relation();
        return switch (event) {
            case AccountOpened _ -> account;
            case AccountProfileUpdated(var _, var profile, var duplicates) ->
                known(account, profile, account.likeness().ofProfile(duplicates));
            case AccountContactAdded added ->
                reached(account, joined(account, added), account.likeness().ofContact(added.duplicates()));
            case AccountInterestRecorded interest ->
                new Account(
                        account.profile(),
                        account.contacts(),
                        interest,
                        account.flags(),
                        relation,
                        account.likeness(),
                        account.merged());
            case AccountBecameCustomer signed -> related(account, relation.signed(signed));
            case AccountActivityNoted(var on, var _) -> related(account, relation.activeOn(on));
            case AccountBecameDormant dormant -> related(account, relation.asleep(dormant));
            case AccountReactivated(var on, var _) -> related(account, relation.activeOn(on));
            case AccountFlagged flagged ->
                flagged(account, Stream.concat(others(account, flagged.flag()), Stream.of(flagged)));
            case AccountUnflagged(var flag, var _) -> flagged(account, others(account, flag));
            case AccountMerged merged -> merged(account, merged);
            case AccountUnmerged(var _, var _, var holder) ->
                known(
                        merged(account, null),
                        holder == null ? account.profile() : account.profile().withoutNumber(),
                        account.likeness());
            case AccountAbsorbed absorbed ->
                reached(
                        related(account, relation.with(absorbed)),
                        own(account, absorbed.accountId()),
                        account.likeness());
            case AccountReleased(var other, var _) ->
                reached(related(account, relation.without(other)), own(account, other), account.likeness());
            case AccountDuplicateDismissed(var other, var _) ->
                known(account, account.profile(), account.likeness().keptApart(other));
        };
    }

    private static Account known(Account account, Profile profile, Likeness likeness) {
        return new Account(
                profile,
                account.contacts(),
                account.interest(),
                account.flags(),
                account.relation(),
                likeness,
                account.merged());
    }

    private static Account reached(Account account, List<Contact> contacts, Likeness likeness) {
        return new Account(
                account.profile(),
                contacts,
                account.interest(),
                account.flags(),
                account.relation(),
                likeness,
                account.merged());
    }

    private static Account related(Account account, Relation relation) {
        return new Account(
                account.profile(),
                account.contacts(),
                account.interest(),
                account.flags(),
                relation,
                account.likeness(),
                account.merged());
    }

    private static Account flagged(Account account, Stream<AccountFlagged> flags) {
        return new Account(
                account.profile(),
                account.contacts(),
                account.interest(),
                flags.toList(),
                account.relation(),
                account.likeness(),
                account.merged());
    }

    private static Account merged(Account account, @Nullable AccountMerged merged) {
        return new Account(
                account.profile(),
                account.contacts(),
                account.interest(),
                account.flags(),
                account.relation(),
                account.likeness(),
                merged);
    }

    private static List<Contact> joined(Account account, AccountContactAdded added) {
        var contact = new Contact(
                added.contactId(),
                added.name(),
                added.position(),
                added.phone(),
                added.email(),
                Objects.requireNonNullElse(added.contactKeys(), List.of()),
                added.from(),
                added.positionKey());
        return Stream.concat(account.contacts().stream(), Stream.of(contact)).toList();
    }

    /** Without those that were taken over from that account. */
    private static List<Contact> own(Account account, UUID other) {
        return account.contacts().stream()
                .filter(contact -> !other.equals(contact.from()))
                .toList();
    }

    private static Stream<AccountFlagged> others(Account account, Flag flag) {
        return account.flags().stream().filter(flagged -> flagged.flag() != flag);
    }
}
