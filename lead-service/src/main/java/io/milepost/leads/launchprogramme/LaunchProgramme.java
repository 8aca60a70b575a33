package io.milepost.leads.launchprogramme;

import static io.milepost.leads.launchprogramme.LaunchProgramme.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a property or a product is put on the market: phase after phase, each with goals, activities and target figures of its own.
 *
 * @param plans of the phases that are planned, as planned last
 * @param openings the phases that have been opened, with their days; the last one is open until the programme is closed
 * @param closed null as long as it is not
 */
public record LaunchProgramme(
        LaunchProgrammePlanned planned,
        Map<Phase, PhasePlan> plans,
        List<LaunchPhaseOpened> openings,
        @Nullable LaunchProgrammeClosed closed) {
    static final Decider<LaunchProgramme, Command, Event> DECIDER =
            new Decider<>(LaunchProgramme::decide, LaunchProgramme::begin, LaunchProgramme::evolve);

    /** The key of the tag by which a programme holds its code. */
    static final String CODE = "programme";

    private static final int MOST_COUNTED = 1_000_000;

    /** Plans a programme under a code that no other has. */
    public record PlanLaunchProgramme(String code, String name) {}

    public sealed interface Command {}

    /** Plans a phase, or plans it anew as long as it is not over. */
    public record PlanPhase(Phase phase, PhasePlan plan) implements Command {}

    /** Opens the next phase, which closes the one before it. */
    public record OpenPhase(Phase phase) implements Command {}

    /** Closes the last phase and with it the programme. */
    public record CloseLaunchProgramme(@Limit(Limit.NOTE) String conclusion) implements Command {}

    public sealed interface Event {}

    public record LaunchProgrammePlanned(String code, String name) implements Event {}

    public record LaunchPhasePlanned(Phase phase, PhasePlan plan) implements Event {}

    public record LaunchPhaseOpened(Phase phase, LocalDate on) implements Event {}

    public record LaunchPhaseClosed(Phase phase, LocalDate on) implements Event {}

    public record LaunchProgrammeClosed(String conclusion, LocalDate on) implements Event {}

    public enum No implements Refusal {
        PROGRAMME_CODE_TAKEN(state("another launch programme has this code")),
        PHASE_NOT_PLANNED(state("a phase is opened with a plan of its own")),
        PHASE_NOT_NEXT(state("phases follow each other in order, and none is left out or opened again")),
        PHASE_OVER(state("the plan of a phase that is over stands")),
        PHASES_OPEN(state("a programme is closed in its last phase")),
        PROGRAMME_CLOSED(state("the programme is closed")),
        CODE_MISSING(rule("a programme is named by a code")),
        PERIOD_REVERSED(rule("a phase cannot end before it begins")),
        ACTIVITIES_MISSING(rule("a phase has at least one activity")),
        TARGET_MISSING(rule("a phase has at least one target figure")),
        TARGET_IMPLAUSIBLE(rule("a target is from 1 to 1000000, or more than no money"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** In their order. */
    public enum Phase {
        /** Possible customers are gathered. */
        PRE_SALE,
        /** Units are sold to everybody, and that they are is made known. */
        PUBLIC_SALE,
        PEAK,
        LATE;

        Optional<Phase> before() {
            return switch (this) {
                case PRE_SALE -> Optional.empty();
                case PUBLIC_SALE -> Optional.of(PRE_SALE);
                case PEAK -> Optional.of(PUBLIC_SALE);
                case LATE -> Optional.of(PEAK);
            };
        }
    }

    /**
     * What a phase is for.
     *
     * @param from its first day, as planned
     * @param to its last day, as planned
     */
    public record PhasePlan(
            LocalDate from,
            LocalDate to,
            @Limit(Limit.NOTE) String goals,
            @Limit(100) List<@Limit(Limit.NOTE) String> activities,
            Targets targets) {
        public PhasePlan {
            activities = List.copyOf(activities);
        }
    }

    /**
     * What is to be reached in a phase, at least one of them.
     *
     * @param customers how many customers are gathered
     * @param units how many are sold
     */
    public record Targets(
            @Nullable Integer customers,
            @Nullable Integer units,
            @Nullable Money revenue) {}

    public LaunchProgramme {
        plans = Map.copyOf(plans);
        openings = List.copyOf(openings);
    }

    static Decision<Event> plan(PlanLaunchProgramme plan, Occasion occasion) {
        return Checks.check()
                .text("/code", plan.code(), CODE_MISSING)
                .text("/name", plan.name())
                .that(occasion.holderOf(CODE, Codes.canonical(plan.code())).isEmpty(), "/code", PROGRAMME_CODE_TAKEN)
                .accept(() -> new LaunchProgrammePlanned(plan.code(), plan.name()));
    }

    static Decision<Event> decide(LaunchProgramme programme, Command command, Occasion occasion) {
        return switch (command) {
            case PlanPhase(var phase, var plan) -> programme.plan(phase, plan, occasion.today());
            case OpenPhase(var phase) -> programme.open(phase, occasion.today());
            case CloseLaunchProgramme(var conclusion) -> programme.close(conclusion, occasion.today());
        };
    }

    private Decision<Event> plan(Phase phase, PhasePlan plan, LocalDate today) {
        if (plan.equals(plans.get(phase))) {
            return unchanged();
        }
        if (closed != null) {
            return refused(PROGRAMME_CLOSED);
        }
        var now = current();
        return now != null && phase.compareTo(now) < 0
                ? refusedAt("/phase", PHASE_OVER)
                : check(plan, today).accept(() -> new LaunchPhasePlanned(phase, plan));
    }

    private static Checks check(PhasePlan plan, LocalDate today) {
        var targets = plan.targets();
        var revenue = targets.revenue();
        var checks = Checks.check()
                .within(FAR, "/plan/from", plan.from(), today)
                .within(FAR, "/plan/to", plan.to(), today)
                .that(!plan.to().isBefore(plan.from()), "/plan/to", PERIOD_REVERSED)
                .text("/plan/goals", plan.goals())
                .that(!plan.activities().isEmpty(), "/plan/activities", ACTIVITIES_MISSING);
        for (int i = 0; i < plan.activities().size(); i++) {
            checks = checks.text("/plan/activities/" + i, plan.activities().get(i));
        }
        return checks.that(!targets.equals(new Targets(null, null, null)), "/plan/targets", TARGET_MISSING)
                .that(isTarget(targets.customers()), "/plan/targets/customers", TARGET_IMPLAUSIBLE)
                .that(isTarget(targets.units()), "/plan/targets/units", TARGET_IMPLAUSIBLE)
                .that(revenue == null || revenue.isPositive(), "/plan/targets/revenue", TARGET_IMPLAUSIBLE);
    }

    private static boolean isTarget(@Nullable Integer number) {
        return number == null || (number > 0 && number <= MOST_COUNTED);
    }

    private Decision<Event> open(Phase phase, LocalDate today) {
        var now = current();
        if (closed != null) {
            return refused(PROGRAMME_CLOSED);
        }
        if (phase == now) {
            return unchanged();
        }
        if (!phase.before().equals(Optional.ofNullable(now))) {
            return refusedAt("/phase", PHASE_NOT_NEXT);
        }
        if (!plans.containsKey(phase)) {
            return refusedAt("/phase", PHASE_NOT_PLANNED);
        }
        var opened = new LaunchPhaseOpened(phase, today);
        return accepted(now == null ? List.of(opened) : List.of(new LaunchPhaseClosed(now, today), opened));
    }

    private Decision<Event> close(String conclusion, LocalDate today) {
        if (closed != null) {
            return closed.conclusion().equals(conclusion) ? unchanged() : refused(PROGRAMME_CLOSED);
        }
        return current() == Phase.LATE
                ? Checks.check()
                        .text("/conclusion", conclusion)
                        .then(() -> accepted(List.of(
                                new LaunchPhaseClosed(Phase.LATE, today),
                                new LaunchProgrammeClosed(conclusion, today))))
                : refused(PHASES_OPEN);
    }

    /** The phase that was opened last; null before the first one. */
    @Nullable
    Phase current() {
        return openings.isEmpty() ? null : openings.getLast().phase();
    }

    static LaunchProgramme begin(Event first) {
        return new LaunchProgramme((LaunchProgrammePlanned) first, Map.of(), List.of(), null);
    }

    static LaunchProgramme evolve(LaunchProgramme programme, Event event) {
        return switch (event) {
            case LaunchProgrammePlanned _, LaunchPhaseClosed _ -> programme;
            case LaunchPhasePlanned(var phase, var plan) -> {
                var plans = new EnumMap<Phase, PhasePlan>(Phase.class);
                plans.putAll(programme.plans);
                plans.put(phase, plan);
                yield new LaunchProgramme(programme.planned, plans, programme.openings, null);
            }
            case LaunchPhaseOpened opened -> {
                var openings = new ArrayList<>(programme.openings);
                openings.add(opened);
                yield new LaunchProgramme(programme.planned, programme.plans, openings, null);
            }
            case LaunchProgrammeClosed end ->
                new LaunchProgramme(programme.planned, programme.plans, programme.openings, end);
        };
    }
}
