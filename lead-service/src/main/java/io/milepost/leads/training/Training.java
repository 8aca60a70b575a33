package io.milepost.leads.training;

import static io.milepost.leads.training.Training.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.Staff;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A training of the own sales staff, from its plan to who came. */
public sealed interface Training {
    Decider<Training, Command, Event> DECIDER = new Decider<>(Training::decide, Training::begin, Training::evolve);

    /**
     * Plans a training.
     *
     * @param trainer who gives it: a member, a department or a firm
     * @param aims what the participants are to know or do better afterwards
     * @param participants codes of those who are to come
     */
    record PlanTraining(
            Topic topic,
            String title,
            @Limit(Limit.NOTE) String aims,
            String trainer,
            LocalDate on,
            @Limit(Staff.MOST) List<String> participants) {
        public PlanTraining {
            participants = List.copyOf(participants);
        }
    }

    sealed interface Command {}

    /** It has taken place; today when {@code on} is absent. */
    record HoldTraining(@Nullable LocalDate on) implements Command {}

    /** Who came, all of them; said again, it corrects what was said before. */
    record RecordAttendance(@Limit(Staff.MOST) List<String> attended) implements Command {
        public RecordAttendance {
            attended = List.copyOf(attended);
        }
    }

    record CancelTraining(@Limit(Limit.NOTE) String reason) implements Command {}

    sealed interface Event {}

    record TrainingPlanned(
            Topic topic, String title, String aims, String trainer, LocalDate on, List<String> participants)
            implements Event {
        public TrainingPlanned {
            participants = List.copyOf(participants);
        }
    }

    record TrainingHeld(LocalDate on) implements Event {}

    /**
     * Who came.
     *
     * @param attended also those who were not planned
     * @param absent who was planned and did not come
     */
    record TrainingAttendanceRecorded(List<String> attended, List<String> absent) implements Event {
        public TrainingAttendanceRecorded {
            attended = List.copyOf(attended);
            absent = List.copyOf(absent);
        }
    }

    record TrainingCancelled(String reason) implements Event {}

    enum No implements Refusal {
        TRAINING_NOT_HELD(state("attendance is of a training that has been held")),
        TRAINING_HELD(state("the training has been held, on another day")),
        TRAINING_CANCELLED(state("the training is cancelled")),
        PARTICIPANTS_MISSING(rule("a training is planned for at least one member"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What a training is about, or how it is given. */
    enum Topic {
        PRODUCT_KNOWLEDGE,
        SKILLS,
        MARKET_ANALYSIS,
        OBJECTION_DRILL,
        SIMULATED_HARD_CASE,
        COACHING,
        PROJECT_TEAM
    }

    TrainingPlanned plan();

    record Planned(TrainingPlanned plan) implements Training {}

    /** {@code attendance} is null until somebody has said who came. */
    record Held(
            TrainingPlanned plan, LocalDate on, @Nullable TrainingAttendanceRecorded attendance) implements Training {}

    record Cancelled(TrainingPlanned plan, String reason) implements Training {}

    static Decision<Event> plan(PlanTraining plan, Occasion occasion) {
        var checks = check().text("/title", plan.title())
                .text("/aims", plan.aims())
                .text("/trainer", plan.trainer())
                .within(NEAR, "/on", plan.on(), occasion.today())
                .that(!plan.participants().isEmpty(), "/participants", PARTICIPANTS_MISSING);
        return Staff.check(checks, "/participants", plan.participants(), occasion)
                .accept(() -> new TrainingPlanned(
                        plan.topic(), plan.title(), plan.aims(), plan.trainer(), plan.on(), plan.participants()));
    }

    static Decision<Event> decide(Training training, Command command, Occasion occasion) {
        return switch (command) {
            case HoldTraining(var on) -> hold(training, on, occasion.today());
            case RecordAttendance(var attended) -> attend(training, attended, occasion);
            case CancelTraining(var reason) -> cancel(training, reason);
        };
    }

    static Training begin(Event first) {
        return new Planned((TrainingPlanned) first);
    }

    static Training evolve(Training training, Event event) {
        return switch (event) {
            case TrainingPlanned _ -> training;
            case TrainingHeld(var on) -> new Held(training.plan(), on, null);
            case TrainingAttendanceRecorded attendance -> new Held(training.plan(), ((Held) training).on(), attendance);
            case TrainingCancelled(var reason) -> new Cancelled(training.plan(), reason);
        };
    }

    private static Decision<Event> hold(Training training, @Nullable LocalDate on, LocalDate today) {
        return switch (training) {
            case Planned _ ->
                check().notAfter("/on", on, today)
                        .within(NEAR, "/on", on, today)
                        .accept(() -> new TrainingHeld(Objects.requireNonNullElse(on, today)));
            case Held held -> on == null || on.equals(held.on()) ? unchanged() : refused(TRAINING_HELD);
            case Cancelled _ -> refused(TRAINING_CANCELLED);
        };
    }

    private static Decision<Event> attend(Training training, List<String> attended, Occasion occasion) {
        return switch (training) {
            case Planned _ -> refused(TRAINING_NOT_HELD);
            case Held(var plan, var _, var before) -> {
                var attendance = new TrainingAttendanceRecorded(attended, Staff.without(plan.participants(), attended));
                yield attendance.equals(before)
                        ? unchanged()
                        : Staff.check(check(), "/attended", attended, plan.participants(), occasion)
                                .accept(() -> attendance);
            }
            case Cancelled _ -> refused(TRAINING_CANCELLED);
        };
    }

    private static Decision<Event> cancel(Training training, String reason) {
        return switch (training) {
            case Planned _ -> check().reason("/reason", reason).accept(() -> new TrainingCancelled(reason));
            case Held _ -> refused(TRAINING_HELD, "a training that has been held cannot be cancelled");
            case Cancelled(var _, var before) -> before.equals(reason) ? unchanged() : refused(TRAINING_CANCELLED);
        };
    }
}
