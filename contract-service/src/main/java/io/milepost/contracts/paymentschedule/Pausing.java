package io.milepost.contracts.paymentschedule;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * While the customer disputes what the contract comes to, nobody is reminded of its money and nobody's manager hears of it (domain 3.5);
 * it falls due and is overdue as ever, for those are facts. The sales process can say that collecting goes on.
 *
 * @param pausedOn absent while it goes on
 * @param resumedOn the day on which it last went on again
 */
record Pausing(@Nullable LocalDate pausedOn, @Nullable LocalDate resumedOn) {
    static final Pausing NEVER = new Pausing(null, null);

    static Decision<PaymentScheduleEvent> pause(PaymentSchedule schedule, PauseCollection pause) {
        return schedule.collection().collectsWhileDisputed()
                        || schedule.pausing().pausedOn() != null
                ? accepted(List.of())
                : accepted(new CollectionPaused(
                        schedule.left(), pause.on(), schedule.plan().owner()));
    }

    static Decision<PaymentScheduleEvent> resume(PaymentSchedule schedule, ResumeCollection resume) {
        return schedule.pausing().pausedOn() == null
                ? accepted(List.of())
                : accepted(new CollectionResumed(
                        schedule.left(), resume.on(), schedule.plan().owner()));
    }

    boolean isPaused() {
        return pausedOn != null;
    }

    /** The owner has as long as ever to get the money, once there is no dispute any more. */
    LocalDate since(LocalDate day) {
        return resumedOn == null || resumedOn.isBefore(day) ? day : resumedOn;
    }
}
