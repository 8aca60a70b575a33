package io.milepost.contracts.sellableunit;

import static io.milepost.contracts.kernel.TermsOfPhase.*;
import static io.milepost.contracts.sellableunit.SellableUnit.No.*;
import static io.milepost.contracts.sellableunit.SellableUnitCatalogue.SELLABLE_UNIT;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.contracts.sellableunit.SellableUnit.*;
import io.milepost.contracts.sellableunit.SellableUnitCatalogue.View;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SellableUnitTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SELLABLE_UNIT);
    private static final Scenario<SellableUnit, Command, Event> NEW =
            Scenario.of(SELLABLE_UNIT).recording(REACHED);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Money PRICE = Money.of("90000.00", "USD");
    private static final UUID PHASE = new UUID(2, 1);
    private static final UUID ANN = new UUID(3, 1);
    private static final UUID BOB = new UUID(3, 2);
    private static final UUID DEPOSIT_ID = new UUID(4, 1);
    private static final String HELD = "unit-hold=" + Scenario.ID;
    private static final PhaseOpen OPEN = new PhaseOpen("harbour", "first", "quay", false, PRE_SALE);
    private static final UnitAdded ADDED = new UnitAdded("HARBOUR", "A-1", PRICE);
    private static final UnitReleasedForSale RELEASED =
            new UnitReleasedForSale(PHASE, "first", "quay", PRICE, PRE_SALE);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-101: a unit has a number that no other of its programme has, and a list price")
    void is_added_once() {
        var add = new AddUnit("HARBOUR", "A-1", PRICE);
        NEW.when(add).then(ADDED);
        NEW.when(add).holding("unit-no=HARBOUR/A-1", ANN).thenRefused(UNIT_NO_TAKEN);
        NEW.when(new AddUnit("", "A-1", PRICE)).thenRefused(TEXT_MISSING, "/programme");
        NEW.when(new AddUnit("HARBOUR", " ", PRICE)).thenRefused(TEXT_MISSING, "/unitNo");
        NEW.when(new AddUnit("HARBOUR", "A-1", usd("0.00"))).thenRefused(PRICE_NOT_POSITIVE, "/listPrice");
        assertThat(SELLABLE_UNIT
                        .command(AddUnit.class)
                        .claimed(Scenario.ID, null, new AddUnit(" harbour", "a-1", PRICE)))
                .as("however it is written")
                .extracting(Object::toString)
                .containsExactly("unit-no=HARBOUR/A-1");
    }

    @Test
    @DisplayName("R-101: a unit is released into an open phase of its programme, and later into the next one")
    void is_released_phase_by_phase() {
        var release = new ReleaseUnit(PHASE, null);
        var added = NEW.given(ADDED);
        added.when(release).thenRefused(PHASE_UNKNOWN);
        added.when(release)
                .reading(new PhaseOpen("other", "first", "quay", false, PRE_SALE))
                .thenRefused(PHASE_FOREIGN, "/phaseId");
        added.when(release)
                .reading(new PhaseOpen("harbour", "first", "quay", true, PRE_SALE))
                .thenRefused(PHASE_CLOSED);
        added.when(new ReleaseUnit(PHASE, usd("-1.00"))).reading(OPEN).thenRefused(PRICE_NOT_POSITIVE, "/listPrice");
        added.when(new ReleaseUnit(PHASE, DEPOSIT)).reading(OPEN).thenRefused(PRICE_NOT_ABOVE_DEPOSIT, "/listPrice");
        added.when(new ReleaseUnit(PHASE, Money.of("90000.00", "EUR")))
                .reading(OPEN)
                .thenRefused(CURRENCIES_MIXED, "/listPrice");

        var released = added.when(release).reading(OPEN).then(RELEASED);
        released.when(release).reading(OPEN).thenNothing();
        released.when(release).reading(OPEN).holding(HELD, DEPOSIT_ID).thenRefused(UNIT_TAKEN);
        var next = new PhaseOpen("HARBOUR", "second", null, false, TermsOfPhase.PUBLIC);
        released.when(new ReleaseUnit(new UUID(2, 2), usd("95000.00")))
                .reading(next)
                .then(new UnitReleasedForSale(new UUID(2, 2), "second", null, usd("95000.00"), TermsOfPhase.PUBLIC))
                .when(new ReleaseUnit(new UUID(2, 2), null))
                .reading(next)
                .thenNothing();
    }

    @Test
    @DisplayName("R-107: a price sheet says one customer the price of one unit, with what is taken off and added")
    void is_priced_for_a_customer() {
        var released = NEW.given(ADDED, RELEASED);
        var lines = List.of(new PriceLine("early bird", usd("-500.00")), new PriceLine("parking", usd("20.00")));
        var sheet = new PriceSheetIssued(1, ANN, "kim", PRICE, lines, usd("89520.00"), TODAY);
        var once = released.when(new IssuePriceSheet(ANN, "kim", lines, TODAY)).then(sheet);
        once.when(new IssuePriceSheet(BOB, "lee", List.of(), TODAY))
                .then(new PriceSheetIssued(2, BOB, "lee", PRICE, List.of(), PRICE, TODAY));

        refused(List.of(new PriceLine(" ", usd("1.00"))), TEXT_MISSING, "/adjustments/0/label");
        refused(List.of(new PriceLine("a", Money.of("1.00", "EUR"))), CURRENCIES_MIXED, "/adjustments/0/amount");
        refused(List.of(new PriceLine("a", usd("-89000.00"))), PRICE_NOT_ABOVE_DEPOSIT, "/adjustments");
        refused(List.of(new PriceLine("a", usd("999999999999999.99"))), AMOUNT_TOO_LARGE, "/adjustments");
        released.when(new IssuePriceSheet(ANN, "", List.of(), TODAY)).thenRefused(OWNER_MISSING, "/consultant");
        released.when(new IssuePriceSheet(ANN, "kim", List.of(), TODAY.minusDays(1)))
                .thenRefused(SHEET_ENDED, "/validUntil");
        released.when(new IssuePriceSheet(ANN, "kim", List.of(), TODAY.plusYears(6)))
                .thenRefused(DAY_IMPLAUSIBLE, "/validUntil");
    }

    private static void refused(List<PriceLine> lines, io.milepost.platform.decision.Refusal reason, String pointer) {
        NEW.given(ADDED, RELEASED)
                .when(new IssuePriceSheet(ANN, "kim", lines, TODAY))
                .thenRefused(reason, pointer);
    }

    @Test
    @DisplayName("R-102: a unit that is not released, taken or withdrawn is neither priced nor confirmed")
    void availability_is_asked_before_pricing() {
        var price = new IssuePriceSheet(ANN, "kim", List.of(), TODAY);
        for (var command : List.of(price, new ConfirmUnsold())) {
            NEW.given(ADDED).when(command).thenRefused(UNIT_NOT_RELEASED);
            NEW.given(ADDED, RELEASED).when(command).holding(HELD, DEPOSIT_ID).thenRefused(UNIT_TAKEN);
            NEW.given(ADDED, RELEASED, new UnitWithdrawn("show flat"))
                    .when(command)
                    .thenRefused(UNIT_WITHDRAWN);
            assertThat(NEW.given(ADDED, RELEASED).when(command).decision().events())
                    .as("control")
                    .hasSize(1);
            assertThat(SELLABLE_UNIT.command(command.getClass()).claimed(Scenario.ID, null, (Record) command))
                    .as("who has it is part of the append's condition")
                    .extracting(Object::toString)
                    .containsExactly(HELD);
        }
    }

    @Test
    @DisplayName("R-103: a sales manager confirms that a unit is unsold, anew each time that it is free again")
    void is_confirmed_unsold() {
        var confirmed =
                NEW.given(ADDED, RELEASED).when(new ConfirmUnsold()).by("may").then(new UnitUnsoldConfirmed("may"));
        confirmed.when(new ConfirmUnsold()).thenNothing();
        assertThat(view(confirmed).confirmed()).isTrue();
        assertThat(view(confirmed).status()).as("it locks nothing").isEqualTo("AVAILABLE");
        var again = confirmed.given(new UnitDepositTaken(DEPOSIT_ID), new UnitReleased(DEPOSIT_ID, "CANCELLED"));
        assertThat(view(again).confirmed()).isFalse();
        assertThat(SELLABLE_UNIT.command(ConfirmUnsold.class).roles()).containsExactly(Role.SALES_MANAGER);
    }

    @Test
    @DisplayName(
            "R-103, R-189: the sales manager whom the phase names confirms it, and never who offers it to a buyer at"
                    + " the time")
    void is_confirmed_by_the_manager() {
        var confirm = new ConfirmUnsold();
        var named = NEW.given(
                ADDED, new UnitReleasedForSale(PHASE, "first", "quay", PRICE, TermsOfPhase.naming("may", null)));
        named.when(confirm).byMember("lee").thenNotYourDuty();
        named.when(confirm).byMember("May").then(new UnitUnsoldConfirmed("May"));
        NEW.given(ADDED, RELEASED).when(confirm).byMember("lee").then(new UnitUnsoldConfirmed("lee"));

        var offered = new PriceSheetIssued(1, ANN, "may", PRICE, List.of(), PRICE, TODAY);
        named.given(offered).when(confirm).byMember("may").thenRefused(CONFIRMED_BY_SELLER);
        var before = new PriceSheetIssued(1, ANN, "may", PRICE, List.of(), PRICE, TODAY.minusDays(1));
        named.given(before).when(confirm).byMember("may").then(new UnitUnsoldConfirmed("may"));
    }

    @Test
    @DisplayName("R-105: every seller prices any unit for anybody, who all know of it; a sheet gives nobody a right")
    void nobody_has_a_right_before_a_deposit() {
        var shared = NEW.given(
                ADDED,
                RELEASED,
                new PriceSheetIssued(1, ANN, "kim", PRICE, List.of(), PRICE, TODAY),
                new PriceSheetIssued(2, BOB, "lee", PRICE, List.of(), PRICE, TODAY),
                new PriceSheetIssued(3, BOB, "lee", PRICE, List.of(), PRICE, TODAY));
        assertThat(view(shared).status()).isEqualTo("AVAILABLE");
        assertThat(view(shared).interested()).isEqualTo(2);
        shared.when(new IssuePriceSheet(ANN, "lee", List.of(), TODAY))
                .then(new PriceSheetIssued(4, ANN, "lee", PRICE, List.of(), PRICE, TODAY));
        assertThat(SELLABLE_UNIT.command(IssuePriceSheet.class).roles()).contains(Role.SALES_REP);
        assertThat(SELLABLE_UNIT.ownerOf(shared.state())).as("open to all").isNull();
    }

    @Test
    @DisplayName("R-101: an unsold unit is withdrawn with a reason, one that a deposit has taken is not")
    void is_withdrawn_unless_it_is_taken() {
        var released = NEW.given(ADDED, RELEASED);
        released.when(new WithdrawUnit(" ")).thenRefused(REASON_MISSING, "/reason");
        released.when(new WithdrawUnit("show flat")).holding(HELD, DEPOSIT_ID).thenRefused(UNIT_TAKEN);
        var withdrawn = released.when(new WithdrawUnit("show flat")).then(new UnitWithdrawn("show flat"));
        withdrawn.when(new WithdrawUnit("show flat")).thenNothing();
        withdrawn.when(new WithdrawUnit("other")).thenRefused(UNIT_WITHDRAWN);
        assertThat(view(withdrawn).status()).isEqualTo("WITHDRAWN");
        NEW.given(ADDED).when(new WithdrawUnit("no")).then(new UnitWithdrawn("no"));
    }

    @ParameterizedTest
    @CsvSource({"HELD, HELD", "DEPOSIT_TAKEN, DEPOSIT_TAKEN", "SUBSCRIBED, SUBSCRIBED", "SOLD, SOLD"})
    @DisplayName("R-101: a unit shows what the deposit that has it made of it; twice or late is nothing new")
    void follows_its_deposit(Taken taken, String status) {
        var note = new NoteTaken(DEPOSIT_ID, taken);
        var followed = NEW.given(ADDED, RELEASED)
                .when(note)
                .then(
                        switch (taken) {
                            case HELD -> new UnitHeld(DEPOSIT_ID);
                            case DEPOSIT_TAKEN -> new UnitDepositTaken(DEPOSIT_ID);
                            case SUBSCRIBED -> new UnitSubscribed(DEPOSIT_ID);
                            case SOLD -> new UnitSold(DEPOSIT_ID);
                        });
        followed.when(note).thenNothing();
        assertThat(view(followed).status()).isEqualTo(status);
        assertThat(view(followed).depositId()).isEqualTo(DEPOSIT_ID);
        followed.when(new NoteFree(new UUID(4, 2), "late")).thenNothing();
        var free = followed.when(new NoteFree(DEPOSIT_ID, "HOLD_EXPIRED"))
                .then(new UnitReleased(DEPOSIT_ID, "HOLD_EXPIRED"));
        free.when(new NoteFree(DEPOSIT_ID, "HOLD_EXPIRED")).thenNothing();
        assertThat(view(free).status()).isEqualTo("AVAILABLE");
        assertThat(view(free).freed()).isEqualTo("HOLD_EXPIRED");
    }

    @Test
    @DisplayName("R-101: a read shows price, phase and terms, or that the unit is not on sale yet")
    void is_shown() {
        assertThat(view(NEW.given(ADDED)))
                .isEqualTo(new View(
                        "UNRELEASED",
                        "HARBOUR",
                        "A-1",
                        PRICE,
                        null,
                        null,
                        null,
                        null,
                        0,
                        false,
                        null,
                        null,
                        null,
                        List.of()));
        assertThat(view(NEW.given(ADDED, new UnitReleasedForSale(PHASE, "first", "quay", usd("91000.00"), PRE_SALE))))
                .isEqualTo(new View(
                        "AVAILABLE",
                        "HARBOUR",
                        "A-1",
                        usd("91000.00"),
                        PHASE,
                        "first",
                        "quay",
                        PRE_SALE,
                        0,
                        false,
                        null,
                        null,
                        null,
                        List.of()));
    }

    @Test
    void laws() {
        Laws.of(SELLABLE_UNIT)
                .suggesting("programme", "HARBOUR")
                .suggesting("terms", PRE_SALE, TermsOfPhase.PUBLIC)
                .suggesting("listPrice", PRICE)
                .suggesting("adjustments", List.of(), List.of(new PriceLine("parking", usd("20.00"))))
                .suggesting("validUntil", LocalDate.parse("2027-03-02"))
                .repeating(IssuePriceSheet.class)
                .check();
    }

    private static View view(Scenario<SellableUnit, Command, Event> scenario) {
        return (View) Objects.requireNonNull(SELLABLE_UNIT.view().apply(scenario.state()));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
