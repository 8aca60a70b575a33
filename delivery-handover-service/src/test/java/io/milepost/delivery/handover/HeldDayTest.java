package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverRefusal.HELD_BEFORE_CALLED;
import static io.milepost.delivery.handover.Handovers.*;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;

import io.milepost.delivery.handover.Handover.*;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeldDayTest {

    @Test
    @DisplayName("R-146: it is held from the day on which the first meeting was called, unless it was migrated")
    void is_not_held_before_it_was_called() {
        var called = aReady().given(new HandoverMeetingScheduled(TODAY, HandoverMode.MEETING, null, YESTERDAY));
        var early = new HoldHandover(YESTERDAY.minusDays(1), "minutes 7", WHO);
        called.when(early)
                .thenRefused(HELD_BEFORE_CALLED, "/on")
                .when(new ScheduleMeeting(TOMORROW, HandoverMode.MEETING, null))
                .then(new HandoverMeetingScheduled(TOMORROW, HandoverMode.MEETING, null, YESTERDAY))
                .when(new HoldHandover(YESTERDAY, "minutes 7", WHO))
                .then(new HandoverHeld(YESTERDAY, "minutes 7", WHO));
        nothing()
                .given(initiated(DUE, true), new HandoverPackageDeclaredReady(null), MEETING)
                .when(early)
                .then(new HandoverHeld(YESTERDAY.minusDays(1), "minutes 7", WHO))
                .when(new AcceptHandover(TODAY))
                .then(new HandoverAccepted(CONTRACT, OPPORTUNITY, TODAY, null, VALUE.currency()));
    }

    @Test
    @DisplayName("R-146: a migrated one was not held five hundred years ago")
    void is_not_held_on_a_day_that_nobody_means() {
        nothing()
                .given(initiated(DUE, true), new HandoverPackageDeclaredReady(null), MEETING)
                .when(new HoldHandover(LocalDate.parse("1500-01-01"), "minutes 7", WHO))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
    }
}
