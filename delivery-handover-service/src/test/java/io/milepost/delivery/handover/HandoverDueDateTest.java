package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverRefusal.*;
import static io.milepost.delivery.handover.Handovers.*;

import io.milepost.delivery.handover.Handover.*;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-143: the due date")
class HandoverDueDateTest {

    @Test
    void is_marked_once_when_it_has_passed() {
        nothing()
                .given(initiated(YESTERDAY, false))
                .when(new MarkOverdue())
                .then(new HandoverOverdue(YESTERDAY))
                .when(new MarkOverdue())
                .thenNothing();
    }

    @Test
    void does_not_matter_before_it_has_passed_nor_after_acceptance_nor_for_a_migrated_contract() {
        nothing().given(initiated(TODAY, false)).when(new MarkOverdue()).thenNothing();
        nothing().given(initiated(YESTERDAY, true)).when(new MarkOverdue()).thenNothing();
        anAccepted().when(new MarkOverdue()).on(DUE.plusDays(1)).thenNothing();
        aHeld().when(new MarkOverdue()).on(DUE.plusDays(1)).then(new HandoverOverdue(DUE));
    }
}
