package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.Handovers.*;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.kernel.Appointed;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose duty a handover is, where the deal has a sales project; where it has none the roles alone rule. */
class HandoverDutiesTest {
    private static final Appointed TEAM = new Appointed(Set.of("pia"), Set.of("fox"), Set.of());

    @Test
    @DisplayName("R-144: the fulfilment responsible issues the letter of entrustment")
    void fulfilment_entrusts() {
        var letter = new IssueEntrustment("max", null);
        anInitiated().when(letter).reading(TEAM).byMember("pia").thenNotYourDuty();
        anInitiated().when(letter).reading(TEAM).byMember("FOX").then(letter("max"));
        anInitiated().when(letter).byMember("pia").then(letter("max"));
    }

    @Test
    @DisplayName("The project director calls the meeting")
    void the_director_calls_the_meeting() {
        var meeting = new ScheduleMeeting(TODAY, HandoverMode.MEETING, null);
        aReady().when(meeting).reading(TEAM).byMember("fox").thenNotYourDuty();
        aReady().when(meeting).reading(TEAM).byMember("pia").then(MEETING);
    }

    @Test
    @DisplayName(
            "R-147, R-189, G16: whom the letter entrusts accepts the handover or gives it back, and nobody else does")
    void who_is_entrusted_decides() {
        aHeld().when(new AcceptHandover(null)).byMember("eva").thenNotYourDuty();
        aHeld().when(new ReturnHandover(RETURNED.defects())).byMember("eva").thenNotYourDuty();
        aHeld().when(new AcceptHandover(null)).byMember(" MAX").then(ACCEPTED);
        aHeld().when(new ReturnHandover(RETURNED.defects())).byMember("max").then(RETURNED);
        aHeld().given(letter("eva"))
                .when(new AcceptHandover(null))
                .byMember("max")
                .thenNotYourDuty();
        aHeld().when(new AcceptHandover(null)).then(ACCEPTED);
    }
}
