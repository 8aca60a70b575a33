package io.milepost.contracts.launchphase;

import static io.milepost.contracts.launchphase.LaunchPhase.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phase of a launch programme in which units are on sale, on terms of its own. Units are released into it one by one and
 * keep the terms that the phase had then.
 *
 * @param closed null as long as units may be released into it
 */
public record LaunchPhase(
        LaunchPhaseOpened opened,
        DepositTerms terms,
        @Nullable LaunchPhaseClosed closed) {
    static final Decider<LaunchPhase, Command, Event> DECIDER =
            new Decider<>(LaunchPhase::decide, LaunchPhase::begin, LaunchPhase::evolve);

    /** The key of the tag by which a phase holds its name in its programme. */
    static final String NAME = "launch-phase-name";

    private static final BigDecimal ALL = new BigDecimal(100);
    private static final BigDecimal MOST_RETURNED = new BigDecimal(1_000);
    private static final int MOST_DAYS = 366;

    /** Who may put down a deposit. */
    public enum PhaseKind {
        /** Before the launch: where the terms say so, a part of the deposit holds a unit. */
        PRE_SALE,
        /** Units are sold to everybody, for the whole deposit. */
        PUBLIC_SALE
    }

    /**
     * Opens a phase.
     *
     * @param programme code of the launch programme
     * @param name which no other phase of the programme has
     * @param site code of the site whose zone and working days count; null for those of the deployment
     */
    public record OpenLaunchPhase(
            String programme,
            String name,
            PhaseKind kind,
            @Nullable String site,
            DepositTerms terms) {}

    public sealed interface Command {}

    /** For units that are released from now on. */
    public record ReviseTerms(
            DepositTerms terms, @Limit(Limit.NOTE) String reason) implements Command {}

    /** No more units are released into it. */
    public record CloseLaunchPhase() implements Command {}

    public sealed interface Event {}

    public record LaunchPhaseOpened(
            String programme,
            String name,
            PhaseKind kind,
            @Nullable String site,
            DepositTerms terms) implements Event {}

    public record LaunchPhaseTermsRevised(DepositTerms terms, String reason) implements Event {}

    public record LaunchPhaseClosed(LocalDate on) implements Event {}

    public enum No implements Refusal {
        PHASE_NAME_TAKEN(state("another phase of the programme has this name")),
        PHASE_CLOSED(state("the phase is closed")),
        DEPOSIT_NOT_POSITIVE(rule("a deposit is more than no money")),
        HOLD_NOT_BELOW_DEPOSIT(rule("a part of the deposit is more than nothing and less than all of it")),
        HOLD_IN_PUBLIC_SALE(rule("in public sale a unit is taken for the whole deposit")),
        TOP_UP_DAY_MISSING(rule("a hold has a last day for the rest of its deposit, and nothing else has one")),
        DAYS_IMPLAUSIBLE(rule("a grace is of 0 to 366 days")),
        RETURN_IMPLAUSIBLE(rule("a seller returns from 100 to 1000 percent of earnest money, with at most 4 decimals")),
        PERCENT_IMPLAUSIBLE(rule("a percentage is from 0 to 100, with at most 4 decimals"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static String nameIn(String programme, String name) {
        return Codes.canonical(programme) + "/" + Codes.canonical(name);
    }

    static Decision<Event> open(OpenLaunchPhase open, Occasion occasion) {
        var checked = Checks.check()
                .text("/programme", open.programme())
                .text("/name", open.name())
                .text("/site", open.site());
        return checked(checked, open.kind(), open.terms(), occasion.today())
                .then(() -> occasion.holderOf(NAME, nameIn(open.programme(), open.name()))
                                .isPresent()
                        ? refused(PHASE_NAME_TAKEN)
                        : accepted(new LaunchPhaseOpened(
                                open.programme(), open.name(), open.kind(), open.site(), open.terms())));
    }

    static Decision<Event> decide(LaunchPhase phase, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseTerms(var terms, var reason) ->
                checked(Checks.check().reason("/reason", reason), phase.opened.kind(), terms, occasion.today())
                        .then(() -> {
                            if (phase.closed != null) {
                                return refused(PHASE_CLOSED);
                            }
                            return terms.equals(phase.terms)
                                    ? unchanged()
                                    : accepted(new LaunchPhaseTermsRevised(terms, reason));
                        });
            case CloseLaunchPhase _ ->
                phase.closed == null ? accepted(new LaunchPhaseClosed(occasion.today())) : unchanged();
        };
    }

    private static Checks checked(Checks before, PhaseKind kind, DepositTerms terms, LocalDate today) {
        var hold = terms.minimumHold();
        var checked = before.that(terms.deposit().isPositive(), "/terms/deposit", DEPOSIT_NOT_POSITIVE)
                .that(hold == null || kind == PhaseKind.PRE_SALE, "/terms/minimumHold", HOLD_IN_PUBLIC_SALE)
                .that(
                        hold == null || hold.currency().equals(terms.deposit().currency()),
                        "/terms/minimumHold",
                        CURRENCIES_MIXED)
                .that(
                        hold == null
                                || !hold.currency().equals(terms.deposit().currency())
                                || (hold.isPositive() && hold.compareTo(terms.deposit()) < 0),
                        "/terms/minimumHold",
                        HOLD_NOT_BELOW_DEPOSIT)
                .that((hold == null) == (terms.topUpBy() == null), "/terms/topUpBy", TOP_UP_DAY_MISSING)
                .within(NEAR, "/terms/topUpBy", terms.topUpBy(), today)
                .that(areDays(terms.graceDays()), "/terms/graceDays", DAYS_IMPLAUSIBLE)
                .that(areDays(terms.signingGraceDays()), "/terms/signingGraceDays", DAYS_IMPLAUSIBLE)
                .that(isPercent(terms.earnestCapPercent()), "/terms/earnestCapPercent", PERCENT_IMPLAUSIBLE)
                .that(isPercent(terms.forfeitPercent()), "/terms/forfeitPercent", PERCENT_IMPLAUSIBLE)
                .that(isReturn(terms.sellerReturnPercent()), "/terms/sellerReturnPercent", RETURN_IMPLAUSIBLE)
                .text("/terms/forfeitApprover", terms.forfeitApprover())
                .text("/terms/salesManager", terms.salesManager())
                .text("/terms/supervisor", terms.supervisor());
        return named("/terms/pack", terms.pack(), named("/terms/sideAgreements", terms.sideAgreements(), checked));
    }

    private static Checks named(String pointer, List<String> names, Checks before) {
        var checked = before;
        for (int i = 0; i < names.size(); i++) {
            checked = checked.text(pointer + "/" + i, names.get(i));
        }
        return checked;
    }

    private static boolean areDays(int days) {
        return days >= 0 && days <= MOST_DAYS;
    }

    private static boolean isPercent(BigDecimal percent) {
        return percent.signum() >= 0
                && percent.compareTo(ALL) <= 0
                && percent.stripTrailingZeros().scale() <= 4;
    }

    private static boolean isReturn(@Nullable BigDecimal percent) {
        return percent == null
                || (percent.compareTo(ALL) >= 0
                        && percent.compareTo(MOST_RETURNED) <= 0
                        && percent.stripTrailingZeros().scale() <= 4);
    }

    static LaunchPhase begin(Event first) {
        var opened = (LaunchPhaseOpened) first;
        return new LaunchPhase(opened, opened.terms(), null);
    }

    static LaunchPhase evolve(LaunchPhase phase, Event event) {
        return switch (event) {
            case LaunchPhaseOpened _ -> phase;
            case LaunchPhaseTermsRevised(var terms, var _) -> new LaunchPhase(phase.opened, terms, phase.closed);
            case LaunchPhaseClosed closed -> new LaunchPhase(phase.opened, phase.terms, closed);
        };
    }
}
