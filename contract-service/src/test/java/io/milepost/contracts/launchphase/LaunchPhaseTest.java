package io.milepost.contracts.launchphase;

import static io.milepost.contracts.kernel.TermsOfPhase.*;
import static io.milepost.contracts.launchphase.LaunchPhase.No.*;
import static io.milepost.contracts.launchphase.LaunchPhaseCatalogue.LAUNCH_PHASE;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.contracts.launchphase.LaunchPhase.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LaunchPhaseTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(LAUNCH_PHASE);
    private static final Scenario<LaunchPhase, Command, Event> NEW =
            Scenario.of(LAUNCH_PHASE).recording(REACHED);
    private static final LaunchPhaseOpened OPENED =
            new LaunchPhaseOpened("HARBOUR", "first", PhaseKind.PRE_SALE, "quay", PRE_SALE);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-101: a programme is put on sale in phases, each with a name of its own in it")
    void is_opened_under_a_name_of_its_own() {
        var open = new OpenLaunchPhase("HARBOUR", "first", PhaseKind.PRE_SALE, "quay", PRE_SALE);
        NEW.when(open).then(OPENED);
        NEW.when(open)
                .holding("launch-phase-name=HARBOUR/FIRST", new UUID(1, 1))
                .thenRefused(PHASE_NAME_TAKEN);
        NEW.when(new OpenLaunchPhase(" ", "first", PhaseKind.PRE_SALE, null, PRE_SALE))
                .thenRefused(TEXT_MISSING, "/programme");
        NEW.when(new OpenLaunchPhase("HARBOUR", "", PhaseKind.PRE_SALE, null, PRE_SALE))
                .thenRefused(TEXT_MISSING, "/name");
        NEW.when(new OpenLaunchPhase("HARBOUR", "first", PhaseKind.PRE_SALE, " ", PRE_SALE))
                .thenRefused(TEXT_MISSING, "/site");
        assertThat(LAUNCH_PHASE.event(LaunchPhaseOpened.class).tags().apply(OPENED))
                .extracting(Object::toString)
                .containsExactly("launch-phase-name=HARBOUR/FIRST");
    }

    @Test
    @DisplayName("R-115: a part of the deposit is enough in pre-sale alone, and has a last day for the rest")
    void a_part_is_enough_in_pre_sale_alone() {
        refused(PhaseKind.PUBLIC_SALE, PRE_SALE, HOLD_IN_PUBLIC_SALE, "/terms/minimumHold");
        NEW.when(new OpenLaunchPhase("HARBOUR", "two", PhaseKind.PUBLIC_SALE, null, TermsOfPhase.PUBLIC))
                .then(new LaunchPhaseOpened("HARBOUR", "two", PhaseKind.PUBLIC_SALE, null, TermsOfPhase.PUBLIC));
        refused(holding(DEPOSIT, TOP_UP_BY), HOLD_NOT_BELOW_DEPOSIT, "/terms/minimumHold");
        refused(holding(Money.of("0.00", "USD"), TOP_UP_BY), HOLD_NOT_BELOW_DEPOSIT, "/terms/minimumHold");
        refused(holding(Money.of("1.00", "EUR"), TOP_UP_BY), CURRENCIES_MIXED, "/terms/minimumHold");
        refused(of(HOLD, null, "0", null), TOP_UP_DAY_MISSING, "/terms/topUpBy");
        refused(of(null, TOP_UP_BY, "0", null), TOP_UP_DAY_MISSING, "/terms/topUpBy");
        refused(holding(HOLD, LocalDate.parse("2036-01-01")), DAY_IMPLAUSIBLE, "/terms/topUpBy");
    }

    @Test
    @DisplayName("R-118: days and percentages of the policy are plausible")
    void the_policy_is_plausible() {
        refused(with("0.00", 3, "20", "10", 5), DEPOSIT_NOT_POSITIVE, "/terms/deposit");
        refused(with("1.00", -1, "20", "10", 5), DAYS_IMPLAUSIBLE, "/terms/graceDays");
        refused(with("1.00", 0, "20", "10", 367), DAYS_IMPLAUSIBLE, "/terms/signingGraceDays");
        refused(with("1.00", 0, "100.01", "10", 0), PERCENT_IMPLAUSIBLE, "/terms/earnestCapPercent");
        refused(with("1.00", 0, "100", "-1", 0), PERCENT_IMPLAUSIBLE, "/terms/forfeitPercent");
        refused(with("1.00", 0, "100", "0.00001", 0), PERCENT_IMPLAUSIBLE, "/terms/forfeitPercent");
        refused(returning("99.99"), RETURN_IMPLAUSIBLE, "/terms/sellerReturnPercent");
        refused(returning("1000.01"), RETURN_IMPLAUSIBLE, "/terms/sellerReturnPercent");
        refused(returning("150.00001"), RETURN_IMPLAUSIBLE, "/terms/sellerReturnPercent");
        NEW.when(new OpenLaunchPhase("H", "1", PhaseKind.PUBLIC_SALE, null, returning("200")))
                .then(new LaunchPhaseOpened("H", "1", PhaseKind.PUBLIC_SALE, null, returning("200")));
        refused(of(null, null, "10", " "), TEXT_MISSING, "/terms/forfeitApprover");
        var terms = with("1.00", 366, "100", "0", 0);
        NEW.when(new OpenLaunchPhase("H", "1", PhaseKind.PUBLIC_SALE, null, terms))
                .then(new LaunchPhaseOpened("H", "1", PhaseKind.PUBLIC_SALE, null, terms));
        refused(
                new DepositTerms(
                        DEPOSIT, null, null, 0, BigDecimal.TEN, BigDecimal.ZERO, null, 0, List.of("a", ""), List.of()),
                TEXT_MISSING,
                "/terms/sideAgreements/1");
        refused(
                new DepositTerms(
                        DEPOSIT, null, null, 0, BigDecimal.TEN, BigDecimal.ZERO, null, 0, List.of(), List.of(" ")),
                TEXT_MISSING,
                "/terms/pack/0");
    }

    @Test
    @DisplayName("R-101: terms are revised for later units with a reason, until the phase is closed")
    void is_revised_until_it_is_closed() {
        var later = of(HOLD, TOP_UP_BY.plusDays(1), "0", null);
        var open = NEW.given(OPENED);
        open.when(new ReviseTerms(later, " ")).thenRefused(REASON_MISSING, "/reason");
        var revised = open.when(new ReviseTerms(later, "slow")).then(new LaunchPhaseTermsRevised(later, "slow"));
        revised.when(new ReviseTerms(later, "slow")).thenNothing();
        var closed = revised.when(new CloseLaunchPhase()).then(new LaunchPhaseClosed(LocalDate.parse("2026-03-02")));
        closed.when(new CloseLaunchPhase()).thenNothing();
        closed.when(new ReviseTerms(PRE_SALE, "again")).thenRefused(PHASE_CLOSED);
        assertThat(LAUNCH_PHASE.view().apply(open.state()))
                .isEqualTo(new LaunchPhaseCatalogue.View(
                        "OPEN", "HARBOUR", "first", PhaseKind.PRE_SALE, "quay", PRE_SALE));
        assertThat(LAUNCH_PHASE.view().apply(closed.state()))
                .isEqualTo(
                        new LaunchPhaseCatalogue.View("CLOSED", "HARBOUR", "first", PhaseKind.PRE_SALE, "quay", later));
    }

    @Test
    void laws() {
        Laws.of(LAUNCH_PHASE)
                .suggesting("terms", PRE_SALE, TermsOfPhase.PUBLIC)
                .suggesting("programme", "HARBOUR")
                .terminal("CLOSED")
                .check();
    }

    private static void refused(DepositTerms terms, Refusal reason, String pointer) {
        refused(PhaseKind.PRE_SALE, terms, reason, pointer);
    }

    private static void refused(PhaseKind kind, DepositTerms terms, Refusal reason, String pointer) {
        NEW.when(new OpenLaunchPhase("HARBOUR", "first", kind, null, terms)).thenRefused(reason, pointer);
        NEW.given(new LaunchPhaseOpened("HARBOUR", "first", kind, null, PRE_SALE))
                .when(new ReviseTerms(terms, "why"))
                .thenRefused(reason, pointer);
    }

    private static DepositTerms holding(Money hold, LocalDate topUpBy) {
        return of(hold, topUpBy, "0", null);
    }

    private static DepositTerms with(String deposit, int grace, String cap, String forfeit, int signingGrace) {
        return new DepositTerms(
                Money.of(deposit, "USD"),
                null,
                null,
                grace,
                new BigDecimal(cap),
                new BigDecimal(forfeit),
                null,
                signingGrace,
                List.of(),
                List.of());
    }
}
