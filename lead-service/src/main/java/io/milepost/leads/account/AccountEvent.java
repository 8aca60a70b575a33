package io.milepost.leads.account;

import io.milepost.leads.account.Account.*;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an account. {@code duplicates} are the other accounts that held a key which the event brings; events of before they were
 * looked for have none.
 */
public sealed interface AccountEvent {

    record AccountOpened(Profile profile, @Nullable List<Duplicate> duplicates) implements AccountEvent {
        public AccountOpened {
            duplicates = copy(duplicates);
        }
    }

    /** The whole profile before and after, so that a reader needs no history to see the change. */
    record AccountProfileUpdated(
            Profile previous, Profile profile, @Nullable List<Duplicate> duplicates) implements AccountEvent {
        public AccountProfileUpdated {
            duplicates = copy(duplicates);
        }
    }

    /**
     * The person's name, position, phone and e-mail are stored sealed.
     *
     * @param position open in events from before it was sealed
     * @param contactKeys keyed hashes of the normalised phone and e-mail
     * @param from the merged account from which the contact was taken over, as it was sealed there
     * @param positionKey keyed hash by which the same position is known again; absent where there is none, or the position is open
     */
    record AccountContactAdded(
            UUID contactId,
            String name,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email,
            @Nullable List<String> contactKeys,
            @Nullable UUID from,
            @Nullable List<Duplicate> duplicates,
            @Nullable String positionKey)
            implements AccountEvent {
        public AccountContactAdded {
            contactKeys = copy(contactKeys);
            duplicates = copy(duplicates);
        }
    }

    /**
     * All that is known of what the customer looks for. The two texts are stored sealed.
     *
     * @param needsKey keyed hash by which the same text is known again
     */
    record AccountInterestRecorded(
            @Nullable String needs,
            @Nullable String preferences,
            @Nullable Degree intention,
            @Nullable Degree purchasingPower,
            @Nullable String needsKey,
            @Nullable String preferencesKey)
            implements AccountEvent {}

    /**
     * The first contract was signed.
     *
     * @param mergedInto the account that has to know of it, where this one was merged
     */
    record AccountBecameCustomer(
            UUID contractId, LocalDate on, @Nullable UUID mergedInto) implements AccountEvent {}

    /** The customer was active on a day: signed once more, came, called, or a seller says so. */
    record AccountActivityNoted(LocalDate on, @Nullable UUID mergedInto) implements AccountEvent {}

    /**
     * Nothing was heard of the customer for long, or a seller says so.
     *
     * @param reason null where the time alone did it
     */
    record AccountBecameDormant(LocalDate on, @Nullable String reason) implements AccountEvent {}

    record AccountReactivated(LocalDate on, String reason) implements AccountEvent {}

    /**
     * From now on the sales manager receives and coordinates this customer. The reason is stored sealed.
     *
     * @param manager code of the sales manager
     */
    record AccountFlagged(
            Flag flag,
            String reason,
            String manager,
            @Nullable String reasonKey) implements AccountEvent {}

    /** The reason is stored sealed. */
    record AccountUnflagged(Flag flag, String reason) implements AccountEvent {}

    /** Another account stands for the same customer; the registration number of this one is free. */
    record AccountMerged(UUID into, String reason) implements AccountEvent {}

    /**
     * It is an account of its own again.
     *
     * @param registrationHeldBy the account that took the registration number meanwhile and keeps it
     */
    record AccountUnmerged(
            UUID from, String reason, @Nullable UUID registrationHeldBy) implements AccountEvent {}

    /**
     * This account stands for another one too. What was known of that one is replaced; its contacts follow as contacts of this one.
     *
     * @param standingFor the accounts for which the other one stands itself
     * @param mergedInto the account that has to know of it, where this one was merged itself
     */
    record AccountAbsorbed(
            UUID accountId,
            List<UUID> standingFor,
            @Nullable UUID contractId,
            @Nullable LocalDate customerSince,
            @Nullable LocalDate lastActiveOn,
            @Nullable UUID mergedInto)
            implements AccountEvent {
        public AccountAbsorbed {
            standingFor = List.copyOf(standingFor);
        }
    }

    /** The merge of that account into this one was undone; its contacts and contract are gone from here. */
    record AccountReleased(UUID accountId, @Nullable UUID mergedInto) implements AccountEvent {}

    /** A possible duplicate is another customer after all. */
    record AccountDuplicateDismissed(UUID accountId, String reason) implements AccountEvent {}

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }
}
