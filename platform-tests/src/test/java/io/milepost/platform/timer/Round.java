package io.milepost.platform.timer;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Recurrence;
import io.milepost.platform.value.Series;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** A round through the depot that is walked on days that recur, to try recurring dates with. */
record Round(Series series) {
    private static final Recurrence MONDAYS = Recurrence.weekly(DayOfWeek.MONDAY);

    static final Catalogue<Round, WalkRound, Event> ROUND = Catalogue.of(
                    "round", "rounds", new Decider<>(Round::decide, Round::begin, Round::evolve))
            .creates(PlanRound.class, Round::plan, Role.SALES_REP)
            .command(WalkRound.class)
            .event(RoundPlanned.class, "round.planned", 1)
            .event(RoundWalked.class, "round.walked", 1)
            .refusals(No.class)
            .open()
            .view(View.class, round -> new View("PLANNED", round.series().last()));

    /** From the day after this one. */
    record PlanRound(LocalDate from) {}

    record WalkRound(LocalDate day) {}

    sealed interface Event {}

    record RoundPlanned(LocalDate from) implements Event {}

    record RoundWalked(LocalDate day) implements Event {}

    enum No implements Refusal {
        ANOTHER_DAY(Refusal.rule("it is no day of the round, or was before"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    record View(String status, LocalDate last) {}

    static Due.Recurring<Round> days() {
        return new Due.Recurring<>(
                round -> Optional.of(round.series()), (_, day) -> DueDate.startOf(day, new WalkRound(day)));
    }

    static Due<Round> each() {
        return Due.onEach("round", ROUND, WalkRound.class, days());
    }

    static Due<Round> last() {
        return Due.onLast("round", ROUND, WalkRound.class, days());
    }

    static Decision<Event> plan(PlanRound plan, Occasion occasion) {
        return Decision.accepted(new RoundPlanned(plan.from()));
    }

    static Decision<Event> decide(Round round, WalkRound walk, Occasion occasion) {
        return walk.day().getDayOfWeek() == DayOfWeek.MONDAY
                        && walk.day().isAfter(round.series().last())
                ? Decision.accepted(new RoundWalked(walk.day()))
                : Decision.refused(No.ANOTHER_DAY);
    }

    private static Round begin(Event first) {
        return new Round(new Series(MONDAYS, ((RoundPlanned) first).from()));
    }

    private static Round evolve(Round round, Event event) {
        return switch (event) {
            case RoundPlanned _ -> round;
            case RoundWalked(var day) -> new Round(round.series().through(day));
        };
    }
}
