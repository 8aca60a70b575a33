package io.milepost.leads.account;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.*;
import io.milepost.leads.kernel.ContactKey;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Claims;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account's commands and events, with paths, roles, names and personal fields. Its registration number is its alone, by the tag
 * {@code account-registration=}; by the others a later account learns whose name, number or contact it shares.
 */
public final class AccountCatalogue {
    private static final String COORDINATOR = "the sales manager to whom the flagged account was given";

    public static final Catalogue<Account, Command, AccountEvent> ACCOUNT = Catalogue.of(
                    "account", "accounts", Account.DECIDER)
            .creates(OpenAccount.class, Profiling::open, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(OpenAccount.class, Likeness.tag(Trait.NAME), opening(Trait.NAME))
            .claims(OpenAccount.class, Likeness.tag(Trait.NUMBER), opening(Trait.NUMBER))
            .claims(OpenAccount.class, Likeness.REGISTRATION, (_, _, open) -> registration(Profiling.of(open)))
            .command(UpdateProfile.class, SALES_REP, SALES_MANAGER)
            .claims(UpdateProfile.class, Likeness.tag(Trait.NAME), updating(Trait.NAME))
            .claims(UpdateProfile.class, Likeness.tag(Trait.NUMBER), updating(Trait.NUMBER))
            .claims(
                    UpdateProfile.class,
                    Likeness.REGISTRATION,
                    (_, account, update) -> account == null
                            ? List.of()
                            : registration(account.profile().updatedBy(update)))
            .command(AddContact.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(AddContact.class, "person", AccountCatalogue::person)
            .digest(AddContact.class, "position", AddContact::position)
            .digest(AddContact.class, "phone", add -> ContactKey.phone(add.phone()))
            .digest(AddContact.class, "email", add -> ContactKey.email(add.email()))
            .claims(
                    AddContact.class,
                    Likeness.tag(Trait.CONTACT),
                    Claims.withDigests((_, _, _) -> List.of(), List.of("phone", "email")))
            .command(RecordInterest.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(RecordInterest.class, "needs", RecordInterest::needs)
            .digest(RecordInterest.class, "preferences", RecordInterest::preferences)
            .command(BecomeCustomer.class)
            .command(NoteActivity.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(MarkDormant.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(MarkDormant.class, COORDINATOR, Account::managers)
            .command(FallDormant.class)
            .command(ReactivateAccount.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(FlagAccount.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(FlagAccount.class, "reason", FlagAccount::reason)
            .claims(FlagAccount.class, MemberCode.TAG, (_, _, flag) -> MemberCode.spellings(flag.manager()))
            .command(UnflagAccount.class, SALES_MANAGER, IMPORTER)
            .duty(UnflagAccount.class, COORDINATOR, Account::managers)
            .command(MergeAccount.class, SALES_MANAGER, IMPORTER)
            .duty(MergeAccount.class, COORDINATOR, Account::managers)
            .reads(
                    MergeAccount.class,
                    () -> AccountCatalogue.ACCOUNT,
                    (_, merge) -> merge.into(),
                    Merging.Survivor.class,
                    Merging.Survivor::of)
            .command(UnmergeAccount.class, SALES_MANAGER, IMPORTER)
            .claims(
                    UnmergeAccount.class,
                    Likeness.REGISTRATION,
                    (_, account, _) -> account == null ? List.of() : registration(account.profile()))
            .command(DismissDuplicate.class, SALES_MANAGER, IMPORTER)
            .command(AbsorbAccount.class)
            .reads(
                    AbsorbAccount.class,
                    () -> AccountCatalogue.ACCOUNT,
                    (_, absorb) -> absorb.accountId(),
                    Merging.Merged.class,
                    Merging.Merged::of)
            .command(ReleaseAccount.class)
            .reads(
                    ReleaseAccount.class,
                    () -> AccountCatalogue.ACCOUNT,
                    (_, release) -> release.accountId(),
                    Merging.Merged.class,
                    Merging.Merged::of)
            .holds(Likeness.tag(Trait.NAME), held(Trait.NAME))
            .holds(Likeness.tag(Trait.NUMBER), held(Trait.NUMBER))
            .holds(
                    Likeness.REGISTRATION,
                    account -> account.merged() == null ? registration(account.profile()) : List.of())
            .event(AccountOpened.class, "account.opened", 1)
            .tags(AccountOpened.class, opened -> tags(opened.profile()))
            .event(AccountProfileUpdated.class, "account.profile-updated", 1)
            .tags(AccountProfileUpdated.class, updated -> tags(updated.profile()))
            .event(AccountContactAdded.class, "account.contact-added", 1)
            .tags(AccountContactAdded.class, AccountCatalogue::tags)
            .personal(AccountContactAdded.class, (_, added) -> added.contactId(), "name", "position", "phone", "email")
            .event(AccountInterestRecorded.class, "account.interest-recorded", 1)
            .personal(AccountInterestRecorded.class, (id, _) -> id, "needs", "preferences")
            .event(AccountBecameCustomer.class, "account.became-customer", 1)
            .event(AccountActivityNoted.class, "account.activity-noted", 1)
            .event(AccountBecameDormant.class, "account.became-dormant", 1)
            .event(AccountReactivated.class, "account.reactivated", 1)
            .event(AccountFlagged.class, "account.flagged", 1)
            .personal(AccountFlagged.class, (id, _) -> id, "reason")
            .event(AccountUnflagged.class, "account.unflagged", 1)
            .personal(AccountUnflagged.class, (id, _) -> id, "reason")
            .event(AccountMerged.class, "account.merged", 1)
            .event(AccountUnmerged.class, "account.unmerged", 1)
            .event(AccountAbsorbed.class, "account.absorbed", 1)
            .event(AccountReleased.class, "account.released", 1)
            .event(AccountDuplicateDismissed.class, "account.duplicate-dismissed", 1)
            .open()
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE)
            .view(AccountView.class, AccountView::of);

    /** The sales manager is told of each customer that was given to him or her. */
    public static final NoticeRule<AccountFlagged> FLAGGED_NOTICE = notice("account-flagged")
            .on(ACCOUNT, AccountFlagged.class)
            .about(flagged -> flagged.flag().name())
            .concerning(AccountFlagged::manager)
            .to(OWNER);

    private AccountCatalogue() {}

    /** A customer of whom nothing was heard for so many days falls dormant when the last of them has ended. */
    public static Due<Account> dormantAfter(int days) {
        return new Due<>(
                "account-dormant-after-%d-days".formatted(days),
                ACCOUNT,
                FallDormant.class,
                account -> Attention.waitsForSleep(account)
                        ? account.relation().lastActive().stream()
                                .map(last -> DueDate.endOf(last.plusDays(days), new FallDormant(last)))
                                .toList()
                        : List.of());
    }

    private static Claims<Account, OpenAccount> opening(Trait trait) {
        return (_, _, open) -> Profiling.claimed(Profiling.of(open), trait);
    }

    private static Claims<Account, UpdateProfile> updating(Trait trait) {
        return (_, account, update) -> account == null
                ? List.of()
                : Profiling.claimed(account.profile().updatedBy(update), trait);
    }

    private static Function<Account, Collection<String>> held(Trait trait) {
        return account -> Likeness.keys(account.profile())
                .filter(key -> key.trait() == trait && account.likeness().isFirst(key))
                .map(Key::value)
                .toList();
    }

    private static List<String> registration(Profile profile) {
        return Likeness.registration(profile).stream().toList();
    }

    private static Set<Tag> tags(Profile profile) {
        return Stream.concat(
                        Likeness.keys(profile).map(AccountCatalogue::tag),
                        registration(profile).stream().map(number -> new Tag(Likeness.REGISTRATION, number)))
                .collect(Collectors.toSet());
    }

    /** A contact is never taken back, so its keys are held for good by the account that had them first. */
    private static Set<Tag> tags(AccountContactAdded added) {
        var keys = added.contactKeys();
        var duplicates = added.duplicates();
        return keys == null || duplicates == null
                ? Set.of()
                : keys.stream()
                        .filter(value -> duplicates.stream()
                                .noneMatch(other -> other.value().equals(value)))
                        .map(value -> tag(new Key(Trait.CONTACT, value)))
                        .collect(Collectors.toSet());
    }

    private static Tag tag(Key key) {
        return new Tag(Likeness.tag(key.trait()), key.value());
    }

    private static @Nullable String person(AddContact add) {
        return Stream.of(add.name(), add.phone(), add.email())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
