package io.milepost.delivery.settlement;

import static io.milepost.delivery.kernel.Satisfaction.No.SCORE_OUT_OF_RANGE;
import static io.milepost.delivery.settlement.Settlement.No.*;
import static io.milepost.delivery.settlement.SettlementCatalogue.SETTLEMENT;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.settlement.Settlement.*;
import io.milepost.delivery.settlement.SettlementCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SETTLEMENT);
    private static final UUID CONTRACT = Scenario.ID;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Money AMOUNT = Money.of("9642.00", "USD");
    private static final Money LESS = Money.of("9600.00", "USD");
    private static final Scenario<Settlement, Command, Event> NOTHING =
            Scenario.of(SETTLEMENT).recording(REACHED);
    private static final Scenario<Settlement, Command, Event> OPENED =
            NOTHING.given(new SettlementOpened(CONTRACT, TODAY, AMOUNT.currency()));
    private static final Scenario<Settlement, Command, Event> DRAFT =
            OPENED.given(new SettlementDrafted(CONTRACT, AMOUNT, null, null, null, null));
    private static final Scenario<Settlement, Command, Event> DISPUTED =
            DRAFT.given(new SettlementDisputed(CONTRACT, AMOUNT, "too much", TODAY));
    private static final Scenario<Settlement, Command, Event> CONFIRMED =
            DRAFT.given(new SettlementConfirmed(CONTRACT, AMOUNT, TODAY, null, null, null));
    private static final Scenario<Settlement, Command, Event> SETTLED =
            CONFIRMED.given(new SettlementCompleted(CONTRACT, AMOUNT, TODAY, null, null, null));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-162, decision 32: nothing is settled before the acceptance, which opens the settlement")
    void nothing_is_settled_before_the_acceptance() {
        List<Command> commands = List.of(
                new DraftSettlement(AMOUNT, null),
                new ConfirmSettlement(null, null),
                new DisputeSettlement("too much"),
                new CompleteSettlement());
        commands.forEach(command -> NOTHING.when(command).thenUnknown());
        NOTHING.when(new OpenSettlement(TODAY, AMOUNT.currency()))
                .then(new SettlementOpened(CONTRACT, TODAY, AMOUNT.currency()))
                .when(new OpenSettlement(TODAY, null))
                .thenTaken();
    }

    @Test
    @DisplayName("R-162, G20: drafted, confirmed by the customer, completed, each once")
    void is_completed_once_the_customer_has_confirmed() {
        OPENED.when(new DraftSettlement(AMOUNT, null))
                .then(new SettlementDrafted(CONTRACT, AMOUNT, null, null, null, null))
                .when(new DraftSettlement(AMOUNT, null))
                .thenNothing()
                .when(new ConfirmSettlement(null, null))
                .then(new SettlementConfirmed(CONTRACT, AMOUNT, TODAY, null, null, null))
                .when(new ConfirmSettlement(null, null))
                .thenNothing()
                .when(new CompleteSettlement())
                .then(new SettlementCompleted(CONTRACT, AMOUNT, TODAY, null, null, null))
                .when(new CompleteSettlement())
                .thenNothing()
                .when(new ConfirmSettlement(null, null))
                .thenNothing();
    }

    @Test
    @DisplayName("R-162: an amount that is not the value of the contract says why")
    void a_deviation_is_explained() {
        var worth = OPENED.reading(agreed(AMOUNT));
        worth.when(new DraftSettlement(AMOUNT, null))
                .then(new SettlementDrafted(CONTRACT, AMOUNT, null, AMOUNT, null, null));
        worth.when(new DraftSettlement(LESS, null)).thenRefused(DEVIATION_UNEXPLAINED, "/reason");
        worth.when(new DraftSettlement(LESS, " ")).thenRefused(REASON_MISSING, "/reason");
        worth.when(new DraftSettlement(LESS, "late"))
                .then(new SettlementDrafted(CONTRACT, LESS, null, AMOUNT, "late", null))
                .when(new DraftSettlement(LESS, "late"))
                .thenNothing();
        OPENED.reading(agreed(null))
                .when(new DraftSettlement(LESS, null))
                .then(new SettlementDrafted(CONTRACT, LESS, null, null, null, null));
    }

    @Test
    @DisplayName("R-162: it says what is left of the payments, so that the last one can be claimed")
    void tells_the_last_payment() {
        var partlyPaid = new Agreed(AMOUNT, null, Money.of("9000.00", "USD"));
        OPENED.reading(partlyPaid)
                .when(new DraftSettlement(AMOUNT, null))
                .then(new SettlementDrafted(CONTRACT, AMOUNT, null, AMOUNT, null, Money.of("9000.00", "USD")));
        var settled = CONFIRMED
                .reading(partlyPaid)
                .when(new CompleteSettlement())
                .then(new SettlementCompleted(
                        CONTRACT, AMOUNT, TODAY, AMOUNT, Money.of("9000.00", "USD"), Money.of("642.00", "USD")));
        assertThat(View.of(settled.state()).finalPayment()).isEqualTo(Money.of("642.00", "USD"));
        CONFIRMED
                .reading(new Agreed(AMOUNT, null, Money.of("9700.00", "USD")))
                .when(new CompleteSettlement())
                .then(new SettlementCompleted(
                        CONTRACT, AMOUNT, TODAY, AMOUNT, Money.of("9700.00", "USD"), Money.of("-58.00", "USD")));
        CONFIRMED
                .reading(new Agreed(AMOUNT, null, Money.of("10", "JPY")))
                .when(new CompleteSettlement())
                .then(new SettlementCompleted(CONTRACT, AMOUNT, TODAY, AMOUNT, Money.of("10", "JPY"), null));
    }

    @Test
    @DisplayName("R-162, R-138: what was stated before the contract was amended is stated anew")
    void an_amended_contract_is_stated_anew() {
        var stated = OPENED.given(new SettlementDrafted(CONTRACT, LESS, null, LESS, null, null));
        var amended = stated.reading(agreed(AMOUNT));
        amended.when(new ConfirmSettlement(null, null)).thenRefused(CONTRACT_AMENDED);
        amended.when(new DraftSettlement(LESS, null)).thenRefused(DEVIATION_UNEXPLAINED, "/reason");
        amended.when(new DraftSettlement(AMOUNT, null))
                .then(new SettlementDrafted(CONTRACT, AMOUNT, null, AMOUNT, null, null));
        stated.reading(agreed(LESS))
                .when(new ConfirmSettlement(null, null))
                .then(new SettlementConfirmed(CONTRACT, LESS, TODAY, null, null, null));
        stated.when(new ConfirmSettlement(null, null))
                .then(new SettlementConfirmed(CONTRACT, LESS, TODAY, null, null, null));
    }

    private static Agreed agreed(@Nullable Money value) {
        return new Agreed(value, null, null);
    }

    @Test
    @DisplayName("R-162, R-167, decision 32: how satisfied the customer is is recorded and holds nothing back")
    void satisfaction_is_recorded() {
        var unhappy = new SettlementConfirmed(CONTRACT, AMOUNT, TODAY, 1, "too late", "hash-1");
        DRAFT.when(new ConfirmSettlement(1, "too late"))
                .digest("feedback", "hash-1")
                .then(unhappy)
                .when(new ConfirmSettlement(1, "too late"))
                .digest("feedback", "hash-1")
                .thenNothing()
                .when(new ConfirmSettlement(2, "too late"))
                .digest("feedback", "hash-1")
                .thenRefused(SETTLEMENT_CONFIRMED)
                .when(new CompleteSettlement())
                .then(new SettlementCompleted(CONTRACT, AMOUNT, TODAY, null, null, null));
        DRAFT.when(new ConfirmSettlement(6, null)).thenRefused(SCORE_OUT_OF_RANGE, "/satisfaction");
        DRAFT.when(new ConfirmSettlement(null, " ")).thenRefused(TEXT_MISSING, "/feedback");
        assertThat(View.of(DRAFT.given(unhappy).state()).satisfaction()).isOne();
    }

    @Test
    @DisplayName("G20: a disputed settlement is drafted again")
    void a_disputed_settlement_is_drafted_again() {
        DRAFT.when(new DisputeSettlement("too much"))
                .then(new SettlementDisputed(CONTRACT, AMOUNT, "too much", TODAY))
                .when(new DisputeSettlement("too much"))
                .thenRefused(SETTLEMENT_NOT_DRAFT)
                .when(new DraftSettlement(LESS, null))
                .then(new SettlementDrafted(CONTRACT, LESS, null, null, null, null))
                .when(new ConfirmSettlement(null, null))
                .then(new SettlementConfirmed(CONTRACT, LESS, TODAY, null, null, null));
        DISPUTED.when(new DraftSettlement(AMOUNT, null))
                .then(new SettlementDrafted(CONTRACT, AMOUNT, null, null, null, null));
        DRAFT.when(new DisputeSettlement(" ")).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("R-162, R-189, G20: whoever stated the amount neither notes that the customer agrees nor completes it")
    void the_author_neither_confirms_nor_completes_it() {
        var confirmed = OPENED.when(new DraftSettlement(AMOUNT, null))
                .byMember("fay")
                .then(new SettlementDrafted(CONTRACT, AMOUNT, "fay", null, null, null))
                .when(new ConfirmSettlement(null, null))
                .byMember(" FAY")
                .thenRefused(CONFIRMED_BY_AUTHOR)
                .when(new ConfirmSettlement(null, null))
                .byMember("kim")
                .then(new SettlementConfirmed(CONTRACT, AMOUNT, TODAY, null, null, null));
        confirmed.when(new CompleteSettlement()).byMember("Fay").thenRefused(COMPLETED_BY_AUTHOR);
        confirmed
                .when(new CompleteSettlement())
                .byMember("gus")
                .then(new SettlementCompleted(CONTRACT, AMOUNT, TODAY, null, null, null));
    }

    @Test
    @DisplayName("G20: nothing is completed that the customer has not confirmed")
    void nothing_is_completed_unconfirmed() {
        List.of(OPENED, DRAFT, DISPUTED)
                .forEach(open -> open.when(new CompleteSettlement()).thenRefused(SETTLEMENT_NOT_CONFIRMED));
        List.of(OPENED, DISPUTED)
                .forEach(open -> open.when(new ConfirmSettlement(null, null)).thenRefused(SETTLEMENT_NOT_DRAFT));
        OPENED.when(new DisputeSettlement("too much")).thenRefused(SETTLEMENT_NOT_DRAFT);
    }

    @Test
    void what_is_confirmed_stands() {
        List.of(CONFIRMED, SETTLED).forEach(done -> {
            done.when(new DraftSettlement(LESS, null)).thenRefused(SETTLEMENT_CONFIRMED);
            done.when(new DisputeSettlement("too much")).thenRefused(SETTLEMENT_CONFIRMED);
        });
    }

    @Test
    void an_amount_is_not_below_zero() {
        var negative = new DraftSettlement(Money.of("-0.01", "USD"), null);
        List.of(OPENED, DRAFT, DISPUTED).forEach(open -> open.when(negative).thenRefused(AMOUNT_NEGATIVE, "/amount"));
        OPENED.when(new DraftSettlement(Money.of("0.00", "USD"), null))
                .then(new SettlementDrafted(CONTRACT, Money.of("0.00", "USD"), null, null, null, null));
    }

    @Test
    @DisplayName("A settlement is in the currency of its contract or, where nobody said that, of its first draft")
    void a_settlement_keeps_its_currency() {
        var foreign = new DraftSettlement(Money.of("9642.00", "EUR"), null);
        List.of(OPENED, DRAFT, DISPUTED)
                .forEach(open -> open.when(foreign).thenRefused(CURRENCIES_MIXED, "/amount/currency"));
        var ofBefore = NOTHING.given(new SettlementOpened(CONTRACT, TODAY, null));
        ofBefore.when(foreign)
                .then(new SettlementDrafted(CONTRACT, foreign.amount(), null, null, null, null))
                .when(new DraftSettlement(AMOUNT, null))
                .thenRefused(CURRENCIES_MIXED, "/amount/currency");
    }

    @Test
    void shows_its_status_in_the_words_of_the_domain() {
        assertThat(View.of(OPENED.state()))
                .isEqualTo(new View("OPENED", CONTRACT, TODAY, null, null, null, null, null, null));
        assertThat(View.of(DRAFT.state()))
                .isEqualTo(new View("DRAFT", CONTRACT, TODAY, AMOUNT, null, null, null, null, null));
        assertThat(View.of(DISPUTED.state()))
                .isEqualTo(new View("DISPUTED", CONTRACT, TODAY, AMOUNT, "too much", null, null, null, null));
        assertThat(View.of(CONFIRMED.state()))
                .isEqualTo(new View("CONFIRMED_BY_CUSTOMER", CONTRACT, TODAY, AMOUNT, null, TODAY, null, null, null));
        assertThat(View.of(SETTLED.state()))
                .isEqualTo(new View("SETTLED", CONTRACT, TODAY, AMOUNT, null, TODAY, TODAY, null, null));
    }
}
