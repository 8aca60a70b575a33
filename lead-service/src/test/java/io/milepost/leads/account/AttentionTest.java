package io.milepost.leads.account;

import static io.milepost.leads.account.Account.No.*;
import static io.milepost.leads.account.Accounts.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Customers that buy, sleep and wake; key and problem customers. */
class AttentionTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(
            List.of(NOT_A_CUSTOMER, ACCOUNT_DORMANT, NOT_FLAGGED, MANAGER_UNKNOWN, REASON_MISSING, DAY_IN_FUTURE));
    private static final Scenario<Account, Command, AccountEvent> PROSPECT =
            NOBODY.given(OPENED).recording(REACHED);
    private static final Scenario<Account, Command, AccountEvent> CUSTOMER = PROSPECT.given(SIGNED);
    private static final LocalDate TODAY = DAY.plusDays(1);
    private static final AccountBecameDormant ASLEEP = new AccountBecameDormant(TODAY, null);
    private static final FlagAccount FLAG = new FlagAccount(Flag.KEY, "largest buyer", "MIA");
    private static final AccountFlagged FLAGGED = new AccountFlagged(Flag.KEY, "largest buyer", "MIA", "h1");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-019: the first signed contract makes a customer; a later one shows that it is active")
    void becomes_a_customer_once() {
        PROSPECT.when(new BecomeCustomer(CONTRACT, DAY))
                .then(SIGNED)
                .when(new BecomeCustomer(CONTRACT, DAY))
                .thenNothing()
                .when(new BecomeCustomer(PERSON, DAY.minusDays(1)))
                .thenNothing()
                .when(new BecomeCustomer(PERSON, DAY.plusDays(1)))
                .then(new AccountActivityNoted(DAY.plusDays(1), null));
        assertThat(AccountView.of(PROSPECT.state()).status()).isEqualTo("PROSPECT");
        var view = AccountView.of(CUSTOMER.state());
        assertThat(view.status()).isEqualTo("CUSTOMER");
        assertThat(view.customerSince()).isEqualTo(DAY);
        assertThat(view.contractId()).isEqualTo(CONTRACT);
    }

    @Test
    @DisplayName(
            "R-019: a customer of whom nothing was heard falls dormant by time, one that was active since does not")
    void falls_dormant_by_time() {
        var due = AccountCatalogue.dormantAfter(30);
        assertThat(due.dates().apply(CUSTOMER.state()))
                .containsExactly(DueDate.endOf(DAY.plusDays(30), new FallDormant(DAY)));
        assertThat(due.dates().apply(PROSPECT.state())).isEmpty();
        assertThat(due.dates().apply(CUSTOMER.given(ASLEEP).state())).isEmpty();
        assertThat(due.kind()).isNotEqualTo(AccountCatalogue.dormantAfter(31).kind());

        var asleep = CUSTOMER.when(new FallDormant(DAY))
                .then(ASLEEP)
                .when(new FallDormant(DAY))
                .thenNothing();
        assertThat(AccountView.of(asleep.state()).status()).isEqualTo("DORMANT");
        assertThat(AccountView.of(asleep.state()).dormantSince()).isEqualTo(TODAY);
        CUSTOMER.given(new AccountActivityNoted(TODAY, null))
                .when(new FallDormant(DAY))
                .thenNothing();
        PROSPECT.when(new FallDormant(DAY)).thenNothing();
    }

    @Test
    @DisplayName("R-019: a seller may say that a customer is dormant, and wake it, with a reason each")
    void is_marked_dormant_and_reactivated() {
        var dormant = CUSTOMER.when(new MarkDormant("plant closed"))
                .then(new AccountBecameDormant(TODAY, "plant closed"))
                .when(new MarkDormant("plant closed"))
                .thenNothing();
        dormant.when(new MarkDormant("moved")).thenRefused(ACCOUNT_DORMANT);
        dormant.when(new ReactivateAccount(" ")).thenRefused(REASON_MISSING, "/reason");
        var awake = dormant.when(new ReactivateAccount("plant reopened"))
                .then(new AccountReactivated(TODAY, "plant reopened"))
                .when(new ReactivateAccount("plant reopened"))
                .thenNothing();
        assertThat(AccountView.of(awake.state()).status()).isEqualTo("CUSTOMER");
        assertThat(AccountView.of(awake.state()).lastActiveOn()).isEqualTo(TODAY);
        CUSTOMER.when(new MarkDormant("")).thenRefused(REASON_MISSING, "/reason");
        PROSPECT.when(new MarkDormant("plant closed")).thenRefused(NOT_A_CUSTOMER);
        PROSPECT.when(new ReactivateAccount("why")).thenRefused(NOT_A_CUSTOMER);
    }

    @Test
    @DisplayName("R-019: a new contract or another activity wakes a customer, one of before it fell asleep does not")
    void activity_wakes() {
        var asleep = CUSTOMER.given(ASLEEP);
        var later = Scenario.NOW.plus(Duration.ofDays(2));
        var awake = asleep.when(new BecomeCustomer(PERSON, TODAY.plusDays(1)))
                .at(later)
                .then(new AccountActivityNoted(TODAY.plusDays(1), null));
        assertThat(AccountView.of(awake.state()).status()).isEqualTo("CUSTOMER");

        var old = PROSPECT.given(new AccountBecameCustomer(CONTRACT, DAY.minusDays(9), null), ASLEEP)
                .when(new NoteActivity(DAY))
                .then(new AccountActivityNoted(DAY, null))
                .when(new NoteActivity(DAY))
                .thenNothing();
        assertThat(AccountView.of(old.state()).status()).isEqualTo("DORMANT");
        asleep.when(new NoteActivity(TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
    }

    @Test
    @DisplayName("R-036: a flag has a reason and gives the account to a sales manager who is in the directory")
    void is_flagged() {
        var flagged = PROSPECT.when(FLAG)
                .digest("reason", "h1")
                .holding("code=MIA", PERSON)
                .then(FLAGGED)
                .when(FLAG)
                .digest("reason", "h1")
                .holding("code=MIA", PERSON)
                .thenNothing();
        var view = AccountView.of(flagged.state());
        assertThat(view.key()).isTrue();
        assertThat(view.problem()).isFalse();
        assertThat(view.flags()).containsExactly(new AccountView.Flagged(Flag.KEY, "largest buyer", "MIA"));
        PROSPECT.when(FLAG).thenRefused(MANAGER_UNKNOWN, "/manager");
        PROSPECT.when(new FlagAccount(Flag.KEY, " ", "MIA"))
                .holding("code=MIA", PERSON)
                .thenRefused(REASON_MISSING, "/reason");

        var both = flagged.when(new FlagAccount(Flag.PROBLEM, "two complaints", "NOA"))
                .digest("reason", "h2")
                .holding("code=NOA", OTHER)
                .then(new AccountFlagged(Flag.PROBLEM, "two complaints", "NOA", "h2"));
        assertThat(both.state().managers()).containsExactly("MIA", "NOA");
        var handed = both.when(new FlagAccount(Flag.KEY, "largest buyer", "NOA"))
                .digest("reason", "h1")
                .holding("code=NOA", OTHER)
                .then(new AccountFlagged(Flag.KEY, "largest buyer", "NOA", "h1"));
        assertThat(handed.state().managers()).containsExactly("NOA");
    }

    @Test
    @DisplayName("R-036: while an account is flagged its sales manager coordinates, and takes the flag away")
    void is_unflagged_by_its_manager() {
        var flagged = CUSTOMER.given(FLAGGED);
        var unflag = new UnflagAccount(Flag.KEY, "bought out");
        flagged.when(unflag).byMember("KAP").thenNotYourDuty();
        flagged.when(new MarkDormant("quiet")).byMember("KAP").thenNotYourDuty();
        flagged.when(new MergeAccount(OTHER, "same")).byMember("KAP").thenNotYourDuty();
        CUSTOMER.when(new MarkDormant("quiet")).byMember("KAP").then(new AccountBecameDormant(TODAY, "quiet"));
        flagged.when(new UnflagAccount(Flag.KEY, "")).byMember("mia").thenRefused(REASON_MISSING, "/reason");
        flagged.when(new UnflagAccount(Flag.PROBLEM, "why")).thenRefused(NOT_FLAGGED);
        var plain = flagged.when(unflag)
                .byMember("mia")
                .then(new AccountUnflagged(Flag.KEY, "bought out"))
                .when(unflag)
                .thenRefused(NOT_FLAGGED);
        assertThat(AccountView.of(plain.state()).key()).isFalse();
    }
}
