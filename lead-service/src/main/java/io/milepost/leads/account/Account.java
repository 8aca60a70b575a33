package io.milepost.leads.account;

import static io.milepost.leads.account.Account.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.account.AccountEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer company, of which there is one golden record: a prospect until its first contract is signed, a customer that may fall
 * asleep and wake, and at any time merged into the account that stands for the same company.
 *
 * @param interest what the customer looks for, as far as it is known
 * @param flags at most one of each kind
 * @param likeness by what it is found, and what else was found by it
 * @param merged by what it was merged into another one
 */
public record Account(
        Profile profile,
        List<Contact> contacts,
        @Nullable AccountInterestRecorded interest,
        List<AccountFlagged> flags,
        Relation relation,
        Likeness likeness,
        @Nullable AccountMerged merged) {
    static final Decider<Account, Command, AccountEvent> DECIDER =
            new Decider<>(Account::decide, Account::begin, Evolution::evolve);

    /**
     * Opens the file of a customer.
     *
     * @param registrationNumber public number of the company, which one account of a country alone may have
     * @param country of the registration, by its two letters of ISO 3166-1
     */
    public record OpenAccount(
            String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName,
            @Nullable String registrationNumber,
            @Nullable String country) {}

    /** What may be asked of an account that is open. */
    public sealed interface Command {}

    /** What may be asked of one that was merged, too. */
    public sealed interface EvenMerged extends Command {}

    /** What is given replaces what is known; what is absent stays. */
    public record UpdateProfile(
            @Nullable String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName,
            @Nullable String registrationNumber,
            @Nullable String country)
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

    /** What is given replaces what is known; what is absent stays. The texts may speak of persons and are kept as personal data. */
    public record RecordInterest(
            @Nullable @Limit(Limit.NOTE) String needs,
            @Nullable @Limit(Limit.NOTE) String preferences,
            @Nullable Degree intention,
            @Nullable Degree purchasingPower)
            implements Command {}

    /** Sent by the automation on a signed contract, by nobody else. */
    public record BecomeCustomer(UUID contractId, LocalDate on) implements EvenMerged {}

    public record NoteActivity(LocalDate on) implements EvenMerged {}

    public record MarkDormant(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the clock, of a customer that was last active on that day. */
    public record FallDormant(LocalDate lastActiveOn) implements EvenMerged {}

    public record ReactivateAccount(@Limit(Limit.NOTE) String reason) implements Command {}

    /**
     * Marks an important or a difficult customer; reception and coordination go to the sales manager.
     *
     * @param manager code of the sales manager who takes over
     */
    public record FlagAccount(Flag flag, @Limit(Limit.NOTE) String reason, String manager) implements Command {}

    public record UnflagAccount(
            Flag flag, @Limit(Limit.NOTE) String reason) implements Command {}

    /** The account {@code into} is the same customer and stands for this one from now on. */
    public record MergeAccount(UUID into, @Limit(Limit.NOTE) String reason) implements EvenMerged {}

    public record UnmergeAccount(@Limit(Limit.NOTE) String reason) implements EvenMerged {}

    /** Says that a possible duplicate is another customer. */
    public record DismissDuplicate(
            UUID accountId, @Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the automation on a merge, and on what becomes known of the merged account later. */
    public record AbsorbAccount(UUID accountId) implements EvenMerged {}

    /** Sent by the automation on an undone merge. */
    public record ReleaseAccount(UUID accountId) implements EvenMerged {}

    public enum No implements Refusal {
        CONTACT_ALREADY_ADDED(state("the account already has this contact, with another id or position")),
        REGISTRATION_TAKEN(state("another account has this registration number")),
        ACCOUNT_MERGED(state("another account stands in the place of this one")),
        ACCOUNT_NOT_MERGED(state("the account is not merged into another one")),
        MERGE_TARGET_UNKNOWN(state("there is no such account to merge into")),
        MERGE_TARGET_MERGED(state("the account to merge into is itself merged into another one")),
        FLAG_WOULD_BE_LOST(state("the account to merge into needs the flags of this one first")),
        NOT_A_DUPLICATE(state("that account is no possible duplicate of this one")),
        NOT_A_CUSTOMER(state("only a customer can be dormant")),
        ACCOUNT_DORMANT(state("the customer is dormant already")),
        NOT_FLAGGED(state("the account has no such flag")),
        MANAGER_UNKNOWN(state("no team member has the code of the manager")),
        MERGE_WITH_ITSELF(rule("an account cannot be merged into itself")),
        INTEREST_MISSING(rule("say at least one of needs, preferences, intention and purchasing power")),
        NAME_MISSING(rule("a name needs at least one visible character")),
        NUMBER_WITHOUT_DIGITS(rule("a registration number needs letters or digits")),
        COUNTRY_UNKNOWN(rule("a country is given by its two letters of ISO 3166-1")),
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

    /** Why the sales manager looks after a customer. */
    public enum Flag {
        KEY,
        PROBLEM
    }

    /** How likely or how able a customer is to buy. */
    public enum Degree {
        NONE,
        LOW,
        MEDIUM,
        HIGH
    }

    /** In what two accounts are alike. */
    public enum Trait {
        NAME,
        NUMBER,
        CONTACT
    }

    /** By which an account is found: a normalised name or number, or the keyed hash of a contact's phone or e-mail. */
    public record Key(Trait trait, String value) {}

    /** Another account that held a key of this one. */
    public record Duplicate(UUID accountId, Trait trait, String value) {}

    /**
     * A person who speaks for an account; name, phone and e-mail are opaque here.
     *
     * @param from the merged account whose contact it is
     * @param positionKey keyed hash of the position, where that is sealed
     */
    public record Contact(
            UUID contactId,
            String name,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email,
            List<String> contactKeys,
            @Nullable UUID from,
            @Nullable String positionKey) {
        public Contact {
            contactKeys = List.copyOf(contactKeys);
        }
    }

    /** What is known about a company. No person is in it. */
    public record Profile(
            String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName,
            @Nullable String registrationNumber,
            @Nullable String country) {

        Profile updatedBy(UpdateProfile update) {
            return new Profile(
                    Objects.requireNonNullElse(update.name(), name),
                    update.industry() == null ? industry : update.industry(),
                    update.foundedYear() == null ? foundedYear : update.foundedYear(),
                    update.annualRevenue() == null ? annualRevenue : update.annualRevenue(),
                    update.employees() == null ? employees : update.employees(),
                    update.location() == null ? location : update.location(),
                    update.parentName() == null ? parentName : update.parentName(),
                    update.registrationNumber() == null ? registrationNumber : update.registrationNumber(),
                    update.country() == null ? country : update.country());
        }

        Profile withoutNumber() {
            return new Profile(
                    name, industry, foundedYear, annualRevenue, employees, location, parentName, null, country);
        }
    }

    public Account {
        contacts = List.copyOf(contacts);
        flags = List.copyOf(flags);
    }

    /** Whether it, or one for which it stands, has signed a contract. */
    public boolean isCustomer() {
        return relation.first().isPresent();
    }

    static Account begin(AccountEvent first) {
        var opened = (AccountOpened) first;
        return new Account(
                opened.profile(),
                List.of(),
                null,
                List.of(),
                Relation.NONE,
                Likeness.NONE.ofProfile(opened.duplicates()),
                null);
    }

    static Decision<AccountEvent> decide(Account account, Command command, Occasion occasion) {
        return switch (command) {
            case Command _
            when account.merged != null && !(command instanceof EvenMerged) ->
                refused(ACCOUNT_MERGED, "account %s stands in its place".formatted(account.merged.into()));
            case UpdateProfile update -> Profiling.update(account, update, occasion);
            case AddContact add -> Profiling.add(account, add, occasion);
            case RecordInterest interest -> Profiling.record(account, interest, occasion);
            case BecomeCustomer(var contract, var on) -> Attention.sign(account, contract, on);
            case NoteActivity(var on) -> Attention.note(account, on, occasion.today());
            case MarkDormant(var reason) -> Attention.rest(account, reason, occasion.today());
            case FallDormant(var last) -> Attention.fallAsleep(account, last, occasion.today());
            case ReactivateAccount(var reason) -> Attention.wake(account, reason, occasion.today());
            case FlagAccount flag -> Attention.flag(account, flag, occasion);
            case UnflagAccount unflag -> Attention.unflag(account, unflag);
            case MergeAccount merge -> Merging.merge(account, merge, occasion);
            case UnmergeAccount(var reason) -> Merging.unmerge(account, reason, occasion);
            case DismissDuplicate apart -> Merging.dismiss(account, apart);
            case AbsorbAccount(var other) -> Merging.absorb(account, other, occasion);
            case ReleaseAccount(var other) -> Merging.release(account, other, occasion);
        };
    }

    /** Of the sales managers to whom its flags give it. */
    public List<String> managers() {
        return flags.stream().map(AccountFlagged::manager).distinct().toList();
    }

    @Nullable
    UUID mergedInto() {
        return merged == null ? null : merged.into();
    }
}
