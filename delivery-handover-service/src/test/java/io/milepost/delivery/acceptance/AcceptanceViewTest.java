package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.SINGLE_POINT;
import static io.milepost.delivery.acceptance.Acceptances.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.acceptance.AcceptanceCatalogue.View;
import io.milepost.platform.testkit.Scenario;
import org.junit.jupiter.api.Test;

class AcceptanceViewTest {

    @Test
    void shows_its_status_and_that_of_each_point() {
        assertThat(view(opened()).status()).isEqualTo("OPEN");
        assertThat(statusOf(opened().given(requested(HALL_A, "Hall A")))).isEqualTo("REQUESTED");
        assertThat(statusOf(inspectedHallA())).isEqualTo("INSPECTED");
        assertThat(statusOf(passedHallA())).isEqualTo("PASSED");
        assertThat(statusOf(passedHallA().given(new AcceptanceReportIssued(HALL_A, TODAY, null))))
                .isEqualTo("REPORTED");
        var failed = inspectedHallA()
                .given(new AcceptanceFailed(CONTRACT, HALL_A, SINGLE_POINT, "Hall A", "leaks", null, null, ACCEPTOR));
        assertThat(statusOf(failed)).isEqualTo("FAILED");
        assertThat(view(failed).status()).isEqualTo("OPEN");
        assertThat(view(inspectedWhole()).acceptedOn()).isNull();
        assertThat(view(acceptedWhole()).status()).isEqualTo("ACCEPTED");
        assertThat(view(acceptedWhole()).acceptedOn()).isEqualTo(TODAY);
        assertThat(view(acceptedWhole()).points().getFirst().acceptor()).isEqualTo(ACCEPTOR);
    }

    private static String statusOf(Scenario<Acceptance, Command, Event> acceptance) {
        return view(acceptance).points().getFirst().status();
    }

    private static View view(Scenario<Acceptance, Command, Event> acceptance) {
        return View.of(acceptance.state());
    }
}
