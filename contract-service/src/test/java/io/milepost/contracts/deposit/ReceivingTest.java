package io.milepost.contracts.deposit;

import static io.milepost.contracts.deposit.Deposit.No.*;
import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.deposit.Deposits.*;
import static io.milepost.contracts.kernel.MoneyKind.*;
import static io.milepost.contracts.kernel.TermsOfPhase.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.deposit.DepositCatalogue.View;
import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How money for a unit is received. */
class ReceivingTest {
    static final List<Refusal> REFUSALS = List.of(
            UNIT_UNKNOWN,
            UNIT_TAKEN,
            UNIT_NOT_RELEASED,
            UNIT_WITHDRAWN,
            UNIT_NOT_CONFIRMED,
            RECEIPT_NO_TAKEN,
            PRICE_SHEET_UNKNOWN,
            PRICE_SHEET_ENDED,
            DEPOSIT_COMPLETE,
            TOP_UP_DAY_PASSED,
            PART_NOT_ENOUGH,
            AMOUNT_ABOVE_DEPOSIT,
            EARNEST_MONEY_ABOVE_CAP,
            AMOUNT_NOT_POSITIVE,
            TEXT_MISSING,
            OWNER_MISSING,
            DAY_IN_FUTURE,
            DAY_IMPLAUSIBLE);
    private static final ReachedRefusals REACHED =
            ReachedRefusals.of(Stream.concat(REFUSALS.stream(), Stream.of(DEPOSIT_ENDED, CURRENCIES_MIXED))
                    .toList());
    private static final UUID WINNER = new UUID(4, 9);
    private static final String HELD = "unit-hold=" + UNIT;
    private static final Scenario<Deposit, Command, DepositEvent> NEW =
            Scenario.of(DEPOSIT).recording(REACHED);
    private static final Scenario<Deposit, Command, DepositEvent> IN_PUBLIC =
            NEW.reading(onOffer(TermsOfPhase.PUBLIC, false, sheet(1, ANN)));
    private static final Scenario<Deposit, Command, DepositEvent> IN_PRE_SALE =
            NEW.reading(onOffer(PRE_SALE, false, sheet(1, ANN)));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "R-104, R-108: finance receipts the whole deposit of a buyer with a price sheet, and it takes the unit")
    void the_whole_deposit_takes_the_unit(MoneyKind kind) {
        IN_PUBLIC.when(record(kind, TermsOfPhase.DEPOSIT)).then(paid(kind));
        assertThat(DEPOSIT.command(RecordDeposit.class).claimed(Scenario.ID, null, record(kind, TermsOfPhase.DEPOSIT)))
                .as("R-104: that nobody has the unit, and the receipt is new, is part of the append's condition")
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(HELD, "receipt=R-1");
        assertThat(tags(paid(kind))).containsExactlyInAnyOrder(HELD, "receipt=R-1");
        assertThat(tags(held(kind))).containsExactlyInAnyOrder(HELD, "receipt=R-1");
    }

    @Test
    @DisplayName("R-106: whoever comes later is rejected on record, and the money is due to the buyer")
    void a_later_deposit_is_rejected_on_record() {
        var due = new RejectedRefundBecameDue(UNIT, TermsOfPhase.DEPOSIT);
        var rejected = IN_PUBLIC
                .when(record(EARNEST_MONEY, TermsOfPhase.DEPOSIT))
                .holding(HELD, WINNER)
                .thenRefusedOnRecord(UNIT_TAKEN, rejected(), due);
        assertThat(view(rejected).status()).isEqualTo("REFUND_DUE");
        assertThat(view(rejected).rejected()).isTrue();
        assertThat(view(rejected).refund()).isEqualTo(TermsOfPhase.DEPOSIT);
        assertThat(DEPOSIT.isHeld("unit-hold", UNIT.toString(), rejected.state()))
                .isFalse();
        assertThat(tags(rejected())).as("its receipt counts all the same").containsExactly("receipt=R-1");

        var unreleased = new UnitOnOffer("HARBOUR", "A-1", null, false, false, List.of());
        NEW.when(record(EARNEST_MONEY, TermsOfPhase.DEPOSIT))
                .reading(unreleased)
                .thenRefusedOnRecord(UNIT_NOT_RELEASED, because(Rejection.UNIT_NOT_RELEASED), due);
        var withdrawn = new UnitOnOffer("HARBOUR", "A-1", null, true, false, List.of());
        NEW.when(record(EARNEST_MONEY, TermsOfPhase.DEPOSIT))
                .reading(withdrawn)
                .thenRefusedOnRecord(UNIT_WITHDRAWN, because(Rejection.UNIT_WITHDRAWN), due);
        NEW.when(record(EARNEST_MONEY, TermsOfPhase.DEPOSIT)).thenRefused(UNIT_UNKNOWN);
    }

    private static DepositRejected because(Rejection reason) {
        var was = rejected();
        return new DepositRejected(
                was.unitId(), was.programme(), was.unitNo(), ANN, "kim", was.kind(), WHOLE, reason, was.payer());
    }

    @Test
    @DisplayName("R-108: a receipt's number is given once in the company, also that of a rejected deposit and a top-up")
    void a_receipt_number_is_given_once() {
        IN_PUBLIC
                .when(record(DEPOSIT_KIND, TermsOfPhase.DEPOSIT))
                .holding("receipt=R-1", WINNER)
                .thenRefused(RECEIPT_NO_TAKEN);
        var held = NEW.given(held());
        held.when(topUp("r-2", "800.00")).holding("receipt=R-2", WINNER).thenRefused(RECEIPT_NO_TAKEN);
        held.when(topUp(" r-1 ", "800.00")).thenRefused(RECEIPT_NO_TAKEN);
        held.when(new TopUpDeposit("R-1", HOLD, TODAY.minusDays(1))).thenRefused(RECEIPT_NO_TAKEN);
        held.when(new TopUpDeposit("R-1", HOLD, TODAY)).thenNothing();
        assertThat(DEPOSIT.command(TopUpDeposit.class).claimed(Scenario.ID, held.state(), topUp("r-2", "1.00")))
                .extracting(Object::toString)
                .containsExactly("receipt=R-2");
        assertThat(tags(new DepositToppedUp(UNIT, new Payment("r-2", HOLD, TODAY), HOLD)))
                .containsExactly("receipt=R-2");
    }

    private static final MoneyKind DEPOSIT_KIND = MoneyKind.DEPOSIT;

    @Test
    @DisplayName("R-102, R-107: the buyer has a price sheet of the unit that is valid still")
    void the_buyer_has_a_price_sheet() {
        var record = record(EARNEST_MONEY, TermsOfPhase.DEPOSIT);
        NEW.when(record).reading(onOffer(TermsOfPhase.PUBLIC, true)).thenRefused(PRICE_SHEET_UNKNOWN);
        NEW.when(record)
                .reading(onOffer(TermsOfPhase.PUBLIC, true, sheet(1, BOB)))
                .thenRefused(PRICE_SHEET_UNKNOWN);
        NEW.when(record)
                .reading(onOffer(TermsOfPhase.PUBLIC, true, sheet(2, ANN)))
                .thenRefused(PRICE_SHEET_UNKNOWN);
        NEW.when(record)
                .reading(onOffer(TermsOfPhase.PUBLIC, true, new Priced(1, ANN, PRICE, TODAY.minusDays(1))))
                .thenRefused(PRICE_SHEET_ENDED);
    }

    @Test
    @DisplayName("R-103: where several customers want the unit, a sales manager has confirmed that it is unsold")
    void a_contested_unit_is_confirmed() {
        var record = record(EARNEST_MONEY, TermsOfPhase.DEPOSIT);
        NEW.when(record)
                .reading(onOffer(TermsOfPhase.PUBLIC, false, sheet(1, ANN), sheet(2, BOB)))
                .thenRefused(UNIT_NOT_CONFIRMED);
        NEW.when(record)
                .reading(onOffer(TermsOfPhase.PUBLIC, true, sheet(1, ANN), sheet(2, BOB)))
                .then(paid(EARNEST_MONEY));
        NEW.when(record)
                .reading(onOffer(TermsOfPhase.PUBLIC, false, sheet(1, ANN), sheet(2, ANN)))
                .then(paid(EARNEST_MONEY));
        NEW.when(record)
                .reading(onOffer(
                        TermsOfPhase.PUBLIC, false, sheet(1, ANN), new Priced(2, BOB, PRICE, TODAY.minusDays(1))))
                .then(paid(EARNEST_MONEY));
        NEW.when(record)
                .reading(onOffer(TermsOfPhase.PUBLIC, true, sheet(1, ANN), sheet(2, BOB)))
                .holding(HELD, WINNER)
                .thenRefusedOnRecord(UNIT_TAKEN, rejected(), new RejectedRefundBecameDue(UNIT, TermsOfPhase.DEPOSIT));
    }

    @Test
    @DisplayName(
            "R-115: in pre-sale a part holds the unit, of the least amount that the phase sets, until the rest is due")
    void a_part_holds_the_unit_in_pre_sale() {
        var held = IN_PRE_SALE.when(record(EARNEST_MONEY, HOLD)).then(held());
        assertThat(view(held).status()).isEqualTo("PARTIAL");
        assertThat(view(held).open()).isEqualTo(usd("800.00"));
        assertThat(DEPOSIT.isHeld("unit-hold", UNIT.toString(), held.state())).isTrue();
        IN_PRE_SALE.when(record(EARNEST_MONEY, usd("199.99"))).thenRefused(PART_NOT_ENOUGH, "/amount");
        IN_PUBLIC.when(record(EARNEST_MONEY, usd("999.99"))).thenRefused(PART_NOT_ENOUGH, "/amount");
        IN_PUBLIC.when(record(EARNEST_MONEY, usd("1000.01"))).thenRefused(AMOUNT_ABOVE_DEPOSIT, "/amount");
        IN_PRE_SALE
                .when(record(EARNEST_MONEY, HOLD))
                .on(TOP_UP_BY)
                .reading(onOffer(PRE_SALE, false, new Priced(1, ANN, PRICE, TOP_UP_BY)))
                .then(new DepositPartlyPaid(
                        UNIT,
                        "kim",
                        sale(EARNEST_MONEY, PRE_SALE),
                        new Payment("R-1", HOLD, TOP_UP_BY),
                        usd("800.00"),
                        TOP_UP_BY,
                        TOP_UP_BY.plusDays(3),
                        "Canary Payer"));
        IN_PRE_SALE
                .when(record(EARNEST_MONEY, HOLD))
                .on(TOP_UP_BY.plusDays(1))
                .reading(onOffer(PRE_SALE, false, new Priced(1, ANN, PRICE, TOP_UP_BY.plusDays(1))))
                .thenRefused(TOP_UP_DAY_PASSED);
    }

    @Test
    @DisplayName("R-115: the rest is taken from whoever holds the unit until all is paid, and no more than that")
    void the_rest_is_topped_up() {
        var next = new Payment("R-2", usd("300.00"), TODAY);
        var held = NEW.given(held());
        var more = held.when(topUp("R-2", "300.00")).then(new DepositToppedUp(UNIT, next, usd("500.00")));
        assertThat(view(more).status()).isEqualTo("PARTIAL");
        more.when(topUp("R-3", "500.01")).thenRefused(AMOUNT_ABOVE_DEPOSIT, "/amount");
        var all = more.when(topUp("R-3", "500.00"))
                .then(new DepositToppedUp(UNIT, new Payment("R-3", usd("500.00"), TODAY), usd("0.00")));
        assertThat(view(all).status()).isEqualTo("PAID");
        assertThat(view(all).payments()).hasSize(3);
        all.when(topUp("R-4", "1.00")).thenRefused(DEPOSIT_COMPLETE);
        held.when(new TopUpDeposit("R-2", Money.of("1.00", "EUR"), null)).thenRefused(CURRENCIES_MIXED, "/amount");
        NEW.given(rejected()).when(topUp("R-2", "1.00")).thenRefused(DEPOSIT_ENDED);
    }

    @Test
    @DisplayName(
            "R-104, decision 20: earnest money is at most the part of the price that the phase allows, a deposit is not bound")
    void earnest_money_has_a_cap() {
        var capped = terms("1.11");
        NEW.when(record(EARNEST_MONEY, TermsOfPhase.DEPOSIT))
                .reading(onOffer(capped, false, sheet(1, ANN)))
                .thenRefused(EARNEST_MONEY_ABOVE_CAP, "/kind");
        NEW.when(record(DEPOSIT_KIND, TermsOfPhase.DEPOSIT))
                .reading(onOffer(capped, false, sheet(1, ANN)))
                .then(new DepositPaid(UNIT, "kim", sale(DEPOSIT_KIND, capped), WHOLE, "Canary Payer"));
        var enough = terms("1.1112");
        NEW.when(record(EARNEST_MONEY, TermsOfPhase.DEPOSIT))
                .reading(onOffer(enough, false, sheet(1, ANN)))
                .then(new DepositPaid(UNIT, "kim", sale(EARNEST_MONEY, enough), WHOLE, "Canary Payer"));
    }

    private static DepositTerms terms(String cap) {
        return new DepositTerms(
                TermsOfPhase.DEPOSIT,
                null,
                null,
                0,
                new BigDecimal(cap),
                BigDecimal.ZERO,
                null,
                0,
                List.of(),
                List.of());
    }

    @Test
    @DisplayName("R-108: a receipt has a number, an amount in the currency of the price, a seller and a plausible day")
    void a_receipt_is_plausible() {
        refused("R-1", usd("0.00"), null, "kim", AMOUNT_NOT_POSITIVE, "/amount");
        refused(" ", TermsOfPhase.DEPOSIT, null, "kim", TEXT_MISSING, "/receiptNo");
        refused("R-1", TermsOfPhase.DEPOSIT, TODAY.plusDays(1), "kim", DAY_IN_FUTURE, "/paidOn");
        refused("R-1", TermsOfPhase.DEPOSIT, TODAY.minusYears(6), "kim", DAY_IMPLAUSIBLE, "/paidOn");
        refused("R-1", TermsOfPhase.DEPOSIT, null, "", OWNER_MISSING, "/consultant");
        refused("R-1", Money.of("1000.00", "EUR"), null, "kim", CURRENCIES_MIXED, "/amount");
        IN_PUBLIC
                .when(new RecordDeposit(UNIT, ANN, "kim", 1, EARNEST_MONEY, "R-1", TermsOfPhase.DEPOSIT, null, " "))
                .thenRefused(TEXT_MISSING, "/payer");
        IN_PUBLIC
                .when(new RecordDeposit(
                        UNIT, ANN, "kim", 1, EARNEST_MONEY, "R-1", TermsOfPhase.DEPOSIT, TODAY, "Canary Payer"))
                .then(paid(EARNEST_MONEY));
    }

    private static void refused(
            String receipt, Money amount, @Nullable LocalDate on, String consultant, Refusal reason, String pointer) {
        IN_PUBLIC
                .when(new RecordDeposit(UNIT, ANN, consultant, 1, EARNEST_MONEY, receipt, amount, on, null))
                .thenRefused(reason, pointer);
    }

    private static TopUpDeposit topUp(String receipt, String amount) {
        return new TopUpDeposit(receipt, usd(amount), null);
    }

    private static List<String> tags(DepositEvent event) {
        return DEPOSIT.event(event.getClass()).tags().apply(event).stream()
                .map(Object::toString)
                .toList();
    }

    private static View view(Scenario<Deposit, Command, DepositEvent> scenario) {
        return (View) Objects.requireNonNull(DEPOSIT.view().apply(scenario.state()));
    }
}
