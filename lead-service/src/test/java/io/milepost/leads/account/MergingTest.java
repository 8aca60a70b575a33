package io.milepost.leads.account;

import static io.milepost.leads.account.Account.No.*;
import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.account.Accounts.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.*;
import io.milepost.leads.account.Merging.Merged;
import io.milepost.leads.account.Merging.Survivor;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two accounts of one customer become one, and two again. */
class MergingTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(List.of(
            ACCOUNT_MERGED,
            ACCOUNT_NOT_MERGED,
            MERGE_TARGET_UNKNOWN,
            MERGE_TARGET_MERGED,
            FLAG_WOULD_BE_LOST,
            MERGE_WITH_ITSELF,
            NOT_A_DUPLICATE,
            REASON_MISSING));
    private static final Scenario<Account, Command, AccountEvent> ACCOUNT_OPENED =
            NOBODY.given(OPENED).recording(REACHED);
    private static final Survivor SURVIVOR = new Survivor(false, Set.of());
    private static final MergeAccount MERGE = new MergeAccount(OTHER, "same company");
    private static final AccountMerged MERGED = new AccountMerged(OTHER, "same company");
    private static final UUID THIRD = UUID.fromString("01900000-0000-7000-8000-0000000000e3");
    private static final Contact ANN = new Contact(PERSON, "sealed", null, null, null, List.of("h1"), null, null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-019: an account is merged into another one that is there, is not itself and is not merged itself")
    void is_merged() {
        ACCOUNT_OPENED
                .when(MERGE)
                .reading(SURVIVOR)
                .then(MERGED)
                .when(MERGE)
                .thenNothing()
                .when(new MergeAccount(OTHER, "another reason"))
                .thenRefused(ACCOUNT_MERGED);
        ACCOUNT_OPENED.when(MERGE).thenRefused(MERGE_TARGET_UNKNOWN, "/into");
        ACCOUNT_OPENED.when(MERGE).reading(new Survivor(true, Set.of())).thenRefused(MERGE_TARGET_MERGED, "/into");
        ACCOUNT_OPENED
                .when(new MergeAccount(Scenario.ID, "same"))
                .reading(SURVIVOR)
                .thenRefused(MERGE_WITH_ITSELF, "/into");
        ACCOUNT_OPENED.when(new MergeAccount(OTHER, " ")).reading(SURVIVOR).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("R-019, R-036: a flag is not lost by a merge")
    void keeps_its_flags() {
        var flagged = ACCOUNT_OPENED.given(new AccountFlagged(Flag.KEY, "largest", "MIA", "h"));
        flagged.when(MERGE).reading(SURVIVOR).thenRefused(FLAG_WOULD_BE_LOST, "/into");
        flagged.when(MERGE)
                .reading(new Survivor(false, Set.of(Flag.KEY, Flag.PROBLEM)))
                .then(MERGED);
    }

    @Test
    @DisplayName("R-019: a merged account takes no further commands, gives its number back and shows where to look")
    void leads_to_the_survivor() {
        var merged = ACCOUNT_OPENED.given(MERGED);
        merged.when(renamed("Bolt")).thenRefused(ACCOUNT_MERGED);
        merged.when(new AddContact(PERSON, "Ann", null, null, null)).thenRefused(ACCOUNT_MERGED);
        merged.when(new MarkDormant("quiet")).thenRefused(ACCOUNT_MERGED);
        var view = AccountView.of(merged.state());
        assertThat(view.status()).isEqualTo("MERGED");
        assertThat(view.mergedInto()).isEqualTo(OTHER);
        assertThat(view.movedTo()).isEqualTo(OTHER);
        var holds = ACCOUNT.holds();
        assertThat(holds.get("account-registration").apply(ACCOUNT_OPENED.state()))
                .containsExactly("CN 91310115X");
        assertThat(holds.get("account-registration").apply(merged.state())).isEmpty();
        assertThat(holds.get("account-name").apply(merged.state()))
                .as("by its name the one that stands for it is found")
                .containsExactly("ACME");
    }

    @Test
    @DisplayName("R-019, decision 44: a merge is undone with a reason, and the account is what it was")
    void is_unmerged() {
        var merged = ACCOUNT_OPENED.given(SIGNED, MERGED);
        var undo = new UnmergeAccount("two companies after all");
        var back = merged.when(undo).then(new AccountUnmerged(OTHER, "two companies after all", null));
        assertThat(back.state()).isEqualTo(ACCOUNT_OPENED.given(SIGNED).state());
        back.when(undo).thenRefused(ACCOUNT_NOT_MERGED);
        merged.when(new UnmergeAccount("")).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("R-019: a registration number that another account took meanwhile stays with that one")
    void does_not_take_its_number_back() {
        var back = ACCOUNT_OPENED
                .given(MERGED)
                .when(new UnmergeAccount("two"))
                .holding("account-registration=CN 91310115X", THIRD)
                .then(new AccountUnmerged(OTHER, "two", THIRD));
        assertThat(back.state().profile().registrationNumber()).isNull();
        assertThat(back.state().profile().name()).isEqualTo("Acme");
    }

    @Test
    @DisplayName("R-019: the surviving account takes over contacts and contract, once, and gives them back")
    void the_survivor_follows() {
        var told = new Merged(Scenario.ID, List.of(THIRD), CONTRACT, DAY, DAY, List.of(ANN));
        var absorbed = new AccountAbsorbed(OTHER, List.of(THIRD), CONTRACT, DAY, DAY, null);
        var contact = contact(PERSON, "sealed", List.of("h1"), OTHER);
        var survivor = ACCOUNT_OPENED
                .when(new AbsorbAccount(OTHER))
                .reading(told)
                .then(absorbed, contact)
                .when(new AbsorbAccount(OTHER))
                .reading(told)
                .thenNothing();
        var view = AccountView.of(survivor.state());
        assertThat(view.status()).isEqualTo("CUSTOMER");
        assertThat(view.contractId()).isEqualTo(CONTRACT);
        assertThat(view.contacts()).extracting(Contact::from).containsExactly(OTHER);
        assertThat(view.standsFor()).containsExactly(OTHER, THIRD);

        survivor.when(new ReleaseAccount(OTHER)).reading(told).thenNothing();
        var alone = survivor.when(new ReleaseAccount(OTHER))
                .reading(new Merged(null, List.of(), CONTRACT, DAY, DAY, List.of(ANN)))
                .then(new AccountReleased(OTHER, null))
                .when(new ReleaseAccount(OTHER))
                .thenNothing();
        assertThat(alone.state()).isEqualTo(ACCOUNT_OPENED.state());
    }

    @Test
    @DisplayName("R-019: what the survivor hears late is what the other account is by then")
    void late_news_change_nothing() {
        ACCOUNT_OPENED.when(new AbsorbAccount(OTHER)).thenNothing();
        ACCOUNT_OPENED
                .when(new AbsorbAccount(OTHER))
                .reading(new Merged(THIRD, List.of(), null, null, null, List.of()))
                .thenNothing();
        var survivor = ACCOUNT_OPENED.given(new AccountAbsorbed(OTHER, List.of(), null, null, null, null));
        survivor.when(new AbsorbAccount(OTHER))
                .reading(new Merged(Scenario.ID, List.of(), CONTRACT, DAY, DAY, List.of()))
                .then(new AccountAbsorbed(OTHER, List.of(), CONTRACT, DAY, DAY, null));
        ACCOUNT_OPENED
                .given(MERGED)
                .when(new BecomeCustomer(CONTRACT, DAY))
                .then(new AccountBecameCustomer(CONTRACT, DAY, OTHER));
    }

    @Test
    @DisplayName("R-019: possible duplicates are kept apart with a reason; one that was merged is none any more")
    void is_kept_apart() {
        var twice = NOBODY.given(new AccountOpened(
                        ACME,
                        List.of(new Duplicate(OTHER, Trait.NAME, "ACME"), new Duplicate(THIRD, Trait.NUMBER, "1"))))
                .recording(REACHED);
        var apart = twice.when(new DismissDuplicate(OTHER, "a namesake"))
                .then(new AccountDuplicateDismissed(OTHER, "a namesake"))
                .when(new DismissDuplicate(OTHER, "a namesake"))
                .thenNothing();
        assertThat(AccountView.of(apart.state()).possibleDuplicates())
                .containsExactly(new AccountView.Alike(THIRD, Trait.NUMBER));
        assertThat(ACCOUNT.holds().get("account-name").apply(apart.state()))
                .as("the namesake holds it")
                .isEmpty();
        twice.when(new DismissDuplicate(PERSON, "why")).thenRefused(NOT_A_DUPLICATE, "/accountId");
        twice.when(new DismissDuplicate(OTHER, " ")).thenRefused(REASON_MISSING, "/reason");
        var merged = twice.given(new AccountAbsorbed(OTHER, List.of(THIRD), null, null, null, null));
        assertThat(AccountView.of(merged.state()).suspected()).isFalse();
    }
}
