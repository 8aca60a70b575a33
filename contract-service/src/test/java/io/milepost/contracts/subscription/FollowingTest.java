package io.milepost.contracts.subscription;

import static io.milepost.contracts.subscription.Subscription.No.*;
import static io.milepost.contracts.subscription.SubscriptionCatalogue.*;
import static io.milepost.contracts.subscription.Subscriptions.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows the signed letter. */
class FollowingTest {
    private static final List<Refusal> ELSEWHERE = LetterTest.REFUSALS;
    private static final ReachedRefusals REACHED = ReachedRefusals.without(SUBSCRIPTION, ELSEWHERE);
    private static final Scenario<Subscription, Command, SubscriptionEvent> NEW =
            Scenario.of(SUBSCRIPTION).recording(REACHED);
    private static final Scenario<Subscription, Command, SubscriptionEvent> SIGNED_ONE =
            NEW.given(ISSUED, COMPLETED, REVIEWED, SIGNED, REQUESTED);
    private static final Scenario<Subscription, Command, SubscriptionEvent> LUMP_SUM =
            NEW.given(ISSUED, completed(PaymentMethod.LUMP_SUM, null), REVIEWED, SIGNED, REQUESTED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-113: a signed subscription is entered in the external system, once, by its call or by hand")
    void is_entered_externally() {
        var entered = SIGNED_ONE.when(new RecordExternalEntry("X-1")).then(ENTERED);
        assertThat(view(entered).externalEntry()).isEqualTo("ENTERED");
        entered.when(new RecordExternalEntry("X-1")).thenNothing();
        entered.when(new RecordExternalEntry("X-2")).thenRefused(ENTRY_ELSE);
        SIGNED_ONE.when(new RecordExternalEntry(" ")).thenRefused(TEXT_MISSING, "/reference");
        NEW.given(ISSUED).when(new RecordExternalEntry("X-1")).thenRefused(LETTER_NOT_SIGNED);
        assertThat(view(NEW.given(ISSUED)).externalEntry()).isEqualTo("NOT_DUE");
        SIGNED_ONE
                .given(new SubscriptionCancelled(UNIT))
                .when(new RecordExternalEntry("X-1"))
                .then(ENTERED);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "9, 60"})
    @DisplayName("R-113: a call that failed is made again, later each time, until it is entered")
    void a_failed_call_is_made_again(int attempt, int minutes) {
        var again = Scenario.NOW.plus(Duration.ofMinutes(minutes));
        var failed = new ExternalEntryFailed(UNIT, attempt, "TIMEOUT", again);
        var asked = SIGNED_ONE.given(requested(attempt));
        var after = asked.when(new RecordEntryFailure(attempt, "TIMEOUT")).then(failed);
        assertThat(view(after).externalEntry()).isEqualTo("PENDING");
        after.when(new RecordEntryFailure(attempt, "TIMEOUT")).thenNothing();
        assertThat(dates(ENTRY_RETRY, after)).containsExactly(date(DueDate.at(again, new RetryExternalEntry())));
        assertThat(dates(ENTRY_RETRY, asked)).isEmpty();
        var next = after.when(new RetryExternalEntry()).then(requested(attempt + 1));
        next.when(new RetryExternalEntry()).thenNothing();
        next.when(new RecordEntryFailure(attempt, "TIMEOUT")).thenNothing();
        var entered = after.when(new RecordExternalEntry("X-1")).then(ENTERED);
        entered.when(new RetryExternalEntry()).thenNothing();
        entered.when(new RecordEntryFailure(attempt, "TIMEOUT")).thenNothing();
        assertThat(dates(ENTRY_RETRY, entered)).isEmpty();
    }

    @Test
    @DisplayName(
            "R-113, decision 19: at the end of the site's business day a missing entry is overdue, and may still come")
    void a_missing_entry_is_overdue_at_the_end_of_the_day() {
        assertThat(dates(ENTRY_OVERDUE, SIGNED_ONE))
                .containsExactly(date(DueDate.workingDaysAfter(Scenario.NOW, 0, new MarkEntryOverdue())));
        var overdue = SIGNED_ONE.when(new MarkEntryOverdue()).then(new ExternalEntryOverdue(UNIT, TODAY));
        assertThat(view(overdue).externalEntry()).isEqualTo("OVERDUE");
        overdue.when(new MarkEntryOverdue()).thenNothing();
        assertThat(dates(ENTRY_OVERDUE, overdue)).isEmpty();
        overdue.when(new RecordExternalEntry("X-1")).then(new SubscriptionEnteredExternally(UNIT, "X-1", true));
        SIGNED_ONE.given(ENTERED).when(new MarkEntryOverdue()).thenNothing();
        assertThat(dates(ENTRY_OVERDUE, SIGNED_ONE.given(ENTERED))).isEmpty();
        NEW.given(ISSUED).when(new MarkEntryOverdue()).thenNothing();
    }

