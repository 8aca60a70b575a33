package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverRefusal.ADVANCE_MISSED;
import static io.milepost.delivery.handover.Handovers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.kernel.OnHold;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AwaitedAdvanceTest {

    @Test
    @DisplayName(
            "G15, decision 30: a handover is not accepted while the advance is missed and its process holds the work,"
                    + " and is once that is over")
    void a_handover_waits_for_the_advance() {
        aHeld().when(new AcceptHandover(null)).reading(new OnHold(true)).thenRefused(ADVANCE_MISSED);
        aHeld().when(new ReturnHandover(List.of("no plan")))
                .reading(new OnHold(true))
                .then(new HandoverReturned(List.of("no plan")));
        assertThat(aHeld().when(new AcceptHandover(null))
                        .reading(new OnHold(false))
                        .decision()
                        .events())
                .singleElement()
                .isInstanceOf(HandoverAccepted.class);
        anAccepted().when(new AcceptHandover(null)).reading(new OnHold(true)).thenNothing();
    }
}
