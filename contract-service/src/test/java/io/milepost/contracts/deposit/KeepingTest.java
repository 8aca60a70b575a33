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
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a deposit once it is received. */
class KeepingTest {
    private static final List<Refusal> ELSEWHERE = Stream.concat(
                    ReceivingTest.REFUSALS.stream(), Stream.of(MONEY_BY_SELLER))
            .filter(refusal -> !List.<Refusal>of(AMOUNT_NOT_POSITIVE, TEXT_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
                    .contains(refusal))
            .toList();
    private static final ReachedRefusals REACHED = ReachedRefusals.without(DEPOSIT, ELSEWHERE);
    private static final Scenario<Deposit, Command, DepositEvent> NEW =
            Scenario.of(DEPOSIT).recording(REACHED);
    private static final RefundBecameDue DUE = new RefundBecameDue(UNIT, TermsOfPhase.DEPOSIT);
    private static final DepositCancelled LEFT = new DepositCancelled(UNIT, Side.BUYER, "no loan", "may");
    private static final Scenario<Deposit, Command, DepositEvent> ENDED = NEW.given(paid(EARNEST_MONEY), LEFT, DUE);
    private static final DepositConverted CONVERTED = new DepositConverted(UNIT, CONTRACT, TermsOfPhase.DEPOSIT, TODAY);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-118: a sale that is given up frees the unit, and the money is due to the buyer")
    void a_cancelled_deposit_frees_the_unit() {
        var paid = NEW.given(paid(EARNEST_MONEY));
        assertThat(DEPOSIT.isHeld("unit-hold", UNIT.toString(), paid.state())).isTrue();
        paid.when(new CancelDeposit(Side.BUYER, "")).thenRefused(REASON_MISSING, "/reason");
        var ended =
                paid.when(new CancelDeposit(Side.BUYER, "no loan")).by("may").then(LEFT, DUE);
        assertThat(DEPOSIT.isHeld("unit-hold", UNIT.toString(), ended.state())).isFalse();
        assertThat(view(ended).status()).isEqualTo("REFUND_DUE");
        assertThat(view(ended).refund()).isEqualTo(TermsOfPhase.DEPOSIT);
        ended.when(new CancelDeposit(Side.BUYER, "no loan")).thenRefused(DEPOSIT_ENDED);
        NEW.given(held())
                .when(new CancelDeposit(Side.SELLER, "fire"))
                .by("may")
                .then(new DepositCancelled(UNIT, Side.SELLER, "fire", "may"), new RefundBecameDue(UNIT, HOLD));
        NEW.given(rejected()).when(new CancelDeposit(Side.SELLER, "fire")).thenRefused(DEPOSIT_ENDED);
        assertThat(DEPOSIT.command(CancelDeposit.class).roles()).containsExactly(Role.SALES_MANAGER);
    }

    @Test
    @DisplayName("R-106, R-118: what is due is refunded by finance, once, under a voucher that no other refund has")
    void what_is_due_is_refunded_once() {
        var refunded = new DepositRefunded(UNIT, TermsOfPhase.DEPOSIT, "V-1", TODAY);
        for (var due : List.of(ENDED, NEW.given(rejected(), new RejectedRefundBecameDue(UNIT, TermsOfPhase.DEPOSIT)))) {
            due.when(new RefundDeposit(" ", null)).thenRefused(TEXT_MISSING, "/voucherNo");
            due.when(new RefundDeposit("V-1", TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
            due.when(new RefundDeposit("V-1", TODAY.minusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/on");
            due.when(new RefundDeposit("v-1", null))
                    .holding("refund-voucher=V-1", new UUID(4, 2))
                    .thenRefused(VOUCHER_NO_TAKEN);
            var done = due.when(new RefundDeposit("V-1", null)).then(refunded);
            assertThat(view(done).status()).isEqualTo("REFUNDED");
            done.when(new RefundDeposit("V-1", null)).thenRefused(DEPOSIT_ENDED);
        }
        NEW.given(paid(EARNEST_MONEY)).when(new RefundDeposit("V-1", null)).thenRefused(DEPOSIT_KEPT);
        ENDED.when(new RefundDeposit("V-1", null)).by("may").thenRefused(REFUNDED_BY_CANCELLER);
        ENDED.when(new RefundDeposit("V-1", null)).by("fin").then(refunded);
        assertThat(DEPOSIT.event(DepositRefunded.class).tags().apply(refunded))
                .extracting(Object::toString)
                .containsExactly("refund-voucher=V-1");
        assertThat(DEPOSIT.command(RefundDeposit.class).claimed(Scenario.ID, null, new RefundDeposit("v-1", null)))
                .extracting(Object::toString)
                .containsExactly("refund-voucher=V-1");
        assertThat(DEPOSIT.command(RefundDeposit.class).roles()).containsExactly(Role.FINANCE);
    }

    @Test
    @DisplayName(
            "R-118, decision 20: earnest money that a buyer left is forfeited within the policy, by its approver, with"
                    + " a reason")
    void earnest_money_is_forfeited_within_the_policy() {
        var forfeited = new DepositForfeited(UNIT, usd("100.00"), usd("900.00"), "advertised again", "boss");
        var once = ENDED.when(forfeit("100.00")).by("boss").then(forfeited);
        assertThat(view(once).refund()).isEqualTo(usd("900.00"));
        assertThat(view(once).forfeited()).isEqualTo(usd("100.00"));
        once.when(forfeit("1.00")).by("boss").thenRefused(FORFEITURE_NOT_ALLOWED);
        once.when(new RefundDeposit("V-1", TODAY)).then(new DepositRefunded(UNIT, usd("900.00"), "V-1", TODAY));

        ENDED.when(forfeit("100.01")).by("boss").thenRefused(FORFEITURE_ABOVE_LIMIT, "/amount");
        ENDED.when(forfeit("0.00")).by("boss").thenRefused(AMOUNT_NOT_POSITIVE, "/amount");
        ENDED.when(new ForfeitDeposit(Money.of("1.00", "EUR"), "why")).thenRefused(CURRENCIES_MIXED, "/amount");
        ENDED.when(new ForfeitDeposit(usd("1.00"), " ")).thenRefused(REASON_MISSING, "/reason");
        ENDED.when(forfeit("100.00")).by("may").thenRefused(FORFEITURE_BY_CANCELLER);
    }

    @Test
    @DisplayName("R-118: neither a reservation, nor what the seller gave up, nor what is kept or rejected is forfeited")
    void nothing_else_is_forfeited() {
        var seller = new DepositCancelled(UNIT, Side.SELLER, "fire", "may");
        Stream.of(
                        NEW.given(paid(MoneyKind.DEPOSIT), LEFT, DUE),
                        NEW.given(paid(EARNEST_MONEY), seller, DUE),
                        NEW.given(paid(EARNEST_MONEY)),
                        NEW.given(rejected(), new RejectedRefundBecameDue(UNIT, TermsOfPhase.DEPOSIT)))
                .forEach(other -> other.when(forfeit("1.00")).by("boss").thenRefused(FORFEITURE_NOT_ALLOWED));
    }

    @Test
    @DisplayName("R-118: all of it is forfeited where the policy allows that, and nothing is refunded then")
    void all_is_forfeited_where_the_policy_says_so() {
        var terms = of(HOLD, TOP_UP_BY, "100", "boss");
        var held = new DepositPartlyPaid(
                UNIT, "kim", sale(EARNEST_MONEY, terms), PART, usd("800.00"), TOP_UP_BY, TOP_UP_BY, null);
        var expired = NEW.given(held, new DepositHoldExpired(UNIT), new RefundBecameDue(UNIT, HOLD));
        expired.when(new ForfeitDeposit(HOLD, "left")).byMember("kim").thenNotYourDuty();
        var forfeited = expired.when(new ForfeitDeposit(HOLD, "left"))
                .byMember("boss")
                .then(new DepositForfeited(UNIT, HOLD, usd("0.00"), "left", "boss"));
        assertThat(view(forfeited).status()).isEqualTo("FORFEITED");
        forfeited.when(new RefundDeposit("V-1", null)).thenRefused(DEPOSIT_ENDED);
        NEW.given(rejected()).when(forfeit("1.00")).byMember("kim").thenRefused(FORFEITURE_NOT_ALLOWED);
    }

    private static ForfeitDeposit forfeit(String amount) {
        return new ForfeitDeposit(usd(amount), "advertised again");
    }

    @Test
    @DisplayName("R-106: that a buyer who came too late was told is noted once")
    void a_rejected_buyer_is_told() {
        var rejected = NEW.given(rejected());
        var told = rejected.when(new RecordBuyerTold(TODAY)).then(new RejectedBuyerTold(UNIT, TODAY));
        assertThat(view(told).buyerTold()).isTrue();
        told.when(new RecordBuyerTold(TODAY)).thenNothing();
        rejected.when(new RecordBuyerTold(TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        rejected.when(new RecordBuyerTold(TODAY.minusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        NEW.given(paid(EARNEST_MONEY)).when(new RecordBuyerTold(TODAY)).thenRefused(BUYER_NOT_REJECTED);
    }

    @Test
    @DisplayName("R-116: that a buyer who paid in part was told to pay the rest is noted once, and shows")
    void a_buyer_who_paid_in_part_is_told() {
        var held = NEW.given(held());
        assertThat(view(held).buyerTold()).isFalse();
        var told = held.when(new RecordBuyerTold(TODAY)).then(new TopUpAnnounced(UNIT, TOP_UP_BY, TODAY));
        assertThat(view(told).buyerTold()).isTrue();
        told.when(new RecordBuyerTold(TODAY)).thenNothing();
        told.given(new TopUpReminderSent(UNIT, usd("800.00"), TOP_UP_BY))
                .when(new RecordBuyerTold(TODAY))
                .thenNothing();
        told.given(new DepositToppedUp(UNIT, new Payment("R-2", usd("800.00"), TODAY), usd("0.00")))
                .when(new RecordBuyerTold(TODAY))
                .thenRefused(BUYER_NOT_REJECTED);
    }

    @Test
    @DisplayName("R-116: a week before the last day the buyer is to be told to top up, and the day after it is overdue,"
            + " once each")
    void those_who_paid_in_part_are_followed() {
        var held = NEW.given(held());
        assertThat(dates(DepositCatalogue.TOP_UP_REMINDER, held))
                .containsExactly(date(DueDate.startOf(TOP_UP_BY.minusDays(7), new RemindTopUp())));
        var reminded = held.when(new RemindTopUp()).then(new TopUpReminderSent(UNIT, usd("800.00"), TOP_UP_BY));
        reminded.when(new RemindTopUp()).thenNothing();
        assertThat(dates(DepositCatalogue.TOP_UP_REMINDER, reminded)).isEmpty();

        assertThat(dates(DepositCatalogue.TOP_UP_OVERDUE, reminded))
                .containsExactly(date(DueDate.endOf(TOP_UP_BY, new MarkTopUpOverdue())));
        reminded.when(new MarkTopUpOverdue()).on(TOP_UP_BY).thenNothing();
        var overdue = reminded.when(new MarkTopUpOverdue())
                .on(TOP_UP_BY.plusDays(1))
                .then(new DepositTopUpOverdue(UNIT, usd("800.00"), TOP_UP_BY));
        overdue.when(new MarkTopUpOverdue()).on(TOP_UP_BY.plusDays(2)).thenNothing();
        assertThat(dates(DepositCatalogue.TOP_UP_OVERDUE, overdue)).isEmpty();

        var paid = overdue.given(new DepositToppedUp(UNIT, new Payment("R-2", usd("800.00"), TODAY), usd("0.00")));
        Stream.of(new RemindTopUp(), new MarkTopUpOverdue(), new ExpireHold())
                .forEach(late ->
                        paid.when(late).on(LocalDate.parse("2027-01-01")).thenNothing());
        assertThat(dates(DepositCatalogue.HOLD_EXPIRY, paid)).isEmpty();
    }

    @Test
    @DisplayName("R-118: a hold expires with its grace; the unit is free, and what was paid is due to the buyer")
    void a_hold_expires() {
        var held = NEW.given(held());
        assertThat(dates(DepositCatalogue.HOLD_EXPIRY, held))
                .containsExactly(date(DueDate.endOf(TOP_UP_BY.plusDays(3), new ExpireHold())));
        held.when(new ExpireHold()).on(TOP_UP_BY.plusDays(3)).thenNothing();
        var expired = held.when(new ExpireHold())
                .on(TOP_UP_BY.plusDays(4))
                .then(new DepositHoldExpired(UNIT), new RefundBecameDue(UNIT, HOLD));
        assertThat(DEPOSIT.isHeld("unit-hold", UNIT.toString(), expired.state()))
                .isFalse();
        expired.when(new ExpireHold()).on(TOP_UP_BY.plusDays(5)).thenNothing();
        expired.when(new TopUpDeposit("R-2", usd("800.00"), null)).thenRefused(DEPOSIT_ENDED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-118: a buyer who does not sign in time leaves the unit, whatever was paid; twice or late nothing"
            + " follows")
    void an_unsigned_sale_ends(MoneyKind kind) {
        NEW.given(paid(kind))
                .when(new EndUnsigned())
                .then(new DepositLeftUnsigned(UNIT), DUE)
                .when(new EndUnsigned())
                .thenNothing();
        NEW.given(rejected()).when(new EndUnsigned()).thenNothing();
    }

    @Test
    @DisplayName("R-119: with the signed contract the deposit is part of the price and credited once its payments are"
            + " planned")
    void is_converted_and_credited() {
        var credited = new DepositCredited(UNIT, CONTRACT, List.of(WHOLE));
        var convert = new ConvertDeposit(CONTRACT, TODAY);
        var converted = NEW.given(paid(EARNEST_MONEY)).when(convert).then(CONVERTED);
        assertThat(view(converted).status()).isEqualTo("CONVERTED");
        assertThat(view(converted).contractId()).isEqualTo(CONTRACT);
        assertThat(DEPOSIT.isHeld("unit-hold", UNIT.toString(), converted.state()))
                .as("nobody else gets the unit ever")
                .isTrue();
        converted.when(convert).thenNothing();
        var both = converted.when(new NoteSchedule()).then(new DepositScheduleNoted(UNIT), credited);
        both.when(new NoteSchedule()).thenNothing();
        both.when(new CancelDeposit(Side.BUYER, "late")).thenRefused(DEPOSIT_ENDED);
        both.when(new EndUnsigned()).thenNothing();

        NEW.given(paid(EARNEST_MONEY))
                .when(new NoteSchedule())
                .then(new DepositScheduleNoted(UNIT))
                .when(convert)
                .then(CONVERTED, credited);
    }

    @Test
    @DisplayName(
            "R-119: a part that was paid is converted too; a deposit that has ended is not, and somebody has to look")
    void what_was_paid_is_converted() {
        NEW.given(held())
                .when(new ConvertDeposit(CONTRACT, TODAY))
                .then(new DepositConverted(UNIT, CONTRACT, HOLD, TODAY));
        ENDED.when(new ConvertDeposit(CONTRACT, TODAY)).thenRefused(DEPOSIT_ENDED);
        NEW.given(rejected()).when(new ConvertDeposit(CONTRACT, TODAY)).thenRefused(DEPOSIT_ENDED);
    }

    private static DueDate date(DueDate date) {
        return date.ownedBy("kim").at("quay");
    }

    private static List<DueDate> dates(Due<Deposit> due, Scenario<Deposit, Command, DepositEvent> scenario) {
        return due.dates().apply(scenario.state());
    }

    private static View view(Scenario<Deposit, Command, DepositEvent> scenario) {
        return (View) Objects.requireNonNull(DEPOSIT.view().apply(scenario.state()));
    }
}
