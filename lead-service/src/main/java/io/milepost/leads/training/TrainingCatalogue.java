package io.milepost.leads.training;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.Staff;
import io.milepost.leads.kernel.StaffRefusal;
import io.milepost.leads.training.Training.*;
import io.milepost.platform.catalogue.Catalogue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The training's commands and events. Managers plan, hold and note who came. */
public final class TrainingCatalogue {

    public static final Catalogue<Training, Command, Event> TRAINING = Catalogue.of(
                    "training", "trainings", Training.DECIDER)
            .creates(PlanTraining.class, Training::plan, SALES_MANAGER, IMPORTER)
            .claims(PlanTraining.class, MemberCode.TAG, (_, _, plan) -> Staff.spellings(plan.participants()))
            .command(HoldTraining.class, SALES_MANAGER, IMPORTER)
            .command(RecordAttendance.class, SALES_MANAGER, IMPORTER)
            .claims(RecordAttendance.class, MemberCode.TAG, (_, _, record) -> Staff.spellings(record.attended()))
            .command(CancelTraining.class, SALES_MANAGER)
            .event(TrainingPlanned.class, "training.planned", 1)
            .event(TrainingHeld.class, "training.held", 1)
            .event(TrainingAttendanceRecorded.class, "training.attendance-recorded", 1)
            .event(TrainingCancelled.class, "training.cancelled", 1)
            .open()
            .refusals(StaffRefusal.class)
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private TrainingCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status PLANNED, HELD or CANCELLED
     * @param attendance once somebody has said who came
     */
    public record View(
            String status,
            TrainingPlanned plan,
            @Nullable LocalDate heldOn,
            @Nullable TrainingAttendanceRecorded attendance,
            @Nullable String cancellation) {
        static View of(Training training) {
            return switch (training) {
                case Planned(var plan) -> new View("PLANNED", plan, null, null, null);
                case Held(var plan, var on, var attendance) -> new View("HELD", plan, on, attendance, null);
                case Cancelled(var plan, var reason) -> new View("CANCELLED", plan, null, null, reason);
            };
        }
    }
}
