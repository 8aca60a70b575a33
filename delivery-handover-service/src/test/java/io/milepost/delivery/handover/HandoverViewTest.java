package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.Handovers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.handover.HandoverCatalogue.View;
import io.milepost.platform.testkit.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandoverViewTest {

    @Test
    @DisplayName("R-143: a late handover says so and goes on from where it was")
    void a_late_handover_goes_on() {
        assertThat(view(aScheduled().given(new HandoverOverdue(DUE))))
                .returns(true, View::overdue)
                .returns("MEETING_SCHEDULED", View::status);
        assertThat(view(aReturned().given(new HandoverOverdue(DUE))).status()).isEqualTo("RETURNED");
        assertThat(view(aReady().given(new HandoverOverdue(DUE))).status()).isEqualTo("PACKAGE_READY");
    }

    @Test
    @DisplayName("R-143: one that was accepted in time and noted late is not late")
    void in_time_is_when_it_was_accepted() {
        var late = aHeld().given(new HandoverOverdue(DUE));
        assertThat(view(late.given(accepted(DUE)))).returns(false, View::overdue);
        assertThat(view(late.given(accepted(DUE.plusDays(1))))).returns(true, View::overdue);
    }

    @Test
    @DisplayName("R-144, R-147: another letter does not make good what was returned")
    void does_not_make_good_what_was_returned() {
        assertThat(view(aReturned().given(letter("eva")))).returns("RETURNED", View::status);
    }

    @Test
    void shows_its_status_in_the_words_of_the_domain() {
        assertThat(view(anInitiated()).status()).isEqualTo("INITIATED");
        assertThat(view(anInitiated()).missing()).hasSize(4);
        assertThat(view(aComplete()).status()).isEqualTo("PACKAGE_PREPARING");
        assertThat(view(aComplete()).entrustedTo()).isEqualTo("max");
        assertThat(view(aReady()).status()).isEqualTo("PACKAGE_READY");
        assertThat(view(aScheduled()).meetingOn()).isEqualTo(TODAY);
        assertThat(view(aHeld())).returns("HELD", View::status).returns("minutes 7", View::minutes);
        assertThat(view(aReturned())).returns("RETURNED", View::status).returns(RETURNED.defects(), View::defects);
        assertThat(view(anAccepted())).returns("ACCEPTED", View::status).returns(TODAY, View::acceptedOn);
    }

    private static View view(Scenario<Handover, Command, Event> handover) {
        return View.of(handover.state());
    }
}
