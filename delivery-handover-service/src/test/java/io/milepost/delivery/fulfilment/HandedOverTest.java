package io.milepost.delivery.fulfilment;

import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.handover.Handover;
import io.milepost.delivery.handover.Handover.*;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandedOverTest {
    private static final UUID ID = Scenario.ID;
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final HandoverMeetingScheduled MEETING =
            new HandoverMeetingScheduled(DAY, HandoverMode.MEETING, null, DAY);
    private static final HandoverHeld HELD = new HandoverHeld(DAY, "file 9", List.of("kim"));

    @Test
    @DisplayName("Decision 30: a delivery begins with the accepted handover, and that of a migrated contract had begun")
    void begins_with_the_accepted_handover() {
        var signed = Scenario.of(HANDOVER).given(initiated(false), MEETING, HELD);
        assertThat(of(signed)).isFalse();
        assertThat(of(signed.given(new HandoverAccepted(ID, ID, DAY, DAY, null))))
                .isTrue();
        assertThat(of(Scenario.of(HANDOVER).given(initiated(true)))).isTrue();
    }

    private static boolean of(Scenario<Handover, Command, Event> handover) {
        return FulfilmentCatalogue.handedOver(handover.state()).so();
    }

    private static HandoverInitiated initiated(boolean migrated) {
        return new HandoverInitiated(ID, ID, ID, "kim", null, DAY, migrated, null, null, null);
    }
}
