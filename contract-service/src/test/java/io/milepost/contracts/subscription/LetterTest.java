package io.milepost.contracts.subscription;

import static io.milepost.contracts.subscription.Subscription.No.*;
import static io.milepost.contracts.subscription.SubscriptionCatalogue.SUBSCRIPTION;
import static io.milepost.contracts.subscription.Subscriptions.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The letter from its issue to the pack. */
class LetterTest {
    static final List<Refusal> REFUSALS = List.of(
            DEPOSIT_UNKNOWN,
            DEPOSIT_NOT_PAID,
            LETTER_NO_TAKEN,
            LETTER_SIGNED,
            LETTER_NOT_UNDER_REVIEW,
            LETTER_NOT_REVIEWED,
            REVIEWER_COMPLETED_IT,
            PAPERS_DAY_MISSING,
            PAPERS_AFTER_SIGNING,
            AGREEMENT_MISSING,
            COPY_MISSING,
            DOCUMENT_MISSING);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(Stream.concat(
                    REFUSALS.stream(),
                    Stream.of(
                            TEXT_MISSING,
                            REASON_MISSING,
                            CONTRACT_DAY_PAST,
                            DAY_IMPLAUSIBLE,
                            DAY_IN_FUTURE,
                            LETTER_NOT_SIGNED,
                            SUBSCRIPTION_ENDED))
            .toList());
    private static final Scenario<Subscription, Command, SubscriptionEvent> NEW =
            Scenario.of(SUBSCRIPTION).recording(REACHED).reading(PAID);
    private static final Scenario<Subscription, Command, SubscriptionEvent> OF_NONE =
            Scenario.of(SUBSCRIPTION).recording(REACHED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-110, R-189: the supervisor whom the phase names reviews its letters; where it names none, any sales"
            + " manager does")
    void is_reviewed_by_the_supervisor() {
        var subject = new Subject(
                SUBJECT.programme(),
                SUBJECT.unitNo(),
                SUBJECT.phaseId(),
                SUBJECT.phase(),
                SUBJECT.site(),
                SUBJECT.accountId(),
                PRICE,
                TermsOfPhase.naming(null, "sue"));
        var approve = new ReviewLetter(true, null);
        var named = Scenario.of(SUBSCRIPTION)
                .given(new SubscriptionLetterIssued(UNIT, DEPOSIT_ID, "L-1", "kim", subject), COMPLETED);
        named.when(approve).byMember("may").thenNotYourDuty();
        named.when(approve).byMember("sue").then(new SubscriptionReviewed(UNIT, "sue"));
        Scenario.of(SUBSCRIPTION)
                .given(ISSUED, COMPLETED)
                .when(approve)
                .byMember("may")
                .then(REVIEWED);
    }

    @Test
    @DisplayName("R-109: finance issues a letter only after the whole deposit, under a number that no other letter has")
    void is_issued_after_the_deposit() {
        var issue = new IssueLetter(DEPOSIT_ID, "L-1");
        NEW.when(issue).then(ISSUED).when(issue).thenTaken();
        NEW.when(issue).holding("subscription-letter=L-1", new UUID(4, 4)).thenRefused(LETTER_NO_TAKEN);
        NEW.when(new IssueLetter(DEPOSIT_ID, " ")).thenRefused(TEXT_MISSING, "/letterNo");
        OF_NONE.when(issue).thenRefused(DEPOSIT_UNKNOWN);
        OF_NONE.when(issue)
                .reading(new DepositSeen(UNIT, "kim", false, SUBJECT))
                .thenRefused(DEPOSIT_NOT_PAID);
        OF_NONE.when(issue).reading(new DepositSeen(UNIT, "kim", false, null)).thenRefused(DEPOSIT_NOT_PAID);
        assertThat(SUBSCRIPTION.command(IssueLetter.class).roles()).containsExactly(Role.FINANCE);
        assertThat(SUBSCRIPTION
                        .command(IssueLetter.class)
                        .claimed(DEPOSIT_ID, null, new IssueLetter(DEPOSIT_ID, "l-1")))
                .extracting(Object::toString)
                .containsExactly("subscription-letter=L-1");
        assertThat(SUBSCRIPTION.event(SubscriptionLetterIssued.class).tags().apply(ISSUED))
                .extracting(Object::toString)
                .containsExactly("subscription-letter=L-1");
    }