    @Test
    @DisplayName("R-114: an entered subscription is passed on to the site manager of the developer, once")
    void is_passed_on_to_the_site_manager() {
        var transfer = new TransferToSite("lin", null);
        var entered = SIGNED_ONE.given(ENTERED);
        var passed = entered.when(transfer).then(new SubscriptionTransferred(UNIT, "lin", TODAY));
        assertThat(view(passed).externalEntry()).isEqualTo("TRANSFERRED");
        passed.when(transfer).thenNothing();
        passed.when(new TransferToSite("bo", null)).thenRefused(TRANSFERRED);
        SIGNED_ONE.when(transfer).thenRefused(NOT_ENTERED);
        entered.when(new TransferToSite("", null)).thenRefused(TEXT_MISSING, "/siteManager");
        entered.when(new TransferToSite("lin", TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        entered.when(new TransferToSite("lin", TODAY.minusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        entered.given(new SubscriptionCancelled(UNIT)).when(transfer).thenRefused(SUBSCRIPTION_ENDED);
    }

    @Test
    @DisplayName("R-114, R-189: the site manager to whom it was passed on, and nobody else, says that it is there")
    void the_site_manager_accepts_it() {
        var accept = new AcceptTransfer(null);
        var entered = SIGNED_ONE.given(ENTERED);
        entered.when(accept).thenRefused(NOT_TRANSFERRED);
        var passed = entered.given(new SubscriptionTransferred(UNIT, "lin", TODAY));
        passed.when(accept).byMember("bo").thenNotYourDuty();
        passed.when(new AcceptTransfer(TODAY.plusDays(1))).byMember("lin").thenRefused(DAY_IN_FUTURE, "/on");
        passed.when(new AcceptTransfer(TODAY.minusDays(1)))
                .byMember("lin")
                .thenRefused(ACCEPTED_BEFORE_TRANSFERRED, "/on");
        var there = passed.when(accept).byMember("LIN").then(new SubscriptionTransferAccepted(UNIT, "lin", TODAY));
        assertThat(view(there).externalEntry()).isEqualTo("ON_SITE");
        there.when(accept).byMember("lin").thenNothing();
        there.when(new AcceptTransfer(TODAY.minusDays(1))).byMember("lin").thenRefused(TRANSFERRED);
        there.when(new TransferToSite("bo", null)).thenRefused(TRANSFERRED);
    }

    @Test
    @DisplayName("R-117: the papers of a mortgage are chased until they are there")
    void mortgage_papers_are_chased() {
        assertThat(dates(PAPERS_OVERDUE, SIGNED_ONE))
                .containsExactly(date(DueDate.endOf(PAPERS_BY, new MarkPapersOverdue())));
        SIGNED_ONE.when(new MarkPapersOverdue()).on(PAPERS_BY).thenNothing();
        var overdue = SIGNED_ONE
                .when(new MarkPapersOverdue())
                .on(PAPERS_BY.plusDays(1))
                .then(new MortgagePapersOverdue(UNIT, PAPERS_BY));
        overdue.when(new MarkPapersOverdue()).on(PAPERS_BY.plusDays(2)).thenNothing();
        assertThat(dates(PAPERS_OVERDUE, overdue)).isEmpty();
        var there = overdue.when(new RecordMortgagePapers(TODAY)).then(new MortgagePapersReceived(UNIT, TODAY));
        there.when(new RecordMortgagePapers(TODAY)).thenNothing();
        assertThat(dates(PAPERS_OVERDUE, SIGNED_ONE.given(new MortgagePapersReceived(UNIT, TODAY))))
                .isEmpty();
        SIGNED_ONE.when(new RecordMortgagePapers(TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        SIGNED_ONE.when(new RecordMortgagePapers(TODAY.minusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        LUMP_SUM.when(new RecordMortgagePapers(TODAY)).thenRefused(NO_MORTGAGE);
        NEW.given(ISSUED).when(new RecordMortgagePapers(TODAY)).thenRefused(NO_MORTGAGE);
        SIGNED_ONE
                .given(new SubscriptionCancelled(UNIT))
                .when(new RecordMortgagePapers(TODAY))
                .thenRefused(SUBSCRIPTION_ENDED);
    }

    @Test
    @DisplayName(
            "R-117: the agreed day of signing is reminded of a week before, overdue after it, and may be moved with a"
                    + " reason")
    void the_agreed_day_is_chased() {
        assertThat(dates(SIGNING_REMINDER, LUMP_SUM))
                .containsExactly(date(DueDate.startOf(CONTRACT_ON.minusDays(7), new RemindSigning())));
        var reminded = LUMP_SUM.when(new RemindSigning()).then(new SigningReminderSent(UNIT, CONTRACT_ON));
        reminded.when(new RemindSigning()).thenNothing();
        assertThat(dates(SIGNING_REMINDER, reminded)).isEmpty();
        assertThat(dates(SIGNING_OVERDUE, reminded))
                .containsExactly(date(DueDate.endOf(CONTRACT_ON, new MarkSigningOverdue())));
        reminded.when(new MarkSigningOverdue()).on(CONTRACT_ON).thenNothing();
        var overdue = reminded.when(new MarkSigningOverdue())
                .on(CONTRACT_ON.plusDays(1))
                .then(new SigningOverdue(UNIT, CONTRACT_ON));
        overdue.when(new MarkSigningOverdue()).on(CONTRACT_ON.plusDays(2)).thenNothing();
        assertThat(dates(SIGNING_OVERDUE, overdue)).isEmpty();

        var later = CONTRACT_ON.plusDays(10);
        var moved = overdue.when(new RescheduleSigning(later, "travel"))
                .then(new SigningRescheduled(UNIT, later, "travel"));
        moved.when(new RescheduleSigning(later, "travel")).thenNothing();
        assertThat(dates(SIGNING_OVERDUE, moved))
                .as("anew")
                .containsExactly(date(DueDate.endOf(later, new MarkSigningOverdue())));
        overdue.when(new RescheduleSigning(later, " ")).thenRefused(REASON_MISSING, "/reason");
        overdue.when(new RescheduleSigning(TODAY.minusDays(1), "travel")).thenRefused(CONTRACT_DAY_PAST, "/contractOn");
        overdue.when(new RescheduleSigning(TODAY.plusYears(6), "travel")).thenRefused(DAY_IMPLAUSIBLE, "/contractOn");
        NEW.given(ISSUED, COMPLETED)
                .when(new RescheduleSigning(later, "travel"))
                .thenRefused(LETTER_NOT_SIGNED);
        moved.given(new SubscriptionExpired(UNIT))
                .when(new RescheduleSigning(later, "again"))
                .thenRefused(SUBSCRIPTION_ENDED);
    }

    @Test
    @DisplayName("R-118: what is not signed after the grace of the phase has expired; late or twice nothing follows")
    void expires_after_its_grace() {
        var last = CONTRACT_ON.plusDays(5);
        assertThat(dates(EXPIRY, LUMP_SUM)).containsExactly(date(DueDate.endOf(last, new ExpireSubscription())));
        LUMP_SUM.when(new ExpireSubscription()).on(last).thenNothing();
        var expired =
                LUMP_SUM.when(new ExpireSubscription()).on(last.plusDays(1)).then(new SubscriptionExpired(UNIT));
        expired.when(new ExpireSubscription()).on(last.plusDays(2)).thenNothing();
        expired.when(new EndSubscription()).thenNothing();
        expired.when(new RemindSigning()).thenNothing();
        expired.when(new MarkSigningOverdue()).on(last.plusDays(2)).thenNothing();
        for (var due : List.of(EXPIRY, SIGNING_REMINDER, SIGNING_OVERDUE, PAPERS_OVERDUE)) {
            assertThat(dates(due, expired)).isEmpty();
            assertThat(dates(due, NEW.given(ISSUED))).isEmpty();
        }
        NEW.given(ISSUED).when(new ExpireSubscription()).thenNothing();
        NEW.given(ISSUED).when(new RemindSigning()).thenNothing();
        NEW.given(ISSUED).when(new MarkSigningOverdue()).thenNothing();
        NEW.given(ISSUED).when(new MarkPapersOverdue()).thenNothing();
    }

    @Test
    @DisplayName("R-118, R-119: it ends with its deposit, or becomes the contract of its id")
    void follows_its_deposit() {
        SIGNED_ONE
                .when(new EndSubscription())
                .then(new SubscriptionCancelled(UNIT))
                .when(new EndSubscription())
                .thenNothing();
        var contract = new UUID(5, 5);
        var converted =
                SIGNED_ONE.when(new ConvertSubscription(contract)).then(new SubscriptionConverted(UNIT, contract));
        assertThat(view(converted).status()).isEqualTo("CONVERTED");
        converted.when(new ConvertSubscription(contract)).thenNothing();
        converted.when(new EndSubscription()).thenNothing();
        SIGNED_ONE
                .given(new SubscriptionExpired(UNIT))
                .when(new ConvertSubscription(contract))
                .then(new SubscriptionConverted(UNIT, contract));
    }

    private static DueDate date(DueDate date) {
        return date.ownedBy("kim").at("quay");
    }

    private static List<DueDate> dates(
            Due<Subscription> due, Scenario<Subscription, Command, SubscriptionEvent> scenario) {
        return due.dates().apply(scenario.state());
    }

    private static SubscriptionView view(Scenario<Subscription, Command, SubscriptionEvent> scenario) {
        return (SubscriptionView) Objects.requireNonNull(SUBSCRIPTION.view().apply(scenario.state()));
    }
}
