package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-143: the due date of a handover")
class HandoverDeadlineTest {
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-16");

    @Test
    void is_the_end_of_the_day_and_concerns_the_owner() {
        assertThat(HANDOVER_DUE.dates().apply(initiated(false)))
                .containsExactly(DueDate.endOf(DAY, new MarkOverdue()).ownedBy("kim"));
    }

    @Test
    void is_nobodys_for_a_migrated_contract() {
        assertThat(HANDOVER_DUE.dates().apply(initiated(true))).isEmpty();
    }

    @Test
    void is_over_once_it_passed_or_the_handover_was_accepted() {
        var late = Handover.evolve(initiated(false), new HandoverOverdue(DAY));
        assertThat(HANDOVER_DUE.dates().apply(late)).isEmpty();

        var held = initiated(false);
        held = Handover.evolve(held, new HandoverPackageDeclaredReady(null));
        held = Handover.evolve(held, new HandoverMeetingScheduled(DAY, HandoverMode.MEETING, null, DAY));
        held = Handover.evolve(held, new HandoverHeld(DAY, null, null));
        assertThat(HANDOVER_DUE.dates().apply(held)).hasSize(1);
        var accepted = Handover.evolve(held, new HandoverAccepted(Scenario.ID, OPPORTUNITY, DAY, DAY, null));
        assertThat(HANDOVER_DUE.dates().apply(accepted)).isEmpty();
    }

    private static Handover initiated(boolean migrated) {
        return Handover.begin(new HandoverInitiated(
                Scenario.ID, OPPORTUNITY, OPPORTUNITY, "kim", null, DAY, migrated, null, null, null));
    }
}