    @Test
    @DisplayName(
            "R-110: a letter is filled in completely, with the day of signing and that of the papers of a mortgage")
    void is_completed() {
        var issued = NEW.given(ISSUED);
        var complete = complete(PaymentMethod.MORTGAGE, CONTRACT_ON, PAPERS_BY);
        var completed = issued.when(complete).by("kim").then(COMPLETED);
        completed.when(complete).by("kim").thenNothing();
        issued.when(complete(PaymentMethod.LUMP_SUM, CONTRACT_ON, null))
                .by("kim")
                .then(completed(PaymentMethod.LUMP_SUM, null));
        refused(complete(PaymentMethod.MORTGAGE, CONTRACT_ON, null), PAPERS_DAY_MISSING, "/papersBy");
        refused(complete(PaymentMethod.INSTALMENTS, CONTRACT_ON, PAPERS_BY), PAPERS_DAY_MISSING, "/papersBy");
        refused(
                complete(PaymentMethod.MORTGAGE, CONTRACT_ON, CONTRACT_ON.plusDays(1)),
                PAPERS_AFTER_SIGNING,
                "/papersBy");
        refused(complete(PaymentMethod.MORTGAGE, CONTRACT_ON, TODAY.minusYears(6)), DAY_IMPLAUSIBLE, "/papersBy");
        refused(complete(PaymentMethod.LUMP_SUM, TODAY.minusDays(1), null), CONTRACT_DAY_PAST, "/contractOn");
        refused(complete(PaymentMethod.LUMP_SUM, TODAY.plusYears(6), null), DAY_IMPLAUSIBLE, "/contractOn");
        for (var blank : List.of("/buyer", "/idNumber", "/phone", "/address", "/coBuyers")) {
            refused(
                    new CompleteLetter(
                            blank.equals("/buyer") ? "" : "a",
                            blank.equals("/idNumber") ? " " : "a",
                            blank.equals("/phone") ? " " : "a",
                            blank.equals("/address") ? " " : "a",
                            blank.equals("/coBuyers") ? " " : null,
                            PaymentMethod.LUMP_SUM,
                            CONTRACT_ON,
                            null),
                    TEXT_MISSING,
                    blank);
        }
        assertThat(issued.when(complete(PaymentMethod.LUMP_SUM, TODAY, null))
                        .decision()
                        .events())
                .as("it may be signed on the same day")
                .hasSize(1);
    }

    private static void refused(CompleteLetter complete, Refusal reason, String pointer) {
        NEW.given(ISSUED).when(complete).thenRefused(reason, pointer);
    }

    @Test
    @DisplayName(
            "R-110, G13: the supervisor approves a completed letter, or returns it with a reason; not who filled it in")
    void is_reviewed_by_another_one() {
        var completed = NEW.given(ISSUED, COMPLETED);
        completed.when(new ReviewLetter(true, null)).by("kim").thenRefused(REVIEWER_COMPLETED_IT);
        completed.when(new ReviewLetter(false, null)).by("may").thenRefused(REASON_MISSING, "/reason");
        completed.when(new ReviewLetter(true, " ")).by("may").thenRefused(REASON_MISSING, "/reason");
        completed.when(new ReviewLetter(true, null)).by("may").then(REVIEWED);
        var returned = completed
                .when(new ReviewLetter(false, "no address"))
                .by("may")
                .then(new SubscriptionReviewRejected(UNIT, "no address", "may"));
        returned.when(new ReviewLetter(true, null)).by("may").thenRefused(LETTER_NOT_UNDER_REVIEW);
        returned.when(complete(PaymentMethod.MORTGAGE, CONTRACT_ON, PAPERS_BY))
                .by("kim")
                .then(COMPLETED);
        NEW.given(ISSUED).when(new ReviewLetter(true, null)).thenRefused(LETTER_NOT_UNDER_REVIEW);
        assertThat(SUBSCRIPTION.command(ReviewLetter.class).roles()).containsExactly(Role.SALES_MANAGER);
    }

    @Test
    @DisplayName("R-110, G13: what is filled in anew is reviewed anew")
    void a_change_voids_the_review() {
        NEW.given(ISSUED, COMPLETED, REVIEWED)
                .when(complete(PaymentMethod.LUMP_SUM, CONTRACT_ON, null))
                .by("kim")
                .then(completed(PaymentMethod.LUMP_SUM, null))
                .when(new SignSubscription(AGREEMENTS, null))
                .thenRefused(LETTER_NOT_REVIEWED);
    }

    @Test
    @DisplayName("R-111: the buyer signs a reviewed letter only, with all side agreements, while the deposit is kept")
    void is_signed_with_its_side_agreements() {
        var sign = new SignSubscription(AGREEMENTS, null);
        var reviewed = NEW.given(ISSUED, COMPLETED, REVIEWED);
        var signed = reviewed.when(sign).then(SIGNED, REQUESTED);
        signed.when(sign).thenRefused(LETTER_SIGNED);
        signed.when(complete(PaymentMethod.LUMP_SUM, CONTRACT_ON, null)).thenRefused(LETTER_SIGNED);
        reviewed.when(new SignSubscription(List.of("car park"), null)).thenRefused(AGREEMENT_MISSING, "/agreements");
        reviewed.when(new SignSubscription(AGREEMENTS, TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        reviewed.when(new SignSubscription(AGREEMENTS, TODAY.minusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        reviewed.when(sign)
                .reading(new DepositSeen(UNIT, "kim", false, SUBJECT))
                .thenRefused(DEPOSIT_NOT_PAID);
        OF_NONE.given(ISSUED, COMPLETED, REVIEWED).when(sign).thenRefused(DEPOSIT_NOT_PAID);
        NEW.given(ISSUED).when(sign).thenRefused(LETTER_NOT_REVIEWED);
        NEW.given(ISSUED, COMPLETED).when(sign).thenRefused(LETTER_NOT_REVIEWED);
    }

    @Test
    @DisplayName(
            "R-112: the buyer is given the customer's copy and every document of the pack once the letter is signed")
    void the_pack_is_delivered() {
        var deliver = new DeliverPack(List.of("floor plan", "keys"), true, null);
        var signed = NEW.given(ISSUED, COMPLETED, REVIEWED, SIGNED, REQUESTED);
        signed.when(new DeliverPack(List.of("keys"), true, null)).thenRefused(DOCUMENT_MISSING, "/documents");
        signed.when(new DeliverPack(List.of("floor plan"), null, null)).thenRefused(COPY_MISSING, "/customerCopy");
        signed.when(new DeliverPack(List.of("floor plan"), false, null)).thenRefused(COPY_MISSING, "/customerCopy");
        var delivered =
                signed.when(deliver).then(new DocumentPackDelivered(UNIT, List.of("floor plan", "keys"), true, TODAY));
        delivered.when(deliver).thenNothing();
        NEW.given(ISSUED, COMPLETED, REVIEWED).when(deliver).thenRefused(LETTER_NOT_SIGNED);
        delivered.when(new SignSubscription(AGREEMENTS, null)).thenRefused(LETTER_SIGNED);
    }

    @Test
    @DisplayName("R-118: nothing is done with the letter of a sale that is over")
    void an_ended_letter_stands_still() {
        for (var end : List.of(
                new SubscriptionCancelled(UNIT),
                new SubscriptionExpired(UNIT),
                new SubscriptionConverted(UNIT, UNIT))) {
            var over = NEW.given(ISSUED, COMPLETED, end);
            over.when(complete(PaymentMethod.LUMP_SUM, CONTRACT_ON, null)).thenRefused(SUBSCRIPTION_ENDED);
            over.when(new ReviewLetter(true, null)).by("may").thenRefused(SUBSCRIPTION_ENDED);
            over.when(new SignSubscription(AGREEMENTS, null)).thenRefused(SUBSCRIPTION_ENDED);
            over.when(new DeliverPack(List.of("floor plan"), true, null)).thenRefused(SUBSCRIPTION_ENDED);
        }
    }
}
